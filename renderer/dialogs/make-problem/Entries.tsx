import type { ReactNode } from 'react';
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
  return (
    <>
      <p className={styles.muted}>{about}</p>
      {entries.map((entry, at) => {
        const name = t('{list} {number}', { list: title, number: at + 1 });
        return (
          // The place in the list is what an entry is called, and hints have no other name.
          // biome-ignore lint/suspicious/noArrayIndexKey: fields hold no state but the text that is being typed
          <fieldset key={at} className={styles.card} aria-label={name}>
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
      })}
      <div className={styles.add}>{add}</div>
    </>
  );
}
