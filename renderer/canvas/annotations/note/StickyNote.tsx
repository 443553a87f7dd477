import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { noteLines, noteSize } from '../../../../shared/layout/geometry';
import { useDocument } from '../../../store/document';
import { useEditing } from '../../../store/editing';
import { useEditor } from '../../../store/editors';
import { useView } from '../../../store/view';
import { t } from '../../../words/t';
import { resizeMark, writeMark } from '../../arrange';
import { canvasPxOf, useDetail } from '../../detail';
import type { CanvasNode } from '../../flow-nodes';
import { ResizeHandles } from '../../ResizeHandles';
import styles from '../Annotations.module.css';
import { InPlaceText } from '../InPlaceText';
import { useMarkText } from '../use-text';

const smallest = { width: 80, height: 40 };

/** A sticky note. */
export const StickyNote = memo(function StickyNote(props: NodeProps<CanvasNode>) {
  const { id, selected, width = noteSize.width, height = noteSize.height } = props;
  const editor = useEditor();
  const text = useMarkText(id);
  const isEditing = useEditing((state) => state.id === id);
  // As many whole lines as fit, at the size at which they can be read.
  const linePx = useView((state) => Math.max(12.5, 11 * canvasPxOf(state.zoom)) * 1.44);
  const lines = Math.max(1, Math.floor((height - 2 * noteSize.padding) / linePx));
  const isFull = useDetail() === 'full';
  const readOnly = useDocument((state) => state.readOnly);
  const box = { x: props.positionAbsoluteX, y: props.positionAbsoluteY, width, height };
  return (
    <div className={styles.note} data-selected={selected} data-editable={!readOnly}>
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
      ) : (
        <div className={styles.noteText} data-broken={isFull} style={{ WebkitLineClamp: lines }}>
          {isFull ? noteLines({ id, kind: 'note', text, width }).join('\n') : text}
        </div>
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
