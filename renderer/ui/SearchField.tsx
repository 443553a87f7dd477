import { type KeyboardEvent, useId } from 'react';
import { Icon } from './Icon';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  /** What is shown while nothing is written; the label where left out. */
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The first field of a dialog, which has the keyboard when it opens. */
  readonly autoFocus?: boolean;
  readonly className?: string | undefined;
}

/** A field in which one writes what to look for. */
export function SearchField({ className, ...props }: SearchFieldProps) {
  return <SearchInput {...props} className={[styles.field, className].filter(Boolean).join(' ')} />;
}

/** As `SearchField`, with a lens before it; the first Escape empties it, the next is for what is around it. */
export function LensSearchField({ className, ...props }: SearchFieldProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || props.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    props.onChange('');
  };
  return (
    <label htmlFor={id} className={[styles.box, className].filter(Boolean).join(' ')}>
      <Icon name="search" size={15} />
      <SearchInput {...props} id={id} className={styles.field} onKeyDown={onKeyDown} />
    </label>
  );
}

interface SearchInputProps extends SearchFieldProps {
  readonly id?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

function SearchInput({
  id,
  label,
  placeholder = label,
  value,
  onChange,
  autoFocus = false,
  className,
  onKeyDown,
}: SearchInputProps) {
  return (
    <input
      type="search"
      id={id}
      data-autofocus={autoFocus ? '' : undefined}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
