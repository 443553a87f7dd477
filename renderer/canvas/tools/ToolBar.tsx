import { t } from '../../i18n/t';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { type Tool, useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { groupSelection } from '../arrange';
import styles from './ToolBar.module.css';

const tools: readonly {
  readonly tool: Tool;
  readonly title: string;
  readonly keys: string;
  readonly icon: string;
}[] = [
  { tool: 'select', title: 'Select', keys: 'V', icon: 'mouse-pointer-2' },
  { tool: 'note', title: 'Note', keys: 'N', icon: 'sticky-note' },
  { tool: 'text', title: 'Text', keys: 'T', icon: 'type' },
  { tool: 'group', title: 'Group', keys: 'G', icon: 'frame' },
];

/** Takes up a tool. The group tool draws a frame at once around what is selected. */
export function chooseTool(editor: Editor, tool: Tool): void {
  if (tool === 'group' && editor.selection.getState().ids.size > 0 && groupSelection(editor)) return;
  editor.setView({ tool });
}

/** What the pointer does on the canvas. */
export function ToolBar() {
  const editor = useEditor();
  const active = useView((state) => state.tool);
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('Tools')}>
      {tools.map(({ tool, title, keys, icon }) => (
        <button
          key={tool}
          type="button"
          className={styles.tool}
          aria-pressed={active === tool}
          aria-label={t(title)}
          aria-keyshortcuts={keys}
          onClick={() => chooseTool(editor, tool)}
        >
          <span className={styles.icon}>
            <Icon name={icon} size={14} />
          </span>
          <span className={styles.word}>{t(title)}</span>
          <kbd className={styles.key}>{keys}</kbd>
        </button>
      ))}
    </div>
  );
}
