import { describeProblem } from '../../shared/model/problems';
import { t } from '../i18n/t';
import { platform } from '../platform/current';
import { addToLibrary } from '../storage/library';
import { showNotice } from '../store/notice';
import { withLayout } from './lay-out';
import { restoreBackup } from './library-backup';

/** Lets the person choose a design file and opens it as an entry of the library. */
export async function chooseAndImport(): Promise<void> {
  const file = await platform().pickFile();
  if (file !== null) await importFile(file);
}

/** Takes a design file (JSON, or a PNG or SVG with the design inside) into the library and opens it; a ZIP is a backup. */
export async function importFile(file: File): Promise<void> {
  if (await isBackup(file)) return restoreBackup(file);
  const { readDesignFile } = await import('../../shared/importers/read-design-file');
  const result = readDesignFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if (result.ok) return addToLibrary(withLayout(result.value));
  showNotice({
    title: t('“{name}” could not be opened', { name: file.name }),
    text: t('Nothing has changed: this is what is in the way.'),
    lines: result.problems.map((problem) => describeProblem(problem)),
    actions: [{ label: t('Choose another file'), variant: 'primary', run: () => void chooseAndImport() }],
  });
}

async function isBackup(file: File): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return String.fromCharCode(...start) === 'PK\u0003\u0004';
}
