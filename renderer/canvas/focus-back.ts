import type { Editor } from '../store/editors';
import { focusCanvas } from './screen';

/**
 * Who has the keyboard now. The function that this returns gives it back, to the canvas where that element is gone: a field
 * in place that is closed by a key would leave it with nobody.
 */
export function keyboardHolder(editor: Editor): () => void {
  const before = document.activeElement;
  return () => {
    if (before instanceof HTMLElement && before.isConnected && before !== document.body)
      before.focus({ preventScroll: true });
    else focusCanvas(editor);
  };
}
