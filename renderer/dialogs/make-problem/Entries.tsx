import { createElement, Fragment, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './MakeProblemDialog.module.css';

interface EntriesProps<Entry> {
  /** What one of them is called, such as “Question”. */
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
  /** The fields of an entry; `write` replaces it. */
  readonly fields: (entry: Entry, write: (entry: Entry) => void) => ReactNode;
  /** The button or list that adds one. */
  readonly add: ReactNode;
  /** What they are for, above them. */
  readonly about: string;
}

/** A list of a problem, each entry of it written in place. */
export function Entries<Entry>({ title, entries, onChange, fields, add, about }: EntriesProps<Entry>) {
  const write = (at: number, entry: Entry): void => onChange(entries.with(at, entry));
  // The place in the list is what an entry is called: it has no other identity, and hints have no id.
  const card = (entry: Entry, at: number): ReactNode => {
    const name = t('{list} {number}', { list: title, number: at + 1 });
    return (
      <fieldset className={styles.card} aria-label={name}>
        {fields(entry, (next) => write(at, next))}
        <div className={styles.remove}>
          <Button
            variant="quiet"
            icon="trash-2"
            aria-label={t('Delete {name}', { name })}
            onClick={() => onChange(entries.filter((_, other) => other !== at))}
          />
        </div>
      </fieldset>
    );
  };
  return (
    <>
      <p className={styles.muted}>{about}</p>
      {createElement(Fragment, null, ...entries.map(card))}
      <div className={styles.add}>{add}</div>
    </>
  );
}
