import { fitName } from '../../../shared/diagram/card-text';
import { useEditing } from '../../store/editing';
import { type Editor, useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { InPlaceInput } from '../InPlaceInput';
import { useReadOnly } from '../parts';
import styles from './CardName.module.css';

interface CardNameProps {
  readonly id: string;
  readonly name: string;
  /** Cut to its card as a picture cuts it, by the letters' widths; else where it is drawn larger than they say, by the browser. */
  readonly fitted: boolean;
  readonly className?: string | undefined;
}

export function renameNode(editor: Editor, id: string, name: string): void {
  const trimmed = name.trim();
  editor.edit(t('Rename'), [{ op: 'patch-node', id, patch: { name: trimmed === '' ? null : trimmed } }]);
}

/** The name on a card; a double click writes it in place. */
export function CardName({ id, name, fitted, className }: CardNameProps) {
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
    <span className={`${className ?? ''} ${styles.name}`} data-editable={!readOnly}>
      <bdi>{fitted ? fitName(name) : name}</bdi>
    </span>
  );
}
