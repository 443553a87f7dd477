import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { arrowLine } from '../../../../shared/layout/annotations/arrow-line';
import { marksById } from '../../../../shared/layout/geometry';
import { own } from '../../../../shared/model/own';
import { useDocument } from '../../../store/document';
import { useDrag } from '../../../store/drag';
import { t } from '../../../words/t';
import type { CanvasNode, Moved } from '../../flow-nodes';
import { useGesture } from '../../tools/gestures';
import { type DrawnMarkSpec, MarkOnCanvas } from '../DrawnMark';
import styles from '../DrawnMark.module.css';
import { movedArrow, movedAttachments } from '../moved-arrow';
import { ArrowDrawing } from './ArrowDrawing';
import { ArrowHandles } from './ArrowHandles';

const fieldPx = { width: 160, height: 28 };

const spec: DrawnMarkSpec = {
  Drawing: ArrowDrawing,
  describe: ({ text = '' }) => t('Arrow: {text}', { text }),
  field: {
    label: () => t('Text of the arrow'),
    boxOf: (_mark, { x, y, width, height }) => ({
      x: x + (width - fieldPx.width) / 2,
      y: y + (height - fieldPx.height) / 2,
      ...fieldPx,
    }),
    className: `${styles.centred} ${styles.labelField}`,
  },
  smallest: null,
  Handles: ArrowHandles,
};

const nothingMoved: Moved = { places: {}, boxes: {} };

/** An arrow, whose line follows what it ends at, also while that is dragged. */
export const ArrowOnCanvas = memo(function ArrowOnCanvas({ id, selected }: NodeProps<CanvasNode>) {
  const design = useDocument((state) => state.design);
  const stored = useDocument((state) =>
    state.design === null ? undefined : marksById(state.design).get(id),
  );
  // The end that is being dragged to another part.
  const draft = useGesture(({ name, draft: drawn }) =>
    name === 'move-end' && drawn?.kind === 'mark' && drawn.mark.id === id ? drawn.mark : null,
  );
  const mark = draft ?? stored;
  const parts = [id, mark?.from?.part, mark?.to?.part];
  const isMoved = useDrag(({ places, boxes }) =>
    parts.some((part) => part !== undefined && (own(places, part) ?? own(boxes, part)) !== undefined),
  );
  const places = useDrag((state) => (isMoved ? state.places : nothingMoved.places));
  const boxes = useDrag((state) => (isMoved ? state.boxes : nothingMoved.boxes));
  const drawn = useMemo(() => {
    if (design === null || mark === undefined) return null;
    const moved = { places, boxes };
    const attachedOf = movedAttachments(design, moved);
    const placed = movedArrow(design, mark, moved);
    return { placed, attachedOf, box: arrowLine(placed, attachedOf).box };
  }, [design, mark, places, boxes]);
  if (drawn === null) return null;
  return (
    <MarkOnCanvas
      spec={spec}
      mark={drawn.placed}
      box={drawn.box}
      attachedOf={drawn.attachedOf}
      isSelected={selected === true}
    />
  );
});
