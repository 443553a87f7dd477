import type { OpenedFile } from '../../../shared/ipc';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import { importFiles } from './import-file';

/** Takes files that were opened with the app into the library, as those that are dropped on the window. */
export async function importOpened(files: readonly OpenedFile[]): Promise<void> {
  const read: File[] = [];
  for (const file of files) {
    if (file.ok) read.push(new File([file.bytes], file.name));
    else toast(refusalOf(file), { tone: 'error' });
  }
  await importFiles(read);
}

function refusalOf({ name, problem, detail }: Extract<OpenedFile, { ok: false }>): string {
  return problem === 'too-large'
    ? t('“{name}” is too large to be opened.', { name })
    : t('“{name}” could not be read: {detail}', { name, detail });
}
