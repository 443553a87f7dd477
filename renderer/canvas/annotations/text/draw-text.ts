import type { Editor } from '../../../store/editors';
import { snapped } from '../../arrange';
import { gesturesOf, type Pointer } from '../../tools/gestures';
import { canvasPointAt } from '../../viewport';
import { addAnnotation } from '../add-annotation';

/** A text begins where the pointer is released, and is as wide as what is written. */
export function beginText(editor: Editor, _start: Pointer): void {
  gesturesOf(editor).begin({
    name: 'draw-mark',
    finish({ clientX, clientY }) {
      const { x, y } = canvasPointAt(editor, clientX, clientY);
      addAnnotation(editor, { kind: 'text', x: snapped(x), y: snapped(y) }, { writes: true });
    },
    cancel: () => undefined,
  });
}
