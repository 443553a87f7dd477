import { Icon } from './Icon';
import styles from './Select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly title: string;
  /** The heading that it stands under; options of one heading follow each other. */
  readonly group?: string;
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

const optionElement = ({ value, title }: SelectOption) => (
  <option key={value} value={value}>
    {title}
  </option>
);

/** The options under their headings, in order; those under none have an empty one. */
function optionGroups(options: readonly SelectOption[]) {
  const groups: { readonly title: string; readonly members: SelectOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    const { group: title = '' } = option;
    if (last?.title === title) last.members.push(option);
    else groups.push({ title, members: [option] });
  }
  return groups;
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
        {optionGroups(options).map(({ title, members }) =>
          title === '' ? (
            members.map(optionElement)
          ) : (
            <optgroup key={title} label={title}>
              {members.map(optionElement)}
            </optgroup>
          ),
        )}
      </select>
      <span className={styles.mark}>
        <Icon name="chevron-down" size={14} />
      </span>
    </span>
  );
}
