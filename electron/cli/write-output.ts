import { done, type Outcome, refused } from './command';
import type { Host } from './host';

/** Writes what a subcommand made to the file of `--out`, or for '-' to standard output. */
export async function writeOutput(
  host: Host,
  out: string,
  content: string | Uint8Array,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<Outcome> {
  if (out === '-') return done(content);
  const written = await host.write(out, content, isNew);
  return written.ok ? done('', [`Wrote ${out}.`]) : refused(`${out || '""'}: ${written.message}`);
}
