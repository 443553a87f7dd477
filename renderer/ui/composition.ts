/** The code under which browsers tell of a key that an input method took. */
const inputMethodKeyCode = 229;

/**
 * Whether an input method takes this key for the text that it is composing. Safari ends the composition before it tells of
 * the key that ended it, so that only the code is left to know it by.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === inputMethodKeyCode;

/**
 * Keeps the keys of an input method from everything in the window: fields, dialogs, lists and shortcuts hear only of keys
 * that are meant for them. Returns the function that stops it.
 */
export function withholdCompositionKeys(): () => void {
  const withhold = (event: KeyboardEvent): void => {
    if (!isComposing(event)) return;
    event.stopImmediatePropagation();
    // Of itself the browser would empty a search field, or close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  };
  // In the capture phase of the window: before anything that hears of keys.
  window.addEventListener('keydown', withhold, { capture: true });
  return () => window.removeEventListener('keydown', withhold, { capture: true });
}
