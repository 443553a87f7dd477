import { liveQuery } from 'dexie';
import { readDesign } from '../../shared/catalog/read';
import type { Design } from '../../shared/model/schema';
import { openDesign, setReadOnly, useDocument } from '../store/document';
import { dismissToast, toast, useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { type Autosave, startAutosave } from './autosave';
import { database } from './database';
import { parseBody, type ReadOutcome, readStored, writeDesign } from './designs';
import { draftOf, dropDraft, keepDraft } from './draft';
import { saveAsFile } from './file';
import { acquireLock, type DesignLock, onYieldRequest, takeOverLock } from './locks';
import { keepAsCopy } from './new-entry';
import { askOncePerSession } from './persistence';
import { tellUnopened } from './unreadable';

/** The design on the canvas: its lock where this window may write it, and the watch on storage where it may not. */
interface Session {
  readonly id: string;
  lock: DesignLock | null;
  stopFollowing: () => void;
}

let session: Session | null = null;
let autosave: Autosave | null = null;
/** The message that writing fails; it goes when writing succeeds again. */
let failureToast = 0;

const now = (): string => new Date().toISOString();
const nothing = (): void => undefined;

/** Starts what keeps the open design; returns the function that stops it. */
export function startSessions(): () => void {
  const saver = startAutosave({
    write: async (design, revision) => {
      const outcome = await writeDesign(database, design, revision, now());
      if (outcome.ok) {
        dropDraft(design.id);
        void askOncePerSession();
      }
      return outcome;
    },
    onConflict: (design) => void settleConflict(design),
    onMissing: () => {
      dismissToast(failureToast);
      markDeleted(true);
    },
    onFailure: tellFailure,
    onRecovery: () => dismissToast(failureToast),
  });
  autosave = saver;
  const stopYielding = onYieldRequest((id) => {
    if (session?.id === id && session.lock !== null) void yieldLock(session);
  });
  return () => {
    stopYielding();
    saver.stop();
    autosave = null;
  };
}

/** Opens a stored design: for writing where no other window has it, else to be looked at. */
export async function openSession(id: string): Promise<ReadOutcome> {
  const opened: Session = { id, lock: null, stopFollowing: nothing };
  opened.lock = await acquireLock(id, () => loseLock(opened));
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') {
    opened.lock?.release();
    return stored;
  }
  session = opened;
  useWorkspace.setState({ isDeleted: false });
  autosave?.adopt(stored.design, stored.revision);
  openDesign(stored.design, opened.lock === null);
  if (opened.lock === null) followStorage(opened, stored.revision);
  else {
    watchExistence(opened);
    await takeUpDraft(stored.design, stored.revision);
  }
  return stored;
}

/** Writes what is unsaved and lets the design go; false, with everything as it was, where it could not be written. */
export async function closeSession(): Promise<boolean> {
  if (session === null) return true;
  if (!(await flush())) return false;
  abandonSession();
  return true;
}

/** Lets the design go with what is unsaved in it. */
export function abandonSession(): void {
  session?.lock?.release();
  session?.stopFollowing();
  session = null;
  useWorkspace.setState({ isDeleted: false });
  autosave?.adopt(null, 0);
  openDesign(null);
}

export async function flush(): Promise<boolean> {
  return (await autosave?.flush()) ?? true;
}

/** Puts what is unsaved where it survives the page, without waiting; for a page that is going. False where it has no room. */
export function flushAtOnce(): boolean {
  const unsaved = autosave?.unsaved() ?? null;
  if (unsaved === null) return true;
  const isKept = keepDraft({ id: unsaved.design.id, revision: unsaved.revision, design: unsaved.design });
  void flush();
  return isKept;
}

/** Storage has refused the last write. */
export const isSavingFailing = (): boolean => autosave?.isFailing() ?? false;

export function hasUnsavedChanges(): boolean {
  return (autosave?.unsaved() ?? null) !== null;
}

/** Makes this window the one that writes; the other keeps showing the design and follows it. */
export async function takeOver(): Promise<void> {
  const taking = session;
  if (taking === null || taking.lock !== null) return;
  const lock = await takeOverLock(taking.id, () => loseLock(taking));
  if (session !== taking) return lock.release();
  const stored = await readStored(database, taking.id);
  if (session !== taking) return lock.release();
  if (stored.kind !== 'found') {
    lock.release();
    if (stored.kind === 'missing') markDeleted(true);
    else tellUnopened(taking.id, stored);
    return;
  }
  taking.lock = lock;
  watchExistence(taking);
  autosave?.adopt(stored.design, stored.revision);
  openDesign(stored.design);
}

