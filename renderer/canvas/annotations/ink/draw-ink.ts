import { counts } from '../../../../shared/model/limits';
import type { Editor } from '../../../store/editors';
import { gesturesOf, type Pointer } from '../../tools/gestures';
import { canvasPointAt } from '../../viewport';
import { addAnnotation, styled } from '../add-annotation';
import { inkMark } from './ink-mark';
import type { InkPoint } from './simplify';

/** Drawing a stroke; a pen's pressure goes into it, the speed of a mouse stands in for it. */
export function beginInk(editor: Editor, start: Pointer): void {
  const gestures = gesturesOf(editor);
  const hasPressure = start.pointerType === 'pen';
  const points: InkPoint[] = [];
  const add = ({ clientX, clientY, pressure = 0.5 }: Pointer): void => {
    if (points.length < counts.inkNumbers / 2)
      points.push({ ...canvasPointAt(editor, clientX, clientY), pressure });
  };
  add(start);
  gestures.begin({
    name: 'draw-mark',
    move(pointer) {
      add(pointer);
      gestures.show({
        kind: 'mark',
        mark: { id: 'draft', ...styled(editor, inkMark(points, hasPressure)) },
        target: null,
      });
    },
    finish() {
      addAnnotation(editor, inkMark(points, hasPressure), { writes: false, stays: true });
    },
    cancel: () => undefined,
  });
}
