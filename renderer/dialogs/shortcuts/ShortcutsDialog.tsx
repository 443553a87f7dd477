import { useMemo, useState } from 'react';
import { type Command, commandGroups } from '../../commands/command';
import { groupTitles } from '../../commands/palette-entries';
import { commands } from '../../commands/registry';
import { useEditor } from '../../store/editors';
import { keysOf } from '../../store/key-map';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { shownKeys } from '../../ui/keys';
import { SearchField } from '../../ui/SearchField';
import { t } from '../../words/t';
import { ShortcutRow } from './ShortcutRow';
import styles from './ShortcutsDialog.module.css';

/** Whether a command answers the words of a search: in its title, its keywords or its keys as they are shown. */
function answers(command: Command, text: string): boolean {
  const words = text.toLowerCase().trim().split(/\s+/);
  const own = [
    t(command.title),
    ...(command.keywords ?? []),
    ...keysOf(command).map((keys) => shownKeys(keys)),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => own.includes(word));
}

/** Every command with its shortcuts, which can be changed here. */
export function ShortcutsDialog() {
  const { setView } = useEditor();
  const shortcuts = useView((state) => state.shortcuts);
  const [text, setText] = useState('');
  const [recorded, setRecorded] = useState<string | null>(null);
  const { found } = useMemo(
    () => ({ shortcuts, found: commands.filter((command) => answers(command, text)) }),
    [text, shortcuts],
  );
  const isChanged = Object.keys(shortcuts).length > 0;
  return (
    <Dialog
      title={t('Shortcuts')}
      onClose={() => setView({ dialog: null })}
      footer={
        <>
          <Button disabled={!isChanged} onClick={() => setView({ shortcuts: {} })}>
            {t('Reset all')}
          </Button>
          <Button onClick={() => setView({ dialog: 'help' })}>{t('Shortcuts and help')}</Button>
        </>
      }
    >
      <SearchField
        label={t('Search commands')}
        placeholder={t('Search by name or keys')}
        value={text}
        onChange={setText}
        className={styles.search}
        autoFocus
      />
      {found.length === 0 ? <p className={styles.muted}>{t('No matches.')}</p> : null}
      {commandGroups.map((group) => {
        const list = found.filter((command) => command.group === group);
        return list.length === 0 ? null : (
          <section key={group} className={styles.group}>
            <h3>{t(groupTitles[group])}</h3>
            <ul>
              {list.map((command) => (
                <ShortcutRow
                  key={command.id}
                  command={command}
                  isRecording={recorded === command.id}
                  onRecord={(on) => setRecorded(on ? command.id : null)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}
