import { createContext, useContext } from 'react';
import { TextField } from '../fields/TextField';
import styles from './Document.module.css';
import { RenderedText } from './RenderedText';

/** Whether texts in Markdown are shown as they read instead of being edited. */
export const DocumentPreview = createContext(false);

interface WrittenTextProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly placeholder?: string;
  /** The text is Markdown: a preview and paper show what it says, not how it is written. */
  readonly markdown?: boolean;
  readonly onWrite: (text: string) => void;
}

/** A text that is edited where it stands and is as high as it is long. On paper it goes over pages, which a field does not. */
export function WrittenText({ value, markdown = false, onWrite, ...rest }: WrittenTextProps) {
  const inPreview = useContext(DocumentPreview) && markdown;
  if (inPreview) return value === '' ? null : <RenderedText text={value} label={rest.label} />;
  return (
    <div className={styles.written}>
      <TextField {...rest} multiline value={value} className={styles.text} onCommit={onWrite} />
      <div className={styles.printed} aria-hidden="true" translate="no">
        {markdown ? <RenderedText text={value} /> : <p className={styles.plain}>{value}</p>}
      </div>
    </div>
  );
}
