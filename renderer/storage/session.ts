import { liveQuery } from 'dexie';
import { activeEditor, type Editor } from '../store/editors';
import { dismissToast, toast } from '../store/workspace';
import { t } from '../words/t';
import { automaticVersions } from './automatic-versions';
import { startAutosave } from './autosave';
import { database, type StoredBody } from './database';
import { parseBody, type ReadOutcome, readStored, writeDesign } from './designs';
import { dropDraft, keepDraft } from './draft';
import { saveAsFile } from './file';
import { putInJournal } from './journal';
import { activeKeeper, allKeepers, type Keeper, keepers, release, type Session } from './keeper';
import { acquireLock, onYieldRequest, takeOverLock } from './locks';
import { keepAsCopy } from './new-entry';
import { askOncePerSession } from './persistence';
import { tellUnopened } from './unreadable';
import { settleConflict, takeUpDraft, tellFailure } from './unsaved';

const now = (): string => new Date().toISOString();
const nothing = (): void => undefined;

/** Starts what keeps the design of an editor; returns the function that stops it. */
export function keepDesign(editor: Editor): () => void {
  const keepVersion = automaticVersions();
  const autosave = startAutosave(editor, {
    write: async (design, revision) => {
      await keepVersion(design.id, now());
      const outcome = await writeDesign(database, design, revision, now());
      if (outcome.ok) {
        dropDraft(design.id);
        void askOncePerSession();
      }
      return outcome;
    },
    journal: (design, revisions) => putInJournal(database, design, revisions),
    onConflict: (design) => void settleConflict(keeper, design),
    onMissing: () => {
      dismissToast(keeper.failureToast);
      markDeleted(keeper, true);
    },
    onFailure: (reason, message) => tellFailure(keeper, reason, message),
    onRecovery: () => dismissToast(keeper.failureToast),
  });
  const keeper: Keeper = { editor, autosave, session: null, failureToast: 0 };
  keepers.set(editor, keeper);
  const stopYielding = onYieldRequest((id) => {
    const { session } = keeper;
    if (session?.id === id && session.lock !== null) void yieldLock(keeper, session);
  });
  return () => {
    stopYielding();
    autosave.stop();
    release(keeper);
    keepers.delete(editor);
  };
}

/** Opens a stored design in the active editor: for writing where no other window has it, else to be looked at. */
export async function openSession(id: string): Promise<ReadOutcome> {
  const keeper = activeKeeper();
  const { editor, autosave } = keeper;
  const opened: Session = { id, lock: null, stopFollowing: nothing };
  opened.lock = await acquireLock(id, () => loseLock(keeper, opened));
  const stored = await readStored(database, id);
  if (stored.kind !== 'found') {
    opened.lock?.release();
    return stored;
  }
  keeper.session = opened;
  editor.saving.setState({ isDeleted: false });
  autosave.adopt(stored.design, stored.revision);
  editor.open(stored.design, opened.lock === null);
  if (opened.lock === null) followStorage(keeper, opened, stored.revision);
  else {
    watchExistence(keeper, opened);
    await takeUpDraft(keeper, stored.design, stored.revision);
  }
  return stored;
}

/** Writes what is unsaved and lets the design go; false, with everything as it was, where it could not be written. */
export async function closeSession(): Promise<boolean> {
  const keeper = keepers.get(activeEditor());
  if (keeper === undefined || keeper.session === null) return true;
  if (!(await keeper.autosave.flush())) return false;
  abandon(keeper);
  return true;
}

/** Lets the design go with what is unsaved in it. */
export function abandonSession(): void {
  const keeper = keepers.get(activeEditor());
  if (keeper !== undefined) abandon(keeper);
}

function abandon(keeper: Keeper): void {
  release(keeper);
  keeper.editor.saving.setState({ isDeleted: false });
  keeper.autosave.adopt(null, 0);
  keeper.editor.open(null);
}

/** Writes what is unsaved in any editor of the window; false where some of it could not be written. */
export async function flush(): Promise<boolean> {
  const written = await Promise.all(allKeepers().map(({ autosave }) => autosave.flush()));
  return written.every(Boolean);
}

/** Puts what is unsaved where it survives the page, without waiting; for a page that is going. False where it has no room. */
export function flushAtOnce(): boolean {
  const unsaved = allKeepers().flatMap(({ autosave }) => autosave.unsaved() ?? []);
  if (unsaved.length === 0) return true;
  const kept = unsaved.map(({ design, revision }) => keepDraft({ id: design.id, revision, design }));
  void flush();
  return kept.every(Boolean);
}

