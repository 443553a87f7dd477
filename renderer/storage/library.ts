import { liveQuery } from 'dexie';
import type { Design } from '../../shared/model/schema';
import { t } from '../i18n/t';
import { useDocument } from '../store/document';
import { toast, useWorkspace } from '../store/workspace';
import { database } from './database';
import { putBack, type RemovedDesign, readStored, removeStored, writeDesign } from './designs';
import { dropDraft } from './draft';
import { saveAsFile } from './file';
import { isLocked } from './locks';
import { goTo } from './navigation';
import { asNew, keepAsCopy, newDesign, storeNew } from './new-entry';

/** Keeps the list of designs as storage has it, whichever window changes it. Returns the function that stops it. */
export function followLibrary(): () => void {
  const list = liveQuery(() => database.designs.orderBy('updatedAt').reverse().toArray());
  const subscription = list.subscribe({
    next: (designs) => useWorkspace.setState({ designs }),
    error: (error: unknown) => {
      useWorkspace.setState({ designs: [] });
      const message = error instanceof Error ? error.message : String(error);
      toast(t('The library cannot be read: {message}', { message }), { tone: 'error' });
    },
  });
  return () => subscription.unsubscribe();
}

/** Stores a design, an empty one where none is given, as a new entry of the library, and opens it. */
export async function createDesign(design?: Design): Promise<void> {
  const created = design === undefined ? await newDesign() : await asNew(design);
  if ((await storeNew(created)) === null) return tellUnstored(created);
  await goTo({ page: 'design', id: created.id });
}

/** Stores a design that came from outside under its own id, or under a new one where that is taken, and opens it. */
export async function addToLibrary(design: Design): Promise<void> {
  const taken = (await database.bodies.get(design.id)) !== undefined;
  const entry = taken ? await asNew(design) : design;
  if ((await storeNew(entry)) === null) return tellUnstored(entry);
  await goTo({ page: 'design', id: entry.id });
}

export function openStored(id: string): Promise<void> {
  return goTo({ page: 'design', id });
}

export function goHome(): Promise<void> {
  return goTo({ page: 'library' });
}

export async function renameStored(id: string, name: string): Promise<void> {
  if (await isOpenElsewhere(id)) return;
  const stored = await readStored(database, id);
  if (stored.kind !== 'found' || stored.design.name === name || name.trim() === '') return;
  const renamed = { ...stored.design, name: name.trim() };
  const outcome = await writeDesign(database, renamed, stored.revision, new Date().toISOString());
  if (!outcome.ok)
    toast(t('The name could not be stored: {reason}', { reason: outcome.message }), { tone: 'error' });
}

/** Puts a copy of a stored design into the library; the copy is not opened. */
export async function duplicateStored(id: string): Promise<void> {
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') return;
  const copy = await keepAsCopy(stored.design, t('{name} copy', { name: stored.design.name }));
  if (copy === null) return tellUnstored(stored.design);
  toast(t('“{name}” added', { name: copy.name }), {
    action: { label: t('Open'), run: () => void openStored(copy.id) },
  });
}

/** Puts a copy of the open design into the library and opens it. */
export async function duplicateOpen(): Promise<void> {
  const { design } = useDocument.getState();
  if (design === null) return;
  await createDesign({ ...design, name: t('{name} copy', { name: design.name }) });
}

/** Takes a design out of the library; the message that says so can put it back as it was. */
export async function deleteStored(id: string): Promise<void> {
  if (await isOpenElsewhere(id)) return;
  const removed = await removeStored(database, id);
  if (removed === null) return;
  dropDraft(id);
  toast(t('“{name}” deleted', { name: removed.summary.name }), {
    action: { label: t('Undo'), run: () => void restore(removed) },
  });
}

async function restore(removed: RemovedDesign): Promise<void> {
  const restored = await putBack(database, removed);
  const { name } = removed.summary;
  toast(restored ? t('“{name}” is back', { name }) : t('“{name}” is in the library already', { name }));
}

async function isOpenElsewhere(id: string): Promise<boolean> {
  if (useDocument.getState().design?.id === id || !(await isLocked(id))) return false;
  toast(t('This design is open in another window; change it there.'));
  return true;
}

function tellUnstored(design: Design): void {
  toast(t('“{name}” could not be stored: there may be no room left.', { name: design.name }), {
    tone: 'error',
    action: { label: t('Save as file'), run: () => void saveAsFile(design) },
  });
}
