import type { Design } from '../../shared/model/schema';
import type { Attempt } from '../../shared/practice/attempt';
import { advanced } from '../../shared/practice/attempt-clock';
import { stepped } from '../../shared/practice/attempt-events';
import { keepClock, keptClock } from '../storage/attempt-clock';
import { writeAttempt } from '../storage/attempts';
import { database } from '../storage/database';
import { attemptOf } from '../store/attempt';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { loadAttempt } from './load-attempt';

const tickMs = 500;
/** What is said and drawn is written after this rest. */
const saveAfterMs = 300;

/** Changes the attempt of an editor's design; nothing where it is in none. */
export function changeAttempt(editor: Editor, change: (attempt: Attempt) => Attempt): void {
  attemptOf(editor).setState(({ attempt }) => ({ attempt: attempt === null ? null : change(attempt) }));
}

/**
 * Goes on with the stored attempt of the design that is open: its clock, the record of the edits, and writing it. Returns the function
 * that stops it, with the last state written. Rejects where the attempt cannot be read.
 */
export async function takeUpAttempt(editor: Editor, id: string, isShown: () => boolean): Promise<() => void> {
  const stored = await loadAttempt(id);
  const design = editor.design();
  if (stored === null || design === null || !isShown()) return () => undefined;
  const attempt = caughtUp(advanced(stored, (keptClock(id) ?? 0) - stored.elapsedMs), design);
  attemptOf(editor).setState({ attempt });
  editor.withholdFindings(attempt.way === 'exam');
  const stops = [recordSteps(editor, attempt.steps.length), runClock(editor), keepAttempt(editor)];
  return () => {
    for (const stop of stops) stop();
    editor.withholdFindings(false);
  };
}

/** An attempt whose design was edited after it was last written: what stands now is one step. */
function caughtUp(attempt: Attempt, design: Design): Attempt {
  if (withoutTime(attempt.design) === withoutTime(design)) return attempt;
  return stepped(attempt, { label: t('Edits before the window was closed'), design });
}

const withoutTime = ({ updatedAt: _, ...design }: Design): string => JSON.stringify(design);

/** Records each design that the editor shows as a step. Undo and redo go to the step that had the design before. */
function recordSteps(editor: Editor, stepsBefore: number): () => void {
  const positionOf = ({ dropped, past }: ReturnType<Editor['document']['getState']>): number =>
    dropped + past.length;
  /** The steps after which the history was at each of its places. */
  const stepsAt = new Map([[positionOf(editor.document.getState()), stepsBefore]]);
  return editor.document.subscribe((state, before) => {
    const { design, made } = state;
    if (design === null || design === before.design || design.id !== before.design?.id) return;
    const to = made === null ? stepsAt.get(positionOf(state)) : undefined;
    const label = made?.label ?? (state.future.length < before.future.length ? t('Redo') : t('Undo'));
    changeAttempt(editor, (attempt) => {
      const next = stepped(attempt, {
        label,
        design,
        ...(made === null ? {} : { changes: made.changes }),
        ...(to === undefined ? {} : { to }),
      });
      stepsAt.set(positionOf(state), next.steps.length);
      return next;
    });
  });
}

function runClock(editor: Editor): () => void {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    changeAttempt(editor, (attempt) => advanced(attempt, now - last));
    last = now;
    const { attempt } = attemptOf(editor).getState();
    if (attempt !== null) keepClock(attempt.id, attempt.elapsedMs);
  }, tickMs);
  return () => clearInterval(timer);
}

/** Writes the attempt soon after what changes in it other than its clock, and when the page is left. */
function keepAttempt(editor: Editor): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReported = false;
  const write = async (attempt: Attempt): Promise<void> => {
    const outcome = await writeAttempt(database, attempt);
    if (outcome !== true && !isReported)
      toast(t('The attempt could not be stored: {message}', { message: outcome.message }), { tone: 'error' });
    isReported = outcome !== true;
  };
  const writeNow = (): void => {
    clearTimeout(timer);
    const { attempt } = attemptOf(editor).getState();
    if (attempt !== null && attempt.endedAt === undefined) void write(attempt);
  };
  const stopFollowing = attemptOf(editor).subscribe(({ attempt }, { attempt: before }) => {
    if (attempt === null || before === null || isOnlyClock(attempt, before)) return;
    clearTimeout(timer);
    timer = setTimeout(writeNow, saveAfterMs);
  });
  const writeWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') writeNow();
  };
  document.addEventListener('visibilitychange', writeWhenHidden);
  return () => {
    stopFollowing();
    document.removeEventListener('visibilitychange', writeWhenHidden);
    writeNow();
  };
}

const isOnlyClock = (a: Attempt, b: Attempt): boolean =>
  a.events === b.events &&
  a.steps === b.steps &&
  a.answers === b.answers &&
  a.estimates === b.estimates &&
  a.section === b.section;
