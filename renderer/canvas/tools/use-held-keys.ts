import { useEffect } from 'react';
import type { Editor } from '../../store/editors';
import { gesturesOf, useGesture } from './gestures';

/** Tells the gesture under way of the keys that are pressed and released while the pointer rests. */
export function useHeldKeys(editor: Editor): void {
  const isIdle = useGesture((state) => state.name === 'idle');
  useEffect(() => {
    if (isIdle) return;
    const onKey = (event: KeyboardEvent): void => {
      // Alt alone would give the keyboard to the menu bar of the window.
      if (event.key === 'Alt') event.preventDefault();
      gesturesOf(editor).keysChanged(event);
    };
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('keyup', onKey, options);
    return () => listeners.abort();
  }, [editor, isIdle]);
}
