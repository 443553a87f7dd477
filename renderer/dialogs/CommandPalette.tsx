import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { paletteEntries } from '../commands/palette-entries';
import type { PaletteEntry } from '../commands/palette-search';
import { commands } from '../commands/registry';
import { useCommandChanges } from '../commands/shown-command';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { type Combobox, useCombobox } from '../ui/use-combobox';
import { t } from '../words/t';
import styles from './CommandPalette.module.css';

/** Finds commands, parts and designs by typing. */
export function CommandPalette() {
  const { setView } = useEditor();
  const close = (): void => setView({ dialog: null });
  /** Closes the dialog and restores the focus before the command runs: some open a field of their own. */
  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined || entry.reason !== undefined) return;
    flushSync(close);
    entry.run();
  };
  const [text, setText] = useState('');
  const isOpen = useDocument((state) => state.design !== null);
  /** What can run, which the entries say. */
  const runnable = useCommandChanges(commands);
  const { entries } = useMemo(() => ({ runnable, entries: paletteEntries(text) }), [text, runnable]);
  const combobox = useCombobox({ count: entries.length, onTake: (index) => choose(entries[index]) });
  const label = isOpen ? t('Find a command or a part') : t('Find a command or a design');
  return (
    <Dialog title={label} bare onClose={close}>
      <div className={styles.field}>
        <Icon name="search" size={16} />
        <input
          {...combobox.fieldProps}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.setActive(0);
          }}
          onKeyDown={combobox.onKey}
        />
      </div>
      <div role="listbox" id={combobox.listId} aria-label={label} tabIndex={-1} className={styles.list}>
        {entries.map((entry, index) => (
          <EntryLine key={entry.id} entry={entry} index={index} combobox={combobox} onChoose={choose} />
        ))}
        {entries.length === 0 ? <p className={styles.none}>{t('No matches.')}</p> : null}
      </div>
    </Dialog>
  );
}

interface EntryLineProps {
  readonly entry: PaletteEntry;
  readonly index: number;
  readonly combobox: Combobox;
  readonly onChoose: (entry: PaletteEntry) => void;
}

function EntryLine({ entry, index, combobox, onChoose }: EntryLineProps) {
  return (
    // The field keeps focus and keyboard; only the pointer reaches a line itself.
    <button
      type="button"
      {...combobox.optionProps(index)}
      role="option"
      tabIndex={-1}
      aria-disabled={entry.reason !== undefined}
      aria-description={entry.reason}
      data-tip={entry.reason}
      className={styles.line}
      onPointerMove={index === combobox.active ? undefined : () => combobox.setActive(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <Icon name={entry.icon} size={15} />
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.hint}>{entry.reason === undefined ? entry.hint : t('Read only')}</span>
      <kbd translate="no" className={styles.keys}>
        {entry.keys}
      </kbd>
    </button>
  );
}
