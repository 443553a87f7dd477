import { nodesOf, type Point } from '../../../shared/model/schema';
import { currentDesign } from '../../store/document';
import { useDrag } from '../../store/drag';
import { setView } from '../../store/view';
import { holds, partBoxes } from '../part-boxes';
import { canvasPointAt } from '../viewport';
import { connectNodes } from './connect-nodes';

/** Pixels of the screen that a press on a handle may move without meaning a connection. */
const leastPullPx = 12;

let start: Point | null = null;

type Pointer = { readonly clientX: number; readonly clientY: number };

function pointerOf(event: MouseEvent | TouchEvent): Pointer | null {
  if ('clientX' in event) return event;
  return event.changedTouches[0] ?? null;
}

/** The card under a point, but for the one the connection comes from. */
function cardAt(point: Point, except: string): string | null {
  const design = currentDesign();
  if (design === null) return null;
  const boxes = partBoxes(design);
  const found = nodesOf(design).findLast(({ id }) => {
    const box = boxes.get(id);
    return id !== except && box !== undefined && holds(box, point);
  });
  return found?.id ?? null;
}

export function beginConnection(event: MouseEvent | TouchEvent, from: string | null): void {
  const pointer = pointerOf(event);
  start = pointer === null ? null : { x: pointer.clientX, y: pointer.clientY };
  useDrag.setState({ connectFrom: from, connectTo: null });
}

/** Lights the card that would be connected. */
export function trackConnection(pointer: Pointer): void {
  const { connectFrom, connectTo } = useDrag.getState();
  if (connectFrom === null) return;
  const over = cardAt(canvasPointAt(pointer.clientX, pointer.clientY), connectFrom);
  if (over !== connectTo) useDrag.setState({ connectTo: over });
}

/** Connects to the card under the pointer; over the empty canvas asks what stands there. */
export function endConnection(event: MouseEvent | TouchEvent): void {
  const { connectFrom } = useDrag.getState();
  const pointer = pointerOf(event);
  const from = start;
  start = null;
  useDrag.setState({ connectFrom: null, connectTo: null });
  if (connectFrom === null || pointer === null || from === null) return;
  if (Math.hypot(pointer.clientX - from.x, pointer.clientY - from.y) < leastPullPx) return;
  const at = canvasPointAt(pointer.clientX, pointer.clientY);
  const to = cardAt(at, connectFrom);
  if (to !== null) connectNodes(connectFrom, to);
  else setView({ adding: { at, from: connectFrom } });
}
