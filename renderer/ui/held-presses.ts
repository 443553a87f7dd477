/** Keeps what is typed for a part that is not there yet, in place of letting it run shortcuts of what is. */
export interface HeldPresses {
  /** Types what was kept into what has the focus by now, press by press, and keeps nothing more. */
  readonly release: () => Promise<void>;
  /** Forgets what was kept. */
  readonly drop: () => void;
}

/** Begins to keep presses. Only the window's own keys are kept: those of the browser and the system go on. */
export function holdPresses(): HeldPresses {
  const presses: KeyboardEvent[] = [];
  const holding = new AbortController();
  const hold = (press: KeyboardEvent): void => {
    // What `release` types comes by here as well.
    if (!press.isTrusted) return;
    presses.push(press);
    press.preventDefault();
    press.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hold, { capture: true, signal: holding.signal });
  return {
    release: async () => {
      for (let press = presses.shift(); press !== undefined; press = presses.shift()) {
        typePress(press);
        // What the press changed is drawn before the next one is made.
        await new Promise((resolve) => setTimeout(resolve));
      }
      holding.abort();
    },
    drop: () => holding.abort(),
  };
}

/** Makes a press again on what has the focus: as text where it is one, else as a key. */
function typePress(press: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
  if (!target.dispatchEvent(again) || ctrlKey || metaKey) return;
  // A press that a program makes types nothing by itself.
  if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Backspace') document.execCommand('delete');
}
