import { addWritten } from '../../../shared/edits/written';
import type { Design, WrittenEntry } from '../../../shared/model/schema';
import type { WrittenList } from '../../../shared/model/vocabulary';
import { perform } from '../../canvas/perform';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { t } from '../../words/t';
import styles from './Document.module.css';
import { EntryControl } from './EntryControl';
import { type EntryField, entryShapes, withEntryText } from './entry-fields';

interface EntryListProps {
  readonly list: WrittenList;
  readonly design: Design;
  readonly entries: readonly WrittenEntry[];
}

/** Interfaces, entities or decisions, each edited in place. */
export function EntryList({ list, design, entries }: EntryListProps) {
  const editor = useEditor();
  const shape = entryShapes[list];
  return (
    <div className={styles.entries} data-empty={entries.length === 0 ? '' : undefined}>
      <h3>{t(shape.title)}</h3>
      {entries.map((entry, at) => (
        <EntryCard key={entry.id} list={list} design={design} entry={entry} number={at + 1} />
      ))}
      <div>
        <Button icon="plus" onClick={() => perform(editor, addWritten(design, { list }))}>
          {t(shape.label)}
        </Button>
      </div>
    </div>
  );
}

interface EntryCardProps {
  readonly list: WrittenList;
  readonly design: Design;
  readonly entry: WrittenEntry;
  readonly number: number;
}

function EntryCard({ list, design, entry, number }: EntryCardProps) {
  const { edit } = useEditor();
  const shape = entryShapes[list];
  const name = t('{list} {number}', { list: t(shape.title), number });
  const write = (field: EntryField, text: string): void => {
    edit(t('Write {section}', { section: t(shape.title) }), [
      { op: 'put-written', list, entry: withEntryText(entry, field, text) },
    ]);
  };
  return (
    <fieldset className={styles.card} aria-label={name}>
      {shape.fields.map((field) => (
        <div key={field.id} className={styles.cell} data-lines={field.input === 'lines' ? '' : undefined}>
          <Field label={t(field.title)} stacked>
            {(ids) => (
              <EntryControl
                id={ids.id}
                field={field}
                design={design}
                value={field.textOf(entry)}
                onWrite={(text) => write(field, text)}
              />
            )}
          </Field>
        </div>
      ))}
      <div className={styles.remove}>
        <Button
          variant="quiet"
          icon="trash-2"
          aria-label={t('Delete {name}', { name })}
          onClick={() => edit(t('Delete {name}', { name }), [{ op: 'remove-written', list, id: entry.id }])}
        />
      </div>
    </fieldset>
  );
}
