import { useEffect, useRef } from 'react';
import type { Command } from '../../commands/command';
import { withOwnShortcuts, withoutShortcut, withShortcut } from '../../commands/key-map';
import { commands } from '../../commands/registry';
import { useEditor } from '../../store/editors';
import { isRemapped, keysOf } from '../../store/key-map';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { shownKeys } from '../../ui/keys';
import { t } from '../../words/t';
import { KeyRecorder } from './KeyRecorder';
import styles from './ShortcutsDialog.module.css';

interface ShortcutRowProps {
  readonly command: Command;
  readonly isRecording: boolean;
  readonly onRecord: (on: boolean) => void;
}

/** A command with its shortcuts: each can be removed, another recorded. */
export function ShortcutRow({ command, isRecording, onRecord }: ShortcutRowProps) {
  const { setView } = useEditor();
  const title = t(command.title);
  const isFixed = command.native === true;
  const change = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  useEffect(() => {
    // The recorder that had the keyboard is gone.
    if (wasRecording.current && !isRecording && document.activeElement === document.body)
      change.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  return (
    <li className={styles.row}>
      <span className={styles.title}>{title}</span>
      <span className={styles.keys}>
        {keysOf(command).map((keys) => (
          <kbd translate="no" key={keys} className={styles.key}>
            {shownKeys(keys)}
            {isFixed ? null : (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('Remove {keys} from {command}', { keys: shownKeys(keys), command: title })}
                onClick={() => setView({ shortcuts: withoutShortcut(command, keys) })}
              >
                <Icon name="x" size={11} />
              </button>
            )}
          </kbd>
        ))}
        {isFixed ? <span className={styles.muted}>{t('Fixed: the browser runs it')}</span> : null}
      </span>
      {isFixed ? null : (
        <span className={styles.actions}>
          {isRemapped(command) ? (
            <Button
              variant="quiet"
              icon="rotate-ccw"
              aria-label={t('Reset {command}', { command: title })}
              onClick={() => setView({ shortcuts: withOwnShortcuts(commands, command) })}
            />
          ) : null}
          <Button
            ref={change}
            variant="quiet"
            icon="plus"
            aria-label={t('Add a shortcut for {command}', { command: title })}
            aria-expanded={isRecording}
            onClick={() => onRecord(!isRecording)}
          />
        </span>
      )}
      {isRecording ? (
        <KeyRecorder
          command={command}
          onTake={(keys) => {
            setView({ shortcuts: withShortcut(commands, command, keys) });
            onRecord(false);
          }}
          onCancel={() => onRecord(false)}
        />
      ) : null}
    </li>
  );
}
