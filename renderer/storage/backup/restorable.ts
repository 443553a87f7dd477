import { readDesign } from '../../../shared/catalog/read';
import type { Design } from '../../../shared/model/schema';
import type { BackupEntry, BackupVersion, LibraryFile } from './library-file';

/** An entry of a backup whose design this program can read. */
export interface RestorableEntry extends BackupEntry {
  readonly design: Design;
}

/** A backup as it can be restored. */
export type RestorableFile =
  | {
      readonly ok: true;
      readonly entries: readonly RestorableEntry[];
      readonly versions: readonly BackupVersion[];
      readonly damaged: readonly string[];
      /** The names of designs that this program cannot read. */
      readonly unreadable: readonly string[];
    }
  | Extract<LibraryFile, { readonly ok: false }>;

/** Reads the designs in a backup; done in the worker that unpacks it, since a library may have thousands. */
export function restorableOf(file: LibraryFile): RestorableFile {
  if (!file.ok) return file;
  const entries: RestorableEntry[] = [];
  const unreadable: string[] = [];
  for (const entry of file.entries) {
    const read = readDesign(entry.design);
    if (read.ok) entries.push({ ...entry, design: read.value });
    else unreadable.push(entry.name);
  }
  // A version is read once it is wanted, as in the library.
  return { ok: true, entries, versions: file.versions, damaged: file.damaged, unreadable };
}
