import type { Editor } from '../store/editors';
import { motionMs, screenOf } from './screen';

/** How long parts take to their new places, ms; the style sheet of the canvas has less. */
const settleMs = 160;

/** Lets what an edit moves glide to its new place; at once where less motion is wished. */
export function settle<T>(editor: Editor, edit: () => T): T {
  const element = screenOf(editor).surface?.element;
  if (element === undefined || motionMs() === 0) return edit();
  element.dataset['settling'] = '';
  setTimeout(() => delete element.dataset['settling'], settleMs);
  return edit();
}
