import type { Editor } from '../../store/editors';
import { canvasPointAt } from '../viewport';
import { cardAt } from './card-at';
import { connectNodes } from './connect-nodes';
import { gesturesOf, type Pointer } from './gestures';

/** Pixels of the screen that a press on a handle may move without meaning a connection. */
const dragThresholdPx = 12;

/** The place of an event of mouse or touch; null where no finger is left. */
export function pointerOf(event: MouseEvent | TouchEvent): Pointer | null {
  const place = 'clientX' in event ? event : event.changedTouches[0];
  if (place === undefined) return null;
  return { clientX: place.clientX, clientY: place.clientY, altKey: event.altKey };
}

/** Draws a connection from a card: to the card under the pointer, or, over the empty canvas, to what is added there. */
export function beginConnection(editor: Editor, event: MouseEvent | TouchEvent, from: string | null): void {
  const start = pointerOf(event);
  if (start === null || from === null) return;
  const { drag } = editor;
  const rest = (): void => drag.setState({ connectFrom: null, connectTo: null });
  gesturesOf(editor).begin({
    name: 'connect',
    move({ clientX, clientY }) {
      const over = cardAt(editor, canvasPointAt(editor, clientX, clientY), from);
      if (over !== drag.getState().connectTo) drag.setState({ connectTo: over });
    },
    finish({ clientX, clientY }) {
      rest();
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) < dragThresholdPx) return;
      const at = canvasPointAt(editor, clientX, clientY);
      const to = cardAt(editor, at, from);
      if (to !== null) connectNodes(editor, from, to);
      else editor.setView({ adding: { at, from } });
    },
    cancel: rest,
  });
  drag.setState({ connectFrom: from, connectTo: null });
}
