import { showNotice } from '../store/notice';
import { toast, useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { database, type TrashedLine } from './database';
import { dropDraft } from './draft';
import type { StorageFailure } from './failure';
import { nameOfRow } from './library-lines';
import { isOpenElsewhere } from './open-elsewhere';
import { deleteExpired, deletePermanently, moveToTrash, restoreFromTrash } from './trash';

const now = (): string => new Date().toISOString();

function tellFailure({ reason, message }: StorageFailure): void {
  const text =
    reason === 'full'
      ? t('The disk seems to be full: nothing was changed. Free some space and try again.')
      : t('Nothing was changed: {message}', { message });
  toast(text, { tone: 'error' });
}

const isFailure = (outcome: unknown): outcome is StorageFailure =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome;

/** Moves a design to the trash; the message that says so can bring it back. */
export async function deleteStored(id: string): Promise<void> {
  if (await isOpenElsewhere(id)) return;
  const outcome = await moveToTrash(database, id, now());
  if (outcome === null) return;
  if (isFailure(outcome)) return tellFailure(outcome);
  dropDraft(id);
  const { key } = outcome satisfies TrashedLine;
  toast(t('“{name}” moved to the trash', { name: nameOfRow(outcome.summary, outcome.id) }), {
    action: { label: t('Undo'), run: () => void restoreTrashed(key) },
  });
}

export async function restoreTrashed(key: string): Promise<void> {
  const line = await database.trash.get(key);
  const outcome = await restoreFromTrash(database, key, crypto.randomUUID());
  if (isFailure(outcome)) return tellFailure(outcome);
  if (outcome === null || line === undefined) {
    toast(t('That design is no longer in the trash.'));
    return;
  }
  toast(t('“{name}” was restored', { name: nameOfRow(line.summary, line.id) }));
}

export function askToDeletePermanently(key: string, name: string): void {
  showNotice({
    title: t('Delete “{name}” permanently?', { name }),
    text: t('It cannot be restored after that.'),
    actions: [{ label: t('Delete permanently'), variant: 'primary', run: () => void remove([key]) }],
  });
}

export function askToEmptyTrash(): void {
  const keys = useWorkspace.getState().trash.map((line) => line.key);
  if (keys.length === 0) return;
  showNotice({
    title: t('Empty the trash?'),
    text:
      keys.length === 1
        ? t('One design is deleted permanently. It cannot be restored after that.')
        : t('{count} designs are deleted permanently. They cannot be restored after that.', {
            count: keys.length,
          }),
    actions: [{ label: t('Empty trash'), variant: 'primary', run: () => void remove(keys) }],
  });
}

async function remove(keys: readonly string[]): Promise<void> {
  const outcome = await deletePermanently(database, keys);
  if (isFailure(outcome)) tellFailure(outcome);
}

/** Permanently deletes what has been in the trash too long; done once when the window starts. */
export async function emptyExpired(): Promise<void> {
  const outcome = await deleteExpired(database, now());
  if (isFailure(outcome)) tellFailure(outcome);
}
