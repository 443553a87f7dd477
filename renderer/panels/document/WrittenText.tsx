import { TextField } from '../fields/TextField';
import styles from './Document.module.css';

interface WrittenTextProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onWrite: (text: string) => void;
}

/** A text that is edited where it stands and is as high as it is long. On paper it goes over pages, which a field does not. */
export function WrittenText({ value, onWrite, ...rest }: WrittenTextProps) {
  return (
    <div className={styles.written}>
      <TextField {...rest} multiline value={value} className={styles.text} onCommit={onWrite} />
      <p className={styles.printed} aria-hidden="true" translate="no">
        {value}
      </p>
    </div>
  );
}
