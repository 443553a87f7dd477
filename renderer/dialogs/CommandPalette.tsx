import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { paletteEntries } from '../commands/palette-entries';
import type { PaletteEntry } from '../commands/palette-search';
import { useDocument } from '../store/document';
import { setView } from '../store/view';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './CommandPalette.module.css';

const close = (): void => setView({ dialog: null });

/** The dialog is gone, and the focus back where it was, before the command runs: some open a field of their own. */
function choose(entry: PaletteEntry | undefined): void {
  if (entry === undefined || entry.reason !== undefined) return;
  flushSync(close);
  entry.run();
}

/** Everything that can be done or found, by typing. */
export function CommandPalette() {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const isOpen = useDocument((state) => state.design !== null);
  const listId = useId();
  const entries = useMemo(() => paletteEntries(text), [text]);
  const chosen = entries[at];
  const move = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, at, entries.length);
    if (event.key === 'Enter') choose(chosen);
    else if (next !== null) setAt(next);
    else return;
    event.preventDefault();
  };
  const label = isOpen ? t('Find a command or a part') : t('Find a command or a design');
  return (
    <Dialog title={label} bare onClose={close}>
      <div className={styles.field}>
        <Icon name="search" size={16} />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${at}`}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={move}
        />
      </div>
      <div role="listbox" id={listId} aria-label={label} tabIndex={-1} className={styles.list}>
        {entries.map((entry, index) => (
          <EntryLine
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            isChosen={index === at}
            onPoint={() => setAt(index)}
          />
        ))}
        {entries.length === 0 ? <p className={styles.none}>{t('Nothing is called that.')}</p> : null}
      </div>
    </Dialog>
  );
}

function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const page = 8;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return null;
  }
}

interface EntryLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isChosen: boolean;
  readonly onPoint: () => void;
}

function EntryLine({ id, entry, isChosen, onPoint }: EntryLineProps) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // The field keeps the focus and the keys; the pointer is the only one that reaches a line itself.
    <button
      type="button"
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={entry.reason !== undefined}
      aria-description={entry.reason}
      data-tip={entry.reason}
      className={styles.line}
      onPointerMove={isChosen ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => choose(entry)}
    >
      <Icon name={entry.icon} size={15} />
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.hint}>{entry.reason === undefined ? entry.hint : t('Read only')}</span>
      <kbd className={styles.keys}>{entry.keys}</kbd>
    </button>
  );
}
