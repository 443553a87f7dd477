import { edgeAt } from '../../../shared/diagram/edge-at';
import type { Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { routesOf } from '../edges/route-store';

/** How near to a line what is dragged is taken to be on it, px of the screen. */
const reachPx = 14;

/** The edge on which what is dropped at a point of the canvas would be inserted. */
export const edgeUnder = (editor: Editor, point: Point): string | null =>
  edgeAt(routesOf(editor).getState().routes, point, reachPx / editor.view.getState().zoom);
