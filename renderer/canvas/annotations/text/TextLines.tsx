import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useDocument } from '../../../store/document';
import { useEditing } from '../../../store/editing';
import { useEditor } from '../../../store/editors';
import { t } from '../../../words/t';
import { writeMark } from '../../arrange';
import type { CanvasNode } from '../../flow-nodes';
import styles from '../Annotations.module.css';
import { InPlaceText } from '../InPlaceText';
import { useMarkText, useTextLines } from '../use-text';

/** A line of text that stands on the ground. */
export const TextLines = memo(function TextLines({ id, selected }: NodeProps<CanvasNode>) {
  const editor = useEditor();
  const text = useMarkText(id);
  const lines = useTextLines(id);
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <div className={styles.text} data-selected={selected} data-editable={!readOnly}>
      <span id={`say-${id}`} className="visually-hidden">
        {t('Text: {text}', { text })}
      </span>
      {isEditing && !readOnly ? (
        <InPlaceText
          value={text}
          label={t('Text')}
          className={styles.textField}
          onCommit={(next) => writeMark(editor, id, next)}
          onClose={editor.stopEditing}
        />
      ) : (
        lines
      )}
    </div>
  );
});
