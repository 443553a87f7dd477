import { useContext, useState } from 'react';
import { FieldSearch, isFound } from '../../ui/Field';
import styles from './TextField.module.css';

interface TextFieldProps {
  readonly id?: string;
  readonly label?: string;
  /** The field of the document that it edits, where no `Field` around it names that. */
  readonly field?: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Several lines; Enter then breaks the line, and blur and Escape accept the text. */
  readonly multiline?: boolean;
  readonly className?: string | undefined;
  readonly onCommit: (text: string) => void;
}

/**
 * Text: blur accepts it, in a single line Enter too. Escape reverts a single line; of several lines it drops nothing that was written:
 * undo does, as one step. None where a search does not find its own field.
 */
export function TextField(props: TextFieldProps) {
  const {
    id,
    label,
    field,
    describedBy,
    value,
    placeholder,
    disabled,
    multiline = false,
    className,
    onCommit,
  } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const wanted = useContext(FieldSearch);
  if (field !== undefined && !isFound(wanted, label ?? '', field)) return null;
  const accept = (): void => {
    if (draft !== null && draft !== value) onCommit(draft);
    setDraft(null);
  };
  const shared = {
    id,
    'aria-label': label,
    'data-field': field,
    'aria-describedby': describedBy,
    className: [styles.input, multiline ? styles.area : '', className].filter(Boolean).join(' '),
    value: draft ?? value,
    placeholder,
    disabled,
    onBlur: () => accept(),
  };
  if (multiline)
    return (
      <textarea
        {...shared}
        rows={6}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === null) return;
          event.stopPropagation();
          accept();
        }}
      />
    );
  return (
    <input
      {...shared}
      type="text"
      autoComplete="off"
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') accept();
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}