/** Storage has refused the last write. */
export const isSavingFailing = (): boolean => allKeepers().some(({ autosave }) => autosave.isFailing());

export function hasUnsavedChanges(): boolean {
  return allKeepers().some(({ autosave }) => autosave.unsaved() !== null);
}

/** Makes this window the one that writes; the other keeps showing the design and follows it. */
export async function takeOver(): Promise<void> {
  const keeper = activeKeeper();
  const taking = keeper.session;
  if (taking === null || taking.lock !== null) return;
  const lock = await takeOverLock(taking.id, () => loseLock(keeper, taking));
  if (keeper.session !== taking) return lock.release();
  const stored = await readStored(database, taking.id);
  if (keeper.session !== taking) return lock.release();
  if (stored.kind !== 'found') {
    lock.release();
    if (stored.kind === 'missing') markDeleted(keeper, true);
    else tellUnopened(taking.id, stored);
    return;
  }
  taking.lock = lock;
  watchExistence(keeper, taking);
  keeper.autosave.adopt(stored.design, stored.revision);
  keeper.editor.open(stored.design);
}

/** Keeps what this window shows of a deleted design as a design of its own; its id, or null where it was not stored. */
export async function keepDeleted(): Promise<string | null> {
  const { document, saving } = activeEditor();
  const { design } = document.getState();
  if (design === null || !saving.getState().isDeleted) return null;
  const copy = await keepAsCopy(design, design.name);
  if (copy !== null) return copy.id;
  toast(t('“{name}” could not be stored: there may be no room left.', { name: design.name }), {
    tone: 'error',
    action: { label: t('Save as file'), run: () => void saveAsFile(design) },
  });
  return null;
}

/** Shows that the design is no longer in the library, or that it is back. */
function markDeleted(keeper: Keeper, isDeleted: boolean): void {
  const { editor, session } = keeper;
  if (session === null || editor.saving.getState().isDeleted === isDeleted) return;
  if (isDeleted) {
    editor.setReadOnly(true);
    session.lock?.release();
    session.lock = null;
    followStorage(keeper, session, 0);
  }
  editor.saving.setState({ isDeleted });
}

/** Watches whether the design that this window writes stays in the library; without reading it after each write. */
function watchExistence(keeper: Keeper, watching: Session): void {
  watching.stopFollowing();
  const count = liveQuery(() => database.bodies.where(':id').equals(watching.id).count());
  const subscription = count.subscribe((found) => {
    if (keeper.session === watching && watching.lock !== null && found === 0) markDeleted(keeper, true);
  });
  watching.stopFollowing = () => subscription.unsubscribe();
}

async function yieldLock(keeper: Keeper, yielding: Session): Promise<void> {
  keeper.editor.setReadOnly(true);
  await keeper.autosave.flush();
  yielding.lock?.release();
  loseLock(keeper, yielding);
}

function loseLock(keeper: Keeper, losing: Session): void {
  losing.lock = null;
  if (keeper.session !== losing) return;
  keeper.editor.setReadOnly(true);
  followStorage(keeper, losing, 0);
}

/** Shows each revision that the writing window stores. */
function followStorage(keeper: Keeper, following: Session, knownRevision: number): void {
  const { editor, autosave } = keeper;
  let revision = knownRevision;
  following.stopFollowing();
  const isFollowing = (): boolean => keeper.session === following && following.lock === null;
  const take = async (body: StoredBody | undefined): Promise<void> => {
    if (!isFollowing()) return;
    markDeleted(keeper, body === undefined);
    const isNewer = (): boolean =>
      body !== undefined && body.revision > revision && autosave.unsaved() === null && isFollowing();
    if (body === undefined || !isNewer()) return;
    const stored = await parseBody(body);
    // While it was read a later revision may have come, or this window have taken over.
    if (stored.kind !== 'found' || !isNewer()) return;
    revision = stored.revision;
    autosave.adopt(stored.design, stored.revision);
    editor.document.setState((state) => ({
      design: stored.design,
      revision: state.revision + 1,
      past: [],
      future: [],
      made: null,
    }));
  };
  const subscription = liveQuery(() => database.bodies.get(following.id)).subscribe(
    (body) => void take(body),
  );
  following.stopFollowing = () => subscription.unsubscribe();
}
