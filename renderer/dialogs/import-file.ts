import { withPlaces } from '../../shared/edits/arrange';
import { describeProblem } from '../../shared/model/problems';
import { t } from '../i18n/t';
import { platform } from '../platform/current';
import { addToLibrary } from '../storage/library';
import { showNotice } from '../store/notice';

/** Lets the person choose a design file and opens it as an entry of the library. */
export async function chooseAndImport(): Promise<void> {
  const file = await platform().pickFile();
  if (file !== null) await importFile(file);
}

/** Takes a design file (JSON, or a PNG or SVG with the design inside) into the library and opens it. */
export async function importFile(file: File): Promise<void> {
  const { readDesignFile } = await import('../../shared/importers/read-design-file');
  const result = readDesignFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if (result.ok) return addToLibrary(withPlaces(result.value));
  showNotice({
    title: t('“{name}” could not be opened', { name: file.name }),
    text: t('Nothing has changed: this is what is in the way.'),
    lines: result.problems.map((problem) => describeProblem(problem)),
    actions: [{ label: t('Choose another file'), variant: 'primary', run: () => void chooseAndImport() }],
  });
}
