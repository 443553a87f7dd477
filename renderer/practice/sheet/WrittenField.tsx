import { useId } from 'react';
import styles from './Sheet.module.css';

interface WrittenFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

/** Notes of some lines, kept with each press: a crash takes none of them. */
export function WrittenField({ label, value, onWrite }: WrittenFieldProps) {
  const id = useId();
  return (
    <div className={styles.written}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={1}
        className={styles.area}
        value={value}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
    </div>
  );
}
