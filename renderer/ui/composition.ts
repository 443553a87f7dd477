/** The `keyCode` that browsers report for a key that an input method handles. */
const inputMethodKeyCode = 229;

/**
 * Whether an input method handles this key for its composition. Safari ends the composition before it reports
 * the key that ended it, so that only the code identifies it.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === inputMethodKeyCode;

/**
 * Keeps the keys of an input method from everything in the window: fields, dialogs, lists and shortcuts receive only keys
 * that are meant for them. Returns the function that stops it.
 */
export function withholdCompositionKeys(): () => void {
  const withhold = (event: KeyboardEvent): void => {
    if (!isComposing(event)) return;
    event.stopImmediatePropagation();
    // By default the browser would empty a search field, or close a dialog.
    if (event.key === 'Escape') event.preventDefault();
  };
  // In the capture phase of the window: before any other key listener.
  window.addEventListener('keydown', withhold, { capture: true });
  return () => window.removeEventListener('keydown', withhold, { capture: true });
}
