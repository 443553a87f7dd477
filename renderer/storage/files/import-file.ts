import { platform } from '../../platform/current';
import { showNotice } from '../../store/notice';
import { dismissToast, toast } from '../../store/workspace';
import { t } from '../../words/t';
import { addToLibrary, openStored, storeInLibrary } from '../library';
import { restoreBackup } from './library-backup';
import { type ReadFile, readFile } from './read-file';

/** Reading a file that takes longer than this shows a progress message. */
const tellAfterMs = 500;

/** Lets the person choose a design file and opens it as an entry of the library. */
export async function chooseAndImport(): Promise<void> {
  const file = await platform().pickFile();
  if (file !== null) await importFile(file);
}

/** Takes each of the files into the library and opens the last that is a design; each is answered by its name. */
export async function importFiles(files: readonly File[]): Promise<void> {
  const [first, ...others] = files;
  if (first === undefined) return;
  if (others.length === 0) return importFile(first);
  const lines: string[] = [];
  let last: string | null = null;
  let count = 0;
  for (const file of files) {
    const { id, words } = await storedFrom(file);
    lines.push(t('{name}: {words}', { name: file.name, words }));
    if (id === null) continue;
    last = id;
    count += 1;
  }
  if (last !== null) await openStored(last);
  showNotice({
    title: t('{count} of {all} files are in the library', { count, all: files.length }),
    text: last === null ? t('Nothing has changed.') : t('The last of them is open.'),
    lines,
    actions: [],
  });
}

/** Takes a design file (JSON, or a PNG or SVG with the design inside) into the library and opens it; a ZIP is a backup. */
export async function importFile(file: File): Promise<void> {
  if (await isBackup(file)) return restoreBackup(file);
  const read = await readAndTell(file);
  if (read.ok) return addToLibrary(read.design);
  showNotice({
    title: t('“{name}” could not be opened', { name: file.name }),
    text: t('Nothing has changed: this is what is in the way.'),
    lines: read.lines,
    actions: [{ label: t('Choose another file'), variant: 'primary', run: () => void chooseAndImport() }],
  });
}

/** Stores the design in a file: its id in the library, and what became of it in words. */
async function storedFrom(file: File): Promise<{ readonly id: string | null; readonly words: string }> {
  if (await isBackup(file)) return { id: null, words: t('a backup of a library. Open it by itself.') };
  const read = await readAndTell(file);
  if (!read.ok) return { id: null, words: refusalOf(read.lines) };
  const id = await storeInLibrary(read.design);
  return { id, words: id === null ? t('not stored; there may be no room left.') : t('opened.') };
}

function refusalOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? t('refused. {line}', { line: first })
    : t('refused. {line} (and {count} more)', { line: first, count: others.length });
}

/** Reads a file, and says so where it takes time. */
async function readAndTell(file: File): Promise<ReadFile> {
  let shown: number | null = null;
  const timer = setTimeout(() => {
    shown = toast(t('Reading “{name}” …', { name: file.name }));
  }, tellAfterMs);
  const read = await readFile(file);
  clearTimeout(timer);
  if (shown !== null) dismissToast(shown);
  return read;
}

async function isBackup(file: File): Promise<boolean> {
  // What cannot be read, as a folder, is no backup; reading it as a design says why.
  const start = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return String.fromCharCode(...new Uint8Array(start)) === 'PK\u0003\u0004';
}
