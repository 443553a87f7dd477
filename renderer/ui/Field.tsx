import { createContext, type ReactNode, useContext, useId } from 'react';
import { t } from '../words/t';
import { About } from './About';
import styles from './Field.module.css';
import { Icon } from './Icon';

/** What is searched for among the fields of a panel, in lower case; '' shows them all. */
export const FieldSearch = createContext('');

interface FieldProps {
  readonly label: string;
  /** The field of the document that it edits, by its name there; one may search for that too. */
  readonly field?: string | undefined;
  /** What it means, behind the ⓘ beside the label. */
  readonly hint?: string | undefined;
  /** Where the value comes from and what is usual, behind the ⓘ too. */
  readonly about?: ReactNode;
  /** Where more is said about it, behind the ⓘ after the words. */
  readonly more?: ReactNode;
  /** What one should see without asking, under the control: a verdict, a figure, the default of a value that is set. */
  readonly note?: ReactNode;
  /** Removes the value so that the default applies; given only where a value is set. */
  readonly onReset?: (() => void) | undefined;
  /** The control is under its label, full width. */
  readonly stacked?: boolean;
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}

/** A labelled control with its note and, where a value is set, a reset button. None where a search does not find it. */
export function Field(props: FieldProps) {
  const { label, field, hint, about, more, note, onReset, stacked = false, children } = props;
  const id = useId();
  const wanted = useContext(FieldSearch);
  if (!isFound(wanted, label, field ?? '')) return null;
  const noteId = note ? `${id}-note` : '';
  const aboutId = about || more || hint !== undefined ? `${id}-about` : '';
  const describedBy = [noteId, aboutId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field} data-field={field ?? ''} data-stacked={stacked ? '' : undefined}>
      <span className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {aboutId === '' ? null : (
          <About id={aboutId} label={label}>
            {hint === undefined ? null : <p>{hint}</p>}
            {about ? <p>{about}</p> : null}
            {more}
          </About>
        )}
      </span>
      <div className={styles.control}>{children({ id, describedBy })}</div>
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

/** Whether each word that is searched for begins in the label, or is in the name of the field. */
export function isFound(wanted: string, label: string, field: string): boolean {
  if (wanted === '') return true;
  const text = label.toLowerCase();
  const name = field.toLowerCase();
  return wanted
    .split(/\s+/)
    .every((word) => text.startsWith(word) || text.includes(` ${word}`) || name.includes(word));
}
