import type { NodeProps } from '@xyflow/react';
import { type CSSProperties, memo } from 'react';
import { markColorOf } from '../../../../shared/diagram/palette';
import { textLines } from '../../../../shared/layout/annotations/text';
import { textFontPxOf, textLinePxOf } from '../../../../shared/layout/annotations/text-size';
import { useDocument } from '../../../store/document';
import { useEditing } from '../../../store/editing';
import { useEditor } from '../../../store/editors';
import { t } from '../../../words/t';
import { writeMark } from '../../arrange';
import type { CanvasNode } from '../../flow-nodes';
import { useFound } from '../../found';
import { useIsErased } from '../../tools/use-is-erased';
import styles from '../Annotations.module.css';
import { InPlaceText } from '../InPlaceText';
import { useMark } from '../use-mark';

/** A line of text that is on the ground. */
export const TextLines = memo(function TextLines({ id, selected }: NodeProps<CanvasNode>) {
  const editor = useEditor();
  const mark = useMark(id);
  const { text = '' } = mark;
  const isErased = useIsErased(id);
  const found = useFound(id);
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <div
      className={styles.text}
      style={
        { '--letters': `${textFontPxOf(mark)}px`, '--pitch': `${textLinePxOf(mark)}px` } as CSSProperties
      }
      data-line={markColorOf(mark.color)}
      data-selected={selected}
      data-editable={!readOnly}
      data-erased={isErased ? '' : undefined}
      data-found={found}
    >
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
        <span translate="no">{textLines(mark).join('\n')}</span>
      )}
    </div>
  );
});
