import type { Design } from '../../shared/model/schema';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { database } from './database';
import { loadReader, readStored } from './designs';
import { type Draft, draftOf, dropDraft } from './draft';
import { saveAsFile } from './file';
import { journaledAfter } from './journal';
import type { Keeper } from './keeper';
import { keepAsCopy } from './new-entry';

/** Takes up what the page could not write before it was closed. */
export async function takeUpDraft(
  { editor, autosave }: Keeper,
  stored: Design,
  revision: number,
): Promise<void> {
  const draft = draftOf(stored.id) ?? (await journalDraft(stored.id, revision));
  if (draft === null) return;
  const { readDesign } = await loadReader();
  const read = readDesign(draft.design);
  if (!read.ok) return;
  if (draft.revision === revision) {
    editor.document.setState((state) => ({ design: read.value, revision: state.revision + 1 }));
    await autosave.flush();
    return;
  }
  const sameContent =
    JSON.stringify({ ...read.value, updatedAt: '' }) === JSON.stringify({ ...stored, updatedAt: '' });
  if (sameContent) return dropDraft(stored.id);
  const copy = await keepAsCopy(read.value, t('{name} (recovered)', { name: read.value.name }));
  if (copy === null) return;
  dropDraft(stored.id);
  toast(t('Changes that were not saved when the window closed are kept as “{name}”.', { name: copy.name }));
}

/** What the journal has that is newer than what is stored; an older entry is none. */
async function journalDraft(id: string, revision: number): Promise<Draft | null> {
  const design = await journaledAfter(database, id, revision);
  return design === null ? null : { id, revision, design };
}

/** Another window wrote first: nothing of either is lost, for ours becomes an entry of its own. */
export async function settleConflict(keeper: Keeper, ours: Design): Promise<void> {
  const { editor, autosave } = keeper;
  editor.setReadOnly(true);
  const copy = await keepAsCopy(ours, t('{name} (this window)', { name: ours.name }));
  if (copy === null) {
    editor.saving.setState({ saveState: 'failed' });
    toast(t('Another window changed this design, and what this window has could not be stored.'), {
      tone: 'error',
      action: { label: t('Save as file'), run: () => void saveAsFile(ours) },
    });
    return;
  }
  const id = ours.id;
  toast(
    t('Another window changed this design. What this window had is kept as “{name}”.', { name: copy.name }),
  );
  const stored = await readStored(database, id);
  const { session } = keeper;
  if (session?.id !== id || stored.kind !== 'found') return;
  autosave.adopt(stored.design, stored.revision);
  editor.open(stored.design, session.lock === null);
}

export function tellFailure(keeper: Keeper, reason: 'full' | 'failed', message: string): void {
  const design = keeper.editor.design();
  if (design === null) return;
  const { name } = design;
  const text =
    reason === 'full'
      ? t(
          'The disk seems to be full: “{name}” is not saved. Free some space and it is saved by itself, or save it to a file now.',
          { name },
        )
      : t('“{name}” could not be saved ({message}). It is tried again.', { name, message });
  keeper.failureToast = toast(text, {
    tone: 'error',
    action: {
      label: t('Save as file'),
      run: () => void saveAsFile(keeper.editor.design() ?? design),
    },
  });
}
