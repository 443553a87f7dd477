import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import { writeWhole } from './write-file';

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  /** What went wrong and the fix, without the file's name. */
  | { readonly ok: false; readonly message: string };

/** What a subcommand has of the machine that it runs on. */
export interface Host {
  /** The bytes of a file, or of standard input for '-', if they are not more than `mostBytes`. */
  readonly read: (name: string, mostBytes: number) => Promise<Attempt<Uint8Array>>;
  /** Writes a whole file or none of it; with `isNew`, only one that is not there yet. */
  readonly write: (name: string, content: string | Uint8Array, isNew?: boolean) => Promise<Attempt<null>>;
  /** Whether standard output shows colours. */
  readonly colour: boolean;
  readonly now: () => string;
  readonly newId: () => string;
}

const fixes: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Check the name and the folder.',
  EISDIR: 'This is a folder. Name a file in it.',
  ENOTDIR: 'A part of this path is a file, not a folder. Check the path.',
  EACCES: 'Access is denied. Change its permissions, or choose another file.',
  EPERM: 'Access is denied. Change its permissions, or choose another file.',
  EROFS: 'This disk can only be read. Write to another one.',
  ENOSPC: 'The disk is full. Make room, or write to another one.',
  EEXIST: 'The file exists already. Name another one, or remove it first.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
  ELOOP: 'This link points to itself. Name the file that it should point to.',
};

const tooLarge = (mostBytes: number) => ({
  ok: false as const,
  message: `There are more than ${mostBytes} bytes. Choose a smaller file.`,
});

/** A failure of the file system in words; one that is no such failure is thrown on. */
export function failed(error: unknown, isWriting = false): { readonly ok: false; readonly message: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  if (code === 'ENOENT' && isWriting)
    return { ok: false, message: 'Its folder does not exist. Create the folder first, or name another one.' };
  const unnamed = error instanceof Error ? error.message.replace(/^\w+: /, '') : '';
  return { ok: false, message: fixes[code] ?? `It cannot be opened (${code}, ${unnamed}). Choose another.` };
}

async function readInput(name: string, mostBytes: number): Promise<Attempt<Uint8Array>> {
  try {
    if (name === '-') return await readStream(process.stdin, mostBytes);
    // At once: there is nothing else to be done meanwhile, and the threads that Node reads with take a while to start.
    const file = openSync(name, 'r');
    const entry = fstatSync(file);
    // A pipe or a device does not say beforehand how long it is.
    if (!entry.isFile() && !entry.isDirectory())
      return await readStream(createReadStream(name, { fd: file }), mostBytes);
    try {
      return entry.size > mostBytes ? tooLarge(mostBytes) : { ok: true, value: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return failed(error);
  }
}

/** All that a stream gives, if it is not more than `mostBytes`; what comes after that is not waited for. */
export async function readStream(
  input: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<Attempt<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) return tooLarge(mostBytes);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}

/**
 * Whether colours may be shown: on a terminal that knows them, where nobody asked for none (no-color.org); wherever somebody asks
 * for them (force-color.org), which goes before, as in Node itself.
 */
export function showsColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** The machine under Node. */
export function nodeHost(): Host {
  return {
    read: readInput,
    write: async (name, content, isNew = false) => {
      try {
        writeWhole(name, content, isNew);
        return { ok: true, value: null };
      } catch (error) {
        return failed(error, true);
      }
    },
    colour: showsColour(process.stdout.isTTY === true, process.env),
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
  };
}
