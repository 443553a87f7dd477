import { isInAttempt } from '../storage/attempts';
import { database } from '../storage/database';
import { attemptOf } from '../store/attempt';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { t } from '../words/t';

const nothing = (): void => undefined;

/**
 * Takes up the attempt that the open design is drawn in, wherever the design was opened from: a window that is loaded again goes on
 * with it. A window that may not edit the design leaves the attempt to the one that does. Returns the function that stops it.
 */
export function followAttempts(editor: Editor): () => void {
  let stop = nothing;
  const leave = (): void => {
    stop();
    stop = nothing;
    attemptOf(editor).setState({ attempt: null });
  };
  const take = (id: string): void => {
    let isShown = true;
    stop = () => {
      isShown = false;
    };
    takeUp(editor, id, () => isShown).then(
      (end) => {
        if (isShown) stop = end;
        else end();
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (isShown) toast(t('The attempt cannot be read: {message}', { message }), { tone: 'error' });
      },
    );
  };
  const stopFollowing = editor.document.subscribe((state, before) => {
    const id = state.readOnly ? null : (state.design?.id ?? null);
    const idBefore = before.readOnly ? null : (before.design?.id ?? null);
    if (id === idBefore) return;
    leave();
    if (id !== null) take(id);
  });
  return () => {
    stopFollowing();
    leave();
  };
}

async function takeUp(editor: Editor, id: string, isShown: () => boolean): Promise<() => void> {
  if (!(await isInAttempt(database, id))) return nothing;
  const { takeUpAttempt } = await import('./session');
  return takeUpAttempt(editor, id, isShown);
}
