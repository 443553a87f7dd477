import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Command } from '../../commands/command';
import { commandWithKeys, isTaken } from '../../commands/key-map';
import { commands } from '../../commands/registry';
import { Button } from '../../ui/Button';
import { normalKeys, shortcutsOfPress, shownKeys } from '../../ui/keys';
import { t } from '../../words/t';
import styles from './ShortcutsDialog.module.css';

/** The shortcut of a press that is kept: the one that a command has, else what any keyboard has before what Option composes. */
function recordedKeys(press: globalThis.KeyboardEvent): string | null {
  const found = shortcutsOfPress(press);
  const held = found.find((keys) => commandWithKeys(commands, keys) !== null);
  return held ?? found.find((keys) => /^[!-~]+$/.test(keys)) ?? found[0] ?? null;
}

interface KeyRecorderProps {
  readonly command: Command;
  readonly onTake: (keys: string) => void;
  readonly onCancel: () => void;
}

/** Waits for a press; says which command has it already, and lets one choose. Escape alone cancels. */
export function KeyRecorder({ command, onTake, onCancel }: KeyRecorderProps) {
  const field = useRef<HTMLButtonElement>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  useEffect(() => field.current?.focus(), []);
  const holder = pressed === null ? null : commandWithKeys(commands, pressed, command);
  const take = (keys: string): void => {
    if (!isTaken(keys) && commandWithKeys(commands, keys, command) === null) onTake(normalKeys(keys));
    else setPressed(keys);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys = recordedKeys(event.nativeEvent);
    // The way out of the field stays free.
    if (keys === 'tab' || keys === 'shift+tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (keys === 'escape') onCancel();
    else if (keys !== null && !event.repeat) take(keys);
  };
  return (
    <div className={styles.recorder}>
      <button type="button" ref={field} className={styles.field} onKeyDown={onKeyDown}>
        {pressed === null ? t('Press the new keys…') : shownKeys(pressed)}
      </button>
      <p className={styles.message} role="status">
        {pressed === null
          ? t('Esc cancels.')
          : holder === null
            ? t('{keys} is used by the window itself. Press other keys.', { keys: shownKeys(pressed) })
            : t('{keys} is used by “{command}”.', { keys: shownKeys(pressed), command: t(holder.title) })}
      </p>
      {pressed !== null && holder !== null && !isTaken(pressed) ? (
        <Button variant="primary" onClick={() => onTake(normalKeys(pressed))}>
          {t('Use it here instead')}
        </Button>
      ) : null}
      <Button onClick={onCancel}>{t('Cancel')}</Button>
    </div>
  );
}
