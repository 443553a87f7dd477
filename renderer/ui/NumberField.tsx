import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '../i18n/t';
import styles from './NumberField.module.css';
import {
  editableNumber,
  exactNumber,
  type NumberShape,
  readNumber,
  shownNumber,
  steppedNumber,
} from './number-text';

export interface NumberFieldProps extends NumberShape {
  readonly id?: string;
  /** Needed where no `<label>` names the field. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** null: nothing is set; the placeholder, its default, shows. */
  readonly value: number | null;
  readonly placeholder?: number | null;
  /** Emptying the field takes its value away; otherwise an empty field goes back to what it was. */
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  /** Words for a field without value and default. */
  readonly emptyText?: string;
  readonly className?: string | undefined;
  readonly onCommit: (value: number | null) => void;
  /** After Escape, or after Enter with a value that was taken. */
  readonly onDone?: () => void;
  /** Takes the focus when it appears: for a field that a press brought. */
  readonly focusOnMount?: boolean;
}

/**
 * A field for a number with a unit: takes 4.2k, 20 ms, 100M/day; shows the value short while it rests and with all its
 * digits while it is edited. Enter or leaving takes it, Escape brings back what was there, the arrows step. What cannot be
 * read stays as it was typed, with the reason under it.
 */
export function NumberField(props: NumberFieldProps) {
  const { id, label, describedBy, value, placeholder = null, clearable = false, disabled, emptyText } = props;
  const { onCommit, onDone, focusOnMount = false, className, ...shape } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusOnMount) input.current?.focus();
  }, [focusOnMount]);
  const resting = value === null ? null : shownNumber(value, shape.unit);
  const fallback = placeholder === null ? null : shownNumber(placeholder, shape.unit);

  const settle = (): void => {
    setDraft(null);
    setProblem(null);
  };
  const take = (text: string): boolean => {
    const read = readNumber(text, shape);
    if (!read.ok) {
      setProblem(read.message);
      return false;
    }
    settle();
    if (read.value !== value && (read.value !== null || clearable)) onCommit(read.value);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (draft === null || take(draft)) {
        requestAnimationFrame(() => input.current?.select());
        onDone?.();
      }
    } else if (event.key === 'Escape') {
      if (draft !== null || onDone !== undefined) event.stopPropagation();
      settle();
      onDone?.();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const typed = draft === null ? null : readNumber(draft, shape);
      const from = (typed?.ok === true ? typed.value : null) ?? value ?? placeholder ?? shape.min ?? 0;
      settle();
      onCommit(steppedNumber(from, event.key === 'ArrowUp' ? 1 : -1, shape, event.shiftKey));
    }
  };

  const described = [problem === null ? '' : problemId, describedBy ?? ''].filter(Boolean).join(' ');
  return (
    <span className={[styles.field, className].filter(Boolean).join(' ')}>
      <span
        className={styles.box}
        data-invalid={problem === null ? undefined : ''}
        data-tip={value === null ? undefined : exactNumber(value, shape.unit)}
      >
        <input
          ref={input}
          id={id}
          aria-label={label}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={problem !== null}
          className={styles.input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          value={draft ?? resting?.figure ?? ''}
          placeholder={fallback?.figure ?? emptyText ?? ''}
          onFocus={() => {
            if (draft === null && value !== null) setDraft(editableNumber(value, shape.unit));
            requestAnimationFrame(() => input.current?.select());
          }}
          onChange={(event) => {
            setDraft(event.currentTarget.value);
            setProblem(null);
          }}
          onBlur={() => {
            if (draft === null) return;
            if (value !== null && draft === editableNumber(value, shape.unit)) settle();
            else take(draft);
          }}
          onKeyDown={onKeyDown}
        />
        {draft === null && (resting ?? fallback) !== null ? (
          <span className={styles.unit} aria-hidden="true">
            {(resting ?? fallback)?.unit}
          </span>
        ) : null}
      </span>
      {problem === null ? null : (
        <span id={problemId} role="alert" className={styles.problem}>
          {t('{problem} The value before still holds.', { problem })}
        </span>
      )}
    </span>
  );
}
