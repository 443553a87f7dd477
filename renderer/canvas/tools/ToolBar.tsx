import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { keysOf } from '../../store/key-map';
import { useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { ariaKeys, shownKeys } from '../../ui/keys';
import { t } from '../../words/t';
import { useToolStyles } from '../annotations/tool-styles';
import { chooseTool } from './choose-tool';
import styles from './ToolBar.module.css';
import { ToolOptions } from './ToolOptions';
import { isInHand, type ToolEntry, toolCommandId, toolList } from './tool-list';

/** What the pointer does on the canvas. */
export function ToolBar() {
  const tool = useView((state) => state.tool);
  const toolStyles = useToolStyles((state) => state);
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <div className={styles.tools} data-floating="">
      <ToolOptions tool={tool} />
      <div className={styles.bar} role="toolbar" aria-label={t('Tools')}>
        {toolList.map((entry) => (
          <ToolButton key={entry.id} entry={entry} isActive={isInHand(entry, tool, toolStyles)} />
        ))}
      </div>
    </div>
  );
}

interface ToolButtonProps {
  readonly entry: ToolEntry;
  readonly isActive: boolean;
}

function ToolButton({ entry, isActive }: ToolButtonProps) {
  const editor = useEditor();
  const isLocked = useView((state) => state.toolLocked) && isActive;
  useView((state) => state.shortcuts);
  const { title, icon } = entry;
  const keys = keysOf({ id: toolCommandId(entry), keys: entry.keys });
  const last = keys.at(-1) ?? '';
  // A small hint in the corner has room for one letter.
  const shown = last.length === 1 ? last.toUpperCase() : '';
  const name = isLocked ? t('{tool} (kept)', { tool: t(title) }) : t(title);
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={isActive}
      aria-label={name}
      aria-keyshortcuts={keys.map((key) => ariaKeys(key)).join(' ')}
      data-tip={t('{tool}: {keys}', {
        tool: name,
        keys: keys.map((key) => shownKeys(key)).join(', '),
      })}
      data-key={shown === '' ? undefined : shown}
      data-kept={isLocked ? '' : undefined}
      onClick={() => chooseTool(editor, entry)}
    >
      <Icon name={icon} size={15} />
    </button>
  );
}
