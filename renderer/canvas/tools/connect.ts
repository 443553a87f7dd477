import type { Point, Side } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { shownDesign } from '../lanes/shown';
import { middleOf } from '../part-boxes';
import { canvasPointAt } from '../viewport';
import { cardAt } from './card-at';
import { connectNodes } from './connect-nodes';
import { drawnConnection } from './drawn-connection';
import { gesturesOf, type Pointer } from './gestures';

/** Pixels of the screen that a press on a handle may move without meaning a connection. */
const dragThresholdPx = 12;

/** The place of an event of mouse or touch; null where no finger is left. */
export function pointerOf(event: MouseEvent | TouchEvent): Pointer | null {
  const place = 'clientX' in event ? event : event.changedTouches[0];
  if (place === undefined) return null;
  return { clientX: place.clientX, clientY: place.clientY, altKey: event.altKey };
}

/** The side of a card whose handle was pressed; null where the press says none. */
function sideOfHandle({ target }: MouseEvent | TouchEvent): Side | null {
  const handle =
    typeof Element !== 'undefined' && target instanceof Element ? target.closest('[data-handlepos]') : null;
  const side = handle?.getAttribute('data-handlepos');
  return sides.find((known) => known === side) ?? null;
}

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** Draws a connection from a card: to the card under the pointer, or, over the empty canvas, to what is added there. */
export function beginConnection(editor: Editor, event: MouseEvent | TouchEvent, from: string | null): void {
  const start = pointerOf(event);
  if (start === null || from === null) return;
  const { drag } = editor;
  const held = sideOfHandle(event);
  const rest = (): void => drag.setState({ connectFrom: null, connectTo: null, connectSide: null });
  gesturesOf(editor).begin({
    name: 'connect',
    move({ clientX, clientY }) {
      const over = cardAt(editor, canvasPointAt(editor, clientX, clientY), from);
      if (over !== drag.getState().connectTo) drag.setState({ connectTo: over });
    },
    finish({ clientX, clientY }) {
      rest();
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) < dragThresholdPx) return;
      finishConnection(editor, from, held, canvasPointAt(editor, clientX, clientY));
    },
    cancel: rest,
  });
  drag.setState({ connectFrom: from, connectTo: null, connectSide: held });
}

function finishConnection(editor: Editor, from: string, held: Side | null, at: Point): void {
  const design = shownDesign(editor);
  const to = cardAt(editor, at, from);
  const drawn = design === null ? null : drawnConnection(design, from, held, at, to);
  if (drawn === null) return;
  if (to !== null) connectNodes(editor, from, to, drawn.sides);
  // In lanes it is not drawn where the card is added, but where the lanes put it.
  else if (editor.view.getState().lanes) editor.setView({ adding: { from } });
  else editor.setView({ adding: { at: middleOf(drawn.to), from, ...drawn.sides } });
}
