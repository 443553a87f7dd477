import { Icon } from './Icon';
import styles from './Select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly title: string;
}

interface SelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly disabled?: boolean;
  /** The value is a default: drawn like a placeholder. */
  readonly muted?: boolean;
  readonly className?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of several values: the browser's own list, which works with every keyboard and screen reader. */
export function Select(props: SelectProps) {
  const { id, label, describedBy, value, options, disabled, muted = false, className, onChange } = props;
  return (
    <span className={[styles.box, className].filter(Boolean).join(' ')} data-muted={muted ? '' : undefined}>
      <select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
      <span className={styles.mark}>
        <Icon name="chevron-down" size={14} />
      </span>
    </span>
  );
}
