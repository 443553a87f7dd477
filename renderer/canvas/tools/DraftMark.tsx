import { useMemo } from 'react';
import { markColorOf } from '../../../shared/diagram/palette';
import { annotationOf } from '../../../shared/layout/annotations/index';
import type { Mark } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { movedAttachments } from '../annotations/moved-arrow';
import { annotationViewOf } from '../annotations/views';
import { partBoxes } from '../part-boxes';
import { screenPointOf } from '../viewport';
import styles from './DrawSheet.module.css';

const nothingMoved = { places: {}, boxes: {} };
const reachPx = 4;

interface DraftMarkProps {
  readonly mark: Mark;
  readonly target: string | null;
  readonly showsMark: boolean;
}

/** The annotation in hand, and the part that its end would bind to. */
export function DraftMark({ mark, target, showsMark }: DraftMarkProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const attachedOf = useMemo(
    () => (design === null ? () => undefined : movedAttachments(design, nothingMoved)),
    [design],
  );
  const origin = screenPointOf(editor, { x: 0, y: 0 });
  const { zoom } = editor.view.getState();
  const box = annotationOf(mark.kind).boxOf(mark, attachedOf);
  const at = design === null || target === null ? undefined : partBoxes(design).get(target);
  const Drawing = annotationViewOf(mark.kind)?.Draft ?? null;
  return (
    <svg className={styles.drawing} style={{ zIndex: 4 }} aria-hidden="true">
      <g transform={`translate(${origin.x} ${origin.y}) scale(${zoom})`}>
        {at === undefined ? null : (
          <rect
            className={styles.target}
            x={at.x - reachPx}
            y={at.y - reachPx}
            width={at.width + 2 * reachPx}
            height={at.height + 2 * reachPx}
            rx={6}
          />
        )}
        {!showsMark ? null : (
          <g
            data-line={markColorOf(mark.color)}
            data-paper={markColorOf(mark.kind === 'note' ? mark.color : mark.fill)}
          >
            {Drawing === null ? (
              <rect className={styles.note} {...box} rx={4} />
            ) : (
              <Drawing mark={mark} box={box} attachedOf={attachedOf} />
            )}
          </g>
        )}
      </g>
    </svg>
  );
}
