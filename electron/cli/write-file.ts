import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Write = (name: string, content: string | Uint8Array, options: { flag: string; mode?: number }) => void;

/**
 * Writes a whole file or none: what was there before stays until all is written, and of what is cut short, by a full disk say,
 * nothing is left. With `isNew`, only a file that is not there yet. A pipe or a device is written to as it is. Throws what the file
 * system does.
 */
export function writeWhole(
  name: string,
  content: string | Uint8Array,
  isNew: boolean,
  write: Write = writeFileSync,
): void {
  const there = statSync(name, { throwIfNoEntry: false });
  if (isNew || (there !== undefined && !there.isFile())) {
    writeOrRemove(name, content, { flag: isNew ? 'wx' : 'w' }, isNew, write);
    return;
  }
  // A link is kept, and what it leads to is replaced; what may not be written to is not replaced either.
  const target = there === undefined ? name : realpathSync(name);
  if (there !== undefined) accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.loadline-${crypto.randomUUID()}.tmp`);
  writeOrRemove(beside, content, { flag: 'wx', ...(there && { mode: there.mode }) }, true, write);
  try {
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Writes, and where that fails after the file was made, removes it. */
function writeOrRemove(
  name: string,
  content: string | Uint8Array,
  options: { flag: string; mode?: number },
  isOwn: boolean,
  write: Write,
): void {
  try {
    write(name, content, options);
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isOwn && !isOthers) rmSync(name, { force: true });
    throw error;
  }
}
