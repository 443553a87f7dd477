import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { markColorOf } from '../../../../shared/diagram/palette';
import { noteFontPx } from '../../../../shared/layout/annotations/note';
import { noteLines, noteSize } from '../../../../shared/layout/geometry';
import { useDocument } from '../../../store/document';
import { useEditing } from '../../../store/editing';
import { useEditor } from '../../../store/editors';
import { useView } from '../../../store/view';
import { t } from '../../../words/t';
import { resizeMark, writeMark } from '../../arrange';
import { canvasPxOf, useDetail } from '../../detail';
import type { CanvasNode } from '../../flow-nodes';
import { useFound } from '../../found';
import { ResizeHandles } from '../../ResizeHandles';
import { useIsErased } from '../../tools/use-is-erased';
import styles from '../Annotations.module.css';
import { InPlaceText } from '../InPlaceText';
import { useMark } from '../use-mark';

const smallest = { width: 80, height: 40 };

/** A sticky note. */
export const StickyNote = memo(function StickyNote(props: NodeProps<CanvasNode>) {
  const { id, selected, width = noteSize.width, height = noteSize.height } = props;
  const editor = useEditor();
  const mark = useMark(id);
  const { text = '' } = mark;
  const isErased = useIsErased(id);
  const found = useFound(id);
  const isEditing = useEditing((state) => state.id === id);
  // From here on its letters are 11 px and more as they are, and its lines are broken as in a picture; else as many whole lines as fit.
  const fontPx = noteFontPx(mark);
  const isAsWritten = useView((state) => state.zoom >= 11 / fontPx);
  const letterPx = useView((state) => (isAsWritten ? fontPx : Math.max(fontPx, 11 * canvasPxOf(state.zoom))));
  const detail = useDetail();
  const isSmall = detail === 'tile' || detail === 'dot';
  const padding = isSmall ? 2 : noteSize.padding;
  const lines = Math.floor((height - 2 * padding) / (letterPx * (isSmall ? 1.15 : noteSize.lineShare)));
  // Less than a line, or a few letters of it: lines in place of words say that something is written there.
  const isLegible = lines >= 1 && width >= 4 * letterPx;
  const readOnly = useDocument((state) => state.readOnly);
  const box = { x: props.positionAbsoluteX, y: props.positionAbsoluteY, width, height };
  return (
    <div
      className={styles.note}
      style={{ '--letters': `${fontPx}px` } as CSSProperties}
      data-paper={markColorOf(mark.color)}
      data-selected={selected}
      data-editable={!readOnly}
      data-erased={isErased ? '' : undefined}
      data-found={found}
    >
      <span id={`say-${id}`} className="visually-hidden">
        {t('Note: {text}', { text })}
      </span>
      {isEditing && !readOnly ? (
        <InPlaceText
          value={text}
          label={t('Text of the note')}
          className={styles.noteField}
          onCommit={(next) => writeMark(editor, id, next)}
          onClose={editor.stopEditing}
        />
      ) : isLegible ? (
        <div
          className={styles.noteText}
          translate="no"
          data-broken={isAsWritten}
          style={{ WebkitLineClamp: Math.max(1, lines) }}
          data-small={isSmall}
        >
          {isAsWritten ? noteLines({ ...mark, width }).join('\n') : text}
        </div>
      ) : (
        <div className={styles.standIn} data-editable={!readOnly} />
      )}
      {selected && !isEditing && !readOnly ? (
        <ResizeHandles
          id={id}
          box={box}
          smallest={smallest}
          onResize={(next) => resizeMark(editor, id, next)}
        />
      ) : null}
    </div>
  );
});
