import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../words/t';
import styles from './NumberField.module.css';
import { exactNumber, type NumberShape, shownNumber } from './number-text';
import { useNumberDraft } from './use-number-draft';

export interface NumberFieldProps extends NumberShape {
  readonly id?: string;
  /** Needed where no `<label>` names the field. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** null: not set; the placeholder shows the default. */
  readonly value: number | null;
  readonly placeholder?: number | null;
  /** Emptying the field removes its value; otherwise an empty field reverts to its value. */
  readonly clearable?: boolean;
  readonly disabled?: boolean;
  /** Placeholder of a field without value and default. */
  readonly emptyText?: string;
  readonly className?: string | undefined;
  readonly onCommit: (value: number | null) => void;
  /** After Escape, or after Enter with an accepted value. */
  readonly onDone?: () => void;
  /** Takes the focus when it appears: for a field that is opened by a press. */
  readonly focusOnMount?: boolean;
}

/**
 * A field for a number with a unit: takes 4.2k, 20 ms, 100M/day; shows the value rounded while it is not edited and with all
 * digits while it is edited. Enter or blur accepts it, Escape reverts, the arrow keys step. Text that is
 * not accepted stays, with the reason under it.
 */
export function NumberField(props: NumberFieldProps) {
  const { id, label, describedBy, value, placeholder = null, clearable = false, disabled, emptyText } = props;
  const { onCommit, onDone, focusOnMount = false, className, unit } = props;
  const draft = useNumberDraft({ shape: props, value, placeholder, clearable, onCommit });
  const noteId = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusOnMount) input.current?.focus();
  }, [focusOnMount]);
  const selecting = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (selecting.current === null || input.current === null) return;
    selecting.current = input.current.value;
    input.current.select();
  });
  const selectAll = (): void => {
    selecting.current = input.current?.value ?? null;
    // The mouse sets its caret after the focus event, so select once more, unless something was typed by then.
    requestAnimationFrame(() => {
      if (selecting.current !== null && input.current?.value === selecting.current) input.current.select();
      selecting.current = null;
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!draft.take()) return;
      selectAll();
      onDone?.();
    } else if (event.key === 'Escape') {
      if (draft.text !== null || onDone !== undefined) event.stopPropagation();
      draft.drop();
      onDone?.();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      draft.step(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
    }
  };

  const resting = value === null ? null : shownNumber(value, unit);
  const fallback = placeholder === null ? null : shownNumber(placeholder, unit);
  const isAnnotated = draft.problem !== null || draft.understood !== null;
  const described = [isAnnotated ? noteId : '', describedBy ?? ''].filter(Boolean).join(' ');
  return (
    <span className={[styles.field, className].filter(Boolean).join(' ')}>
      <span
        className={styles.box}
        data-invalid={draft.problem === null ? undefined : ''}
        data-tip={value === null ? undefined : exactNumber(value, unit)}
      >
        <input
          ref={input}
          id={id}
          aria-label={label}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={draft.problem !== null}
          className={styles.input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          value={draft.text ?? resting?.figure ?? ''}
          placeholder={fallback?.figure ?? emptyText ?? ''}
          onFocus={() => {
            draft.begin();
            selectAll();
          }}
          onChange={(event) => {
            selecting.current = null;
            draft.type(event.currentTarget.value);
          }}
          onBlur={draft.take}
          onKeyDown={onKeyDown}
        />
        {draft.text === null && (resting ?? fallback) !== null ? (
          <span className={styles.unit} aria-hidden="true">
            {(resting ?? fallback)?.unit}
          </span>
        ) : null}
      </span>
      {draft.problem === null && draft.understood !== null ? (
        <span id={noteId} role="status" className={styles.understood}>
          = {draft.understood}
        </span>
      ) : null}
      {draft.problem === null ? null : (
        <span id={noteId} role="alert" className={styles.problem}>
          {t('{problem} The previous value is kept.', { problem: draft.problem })}
        </span>
      )}
    </span>
  );
}
