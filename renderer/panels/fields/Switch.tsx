import styles from './Switch.module.css';

interface SwitchProps {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off. */
export function Switch({ id, label, describedBy, checked, onChange }: SwitchProps) {
  return (
    <span className={styles.area}>
      <input
        id={id}
        type="checkbox"
        aria-label={label}
        aria-describedby={describedBy}
        className={styles.switch}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </span>
  );
}
