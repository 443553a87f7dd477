import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useEditor } from '../store/editors';
import { t } from '../words/t';
import { keyboardHolder } from './focus-back';
import styles from './InPlaceInput.module.css';

interface InPlaceInputProps {
  readonly value: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly onCommit: (text: string) => void;
  /** Why a text is not accepted; null where it is. */
  readonly problemOf?: (text: string) => string | null;
  /** Called after the commit and where nothing is to be kept. */
  readonly onClose: () => void;
}

/**
 * A field that is where the text stood: Enter or leaving keeps the text, Escape cancels. A text that is not accepted stays,
 * with the reason under it.
 */
export function InPlaceInput({ value, label, className, onCommit, problemOf, onClose }: InPlaceInputProps) {
  const editor = useEditor();
  const field = useRef<HTMLInputElement>(null);
  const giveBack = useRef<() => void>(() => undefined);
  const done = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);
  const noteId = useId();
  useEffect(() => {
    giveBack.current = keyboardHolder(editor);
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [editor]);
  const finish = (keep: boolean): void => {
    if (done.current) return;
    const text = field.current?.value ?? value;
    const why = keep && text !== value ? (problemOf?.(text) ?? null) : null;
    setProblem(why);
    if (why !== null) return;
    done.current = true;
    if (keep && text !== value) onCommit(text);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    finish(event.key === 'Enter');
    if (done.current) giveBack.current();
  };
  return (
    <>
      <input
        ref={field}
        className={`nodrag nopan nokey ${className ?? ''}`}
        defaultValue={value}
        aria-label={label}
        placeholder={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : noteId}
        spellCheck={false}
        onInput={() => setProblem(null)}
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
      />
      {problem === null ? null : (
        <span id={noteId} role="alert" className={styles.problem}>
          {t('{problem} The previous value is kept.', { problem })}
        </span>
      )}
    </>
  );
}
