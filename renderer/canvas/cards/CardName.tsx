import { collapsedParts } from '../../../shared/model/collapsed';
import { useEditing } from '../../store/editing';
import { type Editor, useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { InPlaceInput } from '../InPlaceInput';
import { useReadOnly } from '../parts';
import styles from './CardName.module.css';

interface CardNameProps {
  readonly id: string;
  readonly name: string;
  /** As a picture breaks and cuts it, by the widths of the letters; else the browser does. */
  readonly lines?: readonly string[] | undefined;
  readonly className?: string | undefined;
}

export function renameNode(editor: Editor, id: string, name: string): void {
  const trimmed = name.trim();
  const patch = { name: trimmed === '' ? null : trimmed };
  const design = editor.design();
  const isGroup = design !== null && collapsedParts(design).shown.has(id);
  editor.edit(t('Rename'), [isGroup ? { op: 'patch-group', id, patch } : { op: 'patch-node', id, patch }]);
}

/** The name on a card; a double click writes it in place. */
export function CardName({ id, name, lines, className }: CardNameProps) {
  const editor = useEditor();
  const isEditing = useEditing((state) => state.id === id);
  const readOnly = useReadOnly();
  if (isEditing && !readOnly)
    return (
      <InPlaceInput
        value={name}
        label={t('Name')}
        className={`${className ?? ''} ${styles.input}`}
        onCommit={(text) => renameNode(editor, id, text)}
        onClose={editor.stopEditing}
      />
    );
  return (
    <span
      className={`${className ?? ''} ${lines === undefined ? styles.clamped : styles.lines}`}
      data-editable={!readOnly}
    >
      <bdi>{lines === undefined ? name : lines[0]}</bdi>
      {lines?.[1] === undefined ? null : (
        <>
          <br />
          <bdi>{lines[1]}</bdi>
        </>
      )}
    </span>
  );
}
