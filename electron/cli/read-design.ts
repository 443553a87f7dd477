import { readDesignFile } from '../../shared/formats/read-design-file';
import { counts } from '../../shared/model/limits';
import { describeProblem, problemTexts } from '../../shared/model/problems';
import type { Design } from '../../shared/model/schema';
import type { Attempt, Host } from './host';

/** Here every message begins with the file's name. */
const texts = {
  ...problemTexts,
  'unknown-file':
    'Neither a Loadline design nor a PNG or SVG. Choose a .loadline.json file, or a picture that Loadline saved with the design inside.',
};

/** How a message names an input. */
export const inputName = (name: string): string => (name === '-' ? 'standard input' : name || '""');

/** The design in a file, or one line that names the file, the place in it and the fix. */
export async function readDesign(host: Host, name: string): Promise<Attempt<Design>> {
  const bytes = await host.read(name, counts.fileBytes);
  if (!bytes.ok) return { ok: false, message: `${inputName(name)}: ${bytes.message}` };
  const read = await readDesignFile(inputName(name), bytes.value);
  if (read.ok) return { ok: true, value: read.value.designs[0] };
  const [first, ...others] = read.problems;
  // The search ends after this many faults.
  const least = read.problems.length < counts.problems ? '' : 'at least ';
  const more = others.length === 0 ? '' : ` (And ${least}${others.length} more.)`;
  const words = first === undefined ? 'This is no design.' : describeProblem(first, texts);
  return { ok: false, message: `${inputName(name)}: ${words}${more}` };
}
