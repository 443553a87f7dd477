import { liveQuery } from 'dexie';
import type { Design } from '../../shared/model/schema';
import { useDocument } from '../store/document';
import { toast, useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { database } from './database';
import { readStored, writeDesign } from './designs';
import { messageOf } from './failure';
import { saveAsFile } from './file';
import { readLibrary, readTrash } from './library-lines';
import { goTo } from './navigation';
import { asNew, keepAsCopy, newDesign, storeNew } from './new-entry';
import { isOpenElsewhere } from './open-elsewhere';
import { tellUnopened } from './unreadable';

/** How long to wait before a library that could not be read is read again. */
const readAgainMs = 3_000;

/** Keeps the lists of designs as storage has them, whichever window changes them. Returns the function that stops it. */
export function followLibrary(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = (): void => undefined;
  let hasFailed = false;
  const follow = (): void => {
    const lists = liveQuery(async () => ({
      ...(await readLibrary(database)),
      trash: await readTrash(database),
    }));
    const subscription = lists.subscribe({
      next: (found) => {
        hasFailed = false;
        useWorkspace.setState(found);
      },
      error: (error: unknown) => {
        // What was read before stays: an empty page would look as if the designs were gone.
        database.close({ disableAutoOpen: false });
        timer = setTimeout(follow, readAgainMs);
        if (hasFailed) return;
        hasFailed = true;
        toast(t('The library cannot be read: {message}', { message: messageOf(error) }), { tone: 'error' });
      },
    });
    stop = () => subscription.unsubscribe();
  };
  follow();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Stores a design, an empty one where none is given, as a new entry of the library, and opens it. */
export async function createDesign(design?: Design): Promise<void> {
  const created = design === undefined ? await newDesign() : await asNew(design);
  if ((await storeNew(created)) === null) return tellUnstored(created);
  await goTo({ page: 'design', id: created.id });
}

/** Stores a design that came from outside under its own id, or under a new one where that is taken, and opens it. */
export async function addToLibrary(design: Design): Promise<void> {
  const id = await storeInLibrary(design);
  if (id !== null) await openStored(id);
}

/** Stores a design that came from outside in the same way, and leaves it closed: its id there, or null where it was not stored. */
export async function storeInLibrary(design: Design): Promise<string | null> {
  const taken = (await readStored(database, design.id)).kind !== 'missing';
  const entry = taken ? await asNew(design) : design;
  if ((await storeNew(entry)) !== null) return entry.id;
  tellUnstored(entry);
  return null;
}

export function openStored(id: string): Promise<void> {
  return goTo({ page: 'design', id });
}

export function goHome(): Promise<void> {
  return goTo({ page: 'library' });
}

export function goToPractice(): Promise<void> {
  return goTo({ page: 'practice' });
}

export async function renameStored(id: string, name: string): Promise<void> {
  if (await isOpenElsewhere(id)) return;
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') return tellUnopened(id, stored);
  if (stored.design.name === name || name.trim() === '') return;
  const renamed = { ...stored.design, name: name.trim() };
  const outcome = await writeDesign(database, renamed, stored.revision, new Date().toISOString());
  if (outcome.ok) return;
  const reason = 'message' in outcome ? outcome.message : t('it was changed in another window');
  toast(t('The name could not be stored: {reason}', { reason }), { tone: 'error' });
}

/** Puts a copy of a stored design into the library; the copy is not opened. */
export async function duplicateStored(id: string): Promise<void> {
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') return tellUnopened(id, stored);
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

function tellUnstored(design: Design): void {
  toast(t('“{name}” could not be stored: there may be no room left.', { name: design.name }), {
    tone: 'error',
    action: { label: t('Save as file'), run: () => void saveAsFile(design) },
  });
}