/** Keeps what this window shows of a deleted design as a design of its own; its id, or null where it was not stored. */
export async function keepDeleted(): Promise<string | null> {
  const { design } = useDocument.getState();
  if (design === null || !useWorkspace.getState().isDeleted) return null;
  const copy = await keepAsCopy(design, design.name);
  if (copy !== null) return copy.id;
  toast(t('“{name}” could not be stored: there may be no room left.', { name: design.name }), {
    tone: 'error',
    action: { label: t('Save as file'), run: () => void saveAsFile(design) },
  });
  return null;
}

/** Shows that the design is no longer in the library, or that it is back. */
function markDeleted(isDeleted: boolean): void {
  if (session === null || useWorkspace.getState().isDeleted === isDeleted) return;
  if (isDeleted) {
    setReadOnly(true);
    session.lock?.release();
    session.lock = null;
    followStorage(session, 0);
  }
  useWorkspace.setState({ isDeleted });
}

/** Watches whether the design that this window writes stays in the library; without reading it after each write. */
function watchExistence(watching: Session): void {
  watching.stopFollowing();
  const count = liveQuery(() => database.bodies.where(':id').equals(watching.id).count());
  const subscription = count.subscribe((found) => {
    if (session === watching && watching.lock !== null && found === 0) markDeleted(true);
  });
  watching.stopFollowing = () => subscription.unsubscribe();
}

async function yieldLock(yielding: Session): Promise<void> {
  setReadOnly(true);
  await flush();
  yielding.lock?.release();
  loseLock(yielding);
}

function loseLock(losing: Session): void {
  losing.lock = null;
  if (session !== losing) return;
  setReadOnly(true);
  followStorage(losing, 0);
}

/** Shows each revision that the writing window stores. */
function followStorage(following: Session, knownRevision: number): void {
  let revision = knownRevision;
  following.stopFollowing();
  const subscription = liveQuery(() => database.bodies.get(following.id)).subscribe((body) => {
    if (session !== following || following.lock !== null) return;
    markDeleted(body === undefined);
    if (body === undefined) return;
    if (body.revision <= revision || hasUnsavedChanges()) return;
    const stored = parseBody(body);
    if (stored.kind !== 'found') return;
    revision = stored.revision;
    autosave?.adopt(stored.design, stored.revision);
    useDocument.setState((state) => ({
      design: stored.design,
      revision: state.revision + 1,
      past: [],
      future: [],
    }));
  });
  following.stopFollowing = () => subscription.unsubscribe();
}

/** Takes up what the page could not write before it was closed. */
async function takeUpDraft(stored: Design, revision: number): Promise<void> {
  const draft = draftOf(stored.id);
  if (draft === null) return;
  const read = readDesign(draft.design);
  if (!read.ok) return;
  if (draft.revision === revision) {
    useDocument.setState((state) => ({ design: read.value, revision: state.revision + 1 }));
    await flush();
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

/** Another window wrote first: nothing of either is lost, for ours becomes an entry of its own. */
async function settleConflict(ours: Design): Promise<void> {
  setReadOnly(true);
  const copy = await keepAsCopy(ours, t('{name} (this window)', { name: ours.name }));
  if (copy === null) {
    useWorkspace.setState({ saveState: 'failed' });
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
  if (session?.id !== id || stored.kind !== 'found') return;
  autosave?.adopt(stored.design, stored.revision);
  openDesign(stored.design, session.lock === null);
}

function tellFailure(reason: 'full' | 'failed', message: string): void {
  const { design } = useDocument.getState();
  if (design === null) return;
  const { name } = design;
  const text =
    reason === 'full'
      ? t(
          'The disk seems to be full: “{name}” is not saved. Free some space and it is saved by itself, or save it to a file now.',
          { name },
        )
      : t('“{name}” could not be saved ({message}). It is tried again.', { name, message });
  failureToast = toast(text, {
    tone: 'error',
    action: {
      label: t('Save as file'),
      run: () => void saveAsFile(useDocument.getState().design ?? design),
    },
  });
}
