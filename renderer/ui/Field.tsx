import { type ReactNode, useId } from 'react';
import { t } from '../words/t';
import styles from './Field.module.css';
import { Icon } from './Icon';

interface FieldProps {
  readonly label: string;
  /** A longer description of the label, in its tooltip. */
  readonly hint?: string | undefined;
  /** Where the value comes from, under the control. */
  readonly note?: ReactNode;
  /** Removes the value so that the default applies; given only where a value is set. */
  readonly onReset?: (() => void) | undefined;
  /** The control is under its label, full width. */
  readonly stacked?: boolean;
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}

/** A labelled control with its note and, where a value is set, a reset button. */
export function Field({ label, hint, note, onReset, stacked = false, children }: FieldProps) {
  const id = useId();
  const noteId = useId();
  return (
    <div className={styles.field} data-stacked={stacked ? '' : undefined}>
      <label htmlFor={id} className={styles.label} title={hint}>
        {label}
      </label>
      <div className={styles.control}>{children({ id, describedBy: note ? noteId : undefined })}</div>
      {note || onReset !== undefined ? (
        <div className={styles.foot}>
          {' '}
          {note ? (
            <p id={noteId} className={styles.note}>
              {note}
            </p>
          ) : null}
          {onReset === undefined ? null : (
            <button
              type="button"
              className={styles.reset}
              aria-label={t('Reset {label} to its default', { label })}
              onClick={onReset}
            >
              <Icon name="rotate-ccw" size={12} />
              {t('Reset')}
            </button>
          )}
        </div>
      ) : null}
    </div>
  );
}
