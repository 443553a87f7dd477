import type { Design } from '../../../shared/model/schema';
import { database, type VersionLine } from '../../storage/database';
import type { StorageFailure } from '../../storage/failure';
import { deleteVersion, readVersion, saveVersion } from '../../storage/versions';
import type { Editor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import { versionTitle } from './version-words';

const tell = (text: string): void => {
  toast(text, { tone: 'error' });
};

const isFailure = (outcome: object | true): outcome is StorageFailure =>
  outcome !== true && 'ok' in outcome && outcome.ok === false;

function tellFailure({ reason, message }: StorageFailure): void {
  tell(
    reason === 'full'
      ? t('The disk seems to be full: nothing was changed. Free some space and try again.')
      : t('Nothing was changed: {message}', { message }),
  );
}

/** Keeps the design as it is under a name; false where it could not be stored. */
export async function keepVersion(design: Design, name: string): Promise<boolean> {
  const outcome = await saveVersion(database, design, name, new Date().toISOString());
  if (isFailure(outcome)) tellFailure(outcome);
  return !isFailure(outcome);
}

/** Puts a version in the place of the open design, as one undo step. */
export async function restoreVersion(editor: Editor, line: VersionLine): Promise<void> {
  const title = versionTitle(line);
  const read = await readVersion(database, line.key);
  if (read.kind !== 'found') return tell(t('“{name}” cannot be read.', { name: title }));
  if (editor.design()?.id !== line.design) return;
  if (!editor.replace(t('Restore “{name}”', { name: title }), read.design)) return;
  editor.setView({ dialog: null });
  toast(t('“{name}” was restored', { name: title }), {
    action: { label: t('Undo'), run: () => editor.undo() },
  });
}

export async function removeVersion({ key }: VersionLine): Promise<void> {
  const outcome = await deleteVersion(database, key);
  if (isFailure(outcome)) tellFailure(outcome);
}
