import type { Design } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import type { SaveState } from '../store/saving';
import type { WriteOutcome } from './designs';

/**
 * The first edit after a rest is written almost at once, with those that come in the same moment; edits without a rest
 * are written every `gapMs`. What a crash loses is no older than that and one write.
 */
const gatherMs = 50;
const gapMs = 250;
/** Edits that are not saved for so long, since the page has no time for it, go to the journal. */
const journalAfterMs = 300;
/**
 * To write is to copy the whole design on the page's own thread: it waits for a moment in which the page has nothing to draw,
 * and no longer than that.
 */
const idleWithinMs = 50;
/** A Chromium lets a database that failed go two seconds after its last connection: before that it fails again. */
const firstRetryMs = 3_000;
const longestRetryMs = 10_000;

export interface AutosaveOptions {
  readonly write: (design: Design, expectedRevision: number) => Promise<WriteOutcome>;
  /** Keeps the design beside, as newer than these stored revisions, in the moment that it is called. */
  readonly journal: (design: Design, revisions: readonly number[]) => void;
  /** Another window wrote this design first: what this one has is to be kept elsewhere. */
  readonly onConflict: (design: Design) => void;
  /** The design is not in storage any more: nothing was written. */
  readonly onMissing: () => void;
  /** Called once when writing begins to fail, not at every attempt. */
  readonly onFailure: (reason: 'full' | 'failed', message: string) => void;
  /** Called when writing succeeds again. */
  readonly onRecovery: () => void;
  /** Runs something in a moment without work, within so many ms. Returns the function that calls it off. */
  readonly whenIdle?: (run: () => void, withinMs: number) => () => void;
}

export interface Autosave {
  /** Takes what storage has now as the state that is saved. */
  readonly adopt: (design: Design | null, revision: number) => void;
  /** Writes what is unsaved at once; false where it could not be written. */
  readonly flush: () => Promise<boolean>;
  /** What is not written yet, with the revision it grew from. */
  readonly unsaved: () => { readonly design: Design; readonly revision: number } | null;
  /** The last write failed, whether or not another is under way. */
  readonly isFailing: () => boolean;
  readonly stop: () => void;
}

function requestIdle(run: () => void, withinMs: number): () => void {
  const handle = requestIdleCallback(run, { timeout: withinMs });
  return () => cancelIdleCallback(handle);
}

/** Writes the design of an editor to storage soon after each change, one write at a time. */
export function startAutosave({ document, saving }: Editor, options: AutosaveOptions): Autosave {
  const { write, journal, onConflict, onMissing, onFailure, onRecovery, whenIdle = requestIdle } = options;
  let saved: Design | null = null;
  let revision = 0;
  let adopted = false;
  let waitingSince: number | null = null;
  let lastWriteAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Calls off the write that is due and waits for an idle moment. */
  let stopIdle: (() => void) | null = null;
  let running: Promise<boolean> | null = null;
  /** Since when an edit is in memory alone. */
  let unsafeSince: number | null = null;
  let journaledAt = Number.NEGATIVE_INFINITY;
  let failures = 0;

  const setState = (saveState: SaveState): void => {
    if (saving.getState().saveState !== saveState) saving.setState({ saveState });
  };
  const pending = (): Design | null => {
    const { design } = document.getState();
    return adopted && design !== null && design !== saved && design.id === saved?.id ? design : null;
  };
  const unschedule = (): void => {
    clearTimeout(timer);
    stopIdle?.();
    stopIdle = null;
  };
  const schedule = (delayMs: number): void => {
    // A write that is due is not put off by the edits that come meanwhile.
    if (stopIdle !== null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      stopIdle = whenIdle(() => void run(), idleWithinMs);
    }, delayMs);
  };
  const attempt = async (): Promise<boolean> => {
    for (let design = pending(); design !== null; design = pending()) {
      waitingSince = null;
      lastWriteAt = performance.now();
      setState('saving');
      const outcome = await write(design, revision);
      if (saved?.id !== design.id) return outcome.ok;
      if (!outcome.ok) return failed(outcome, design);
      saved = design;
      revision = outcome.revision;
      // An entry that is newer than what was written represents its edits; those after it are counted from it.
      if (journaledAt <= lastWriteAt) unsafeSince = pending() === null ? null : lastWriteAt;
      if (failures > 0) onRecovery();
      failures = 0;
    }
    setState('saved');
    return true;
  };
  const failed = (outcome: Extract<WriteOutcome, { ok: false }>, design: Design): boolean => {
    if (outcome.reason === 'conflict') {
      adopted = false;
      onConflict(design);
      return false;
    }
    if (outcome.reason === 'missing') {
      adopted = false;
      setState('deleted');
      onMissing();
      return false;
    }
    if (failures === 0) onFailure(outcome.reason, outcome.message);
    setState(outcome.reason);
    schedule(Math.min(longestRetryMs, firstRetryMs * 2 ** failures));
    failures += 1;
    return false;
  };
  const run = (): Promise<boolean> => {
    unschedule();
    running ??= attempt().finally(() => {
      running = null;
    });
    return running;
  };
  const toJournal = (design: Design): void => {
    journal(design, running === null ? [revision] : [revision, revision + 1]);
    journaledAt = performance.now();
    unsafeSince = null;
  };
  const follow = (): void => {
    const design = pending();
    if (design === null) {
      // What was undone is not to come back from the journal.
      if (journaledAt > lastWriteAt && saved !== null && document.getState().design === saved)
        toJournal(saved);
      unsafeSince = null;
      if (adopted && running === null && failures === 0) setState('saved');
      return;
    }
    // While writing fails its own pauses hold: each edit would only knock at the same closed door.
    if (failures > 0) return;
    const now = performance.now();
    waitingSince ??= now;
    unsafeSince ??= now;
    if (now - unsafeSince >= journalAfterMs) toJournal(design);
    if (running === null) setState('unsaved');
    schedule(Math.max(0, lastWriteAt + gapMs - now, waitingSince + gatherMs - now));
  };
  const unsubscribe = document.subscribe((state, before) => {
    if (state.design !== before.design) follow();
  });

  return {
    adopt(design, storedRevision) {
      unschedule();
      saved = design;
      revision = storedRevision;
      adopted = design !== null;
      waitingSince = null;
      unsafeSince = null;
      journaledAt = Number.NEGATIVE_INFINITY;
      failures = 0;
      setState('saved');
    },
    async flush() {
      unschedule();
      // A write under way may have begun before the last edit: what it leaves is written after it.
      if (running !== null) await running;
      return pending() === null ? true : run();
    },
    unsaved() {
      const design = pending();
      return design === null ? null : { design, revision };
    },
    isFailing: () => failures > 0,
    stop() {
      unschedule();
      unsubscribe();
    },
  };
}
