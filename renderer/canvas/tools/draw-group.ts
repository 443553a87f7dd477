import type { Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { addGroup, snapped } from '../arrange';
import { boxBetween } from '../box-between';
import { canvasPointAt } from '../viewport';
import { gesturesOf, type Pointer } from './gestures';

const smallestPx = 60;
const usual = { width: 480, height: 320 };

/** Drawing a group: a drag gives its box, a click puts down one of usual size. */
export function beginGroup(editor: Editor, pointer: Pointer): void {
  const gestures = gesturesOf(editor);
  const pointOf = ({ clientX, clientY }: Pointer): Point => {
    const { x, y } = canvasPointAt(editor, clientX, clientY);
    return { x: snapped(x), y: snapped(y) };
  };
  const from = pointOf(pointer);
  let box = boxBetween(from, from);
  gestures.begin({
    name: 'draw-group',
    pullsView: true,
    move(next) {
      box = boxBetween(from, pointOf(next));
      gestures.show({ kind: 'group', box });
    },
    finish() {
      editor.setView({ tool: 'select' });
      addGroup(editor, box.width < smallestPx || box.height < smallestPx ? { ...from, ...usual } : box);
    },
    cancel() {
      if (editor.view.getState().tool === 'group') editor.setView({ tool: 'select' });
    },
  });
}
