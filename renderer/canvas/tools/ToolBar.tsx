import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { type Tool, useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { annotationViews } from '../annotations/index';
import { chooseTool } from './choose-tool';
import styles from './ToolBar.module.css';

const tools: readonly {
  readonly tool: Tool;
  readonly title: string;
  readonly keys: string;
  readonly icon: string;
}[] = [
  { tool: 'select', title: 'Select', keys: 'V', icon: 'mouse-pointer-2' },
  ...Object.values(annotationViews).map(({ id, ...tool }) => ({ ...tool, tool: id })),
  { tool: 'group', title: 'Group', keys: 'G', icon: 'frame' },
];

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
          <kbd translate="no" className={styles.key}>
            {keys}
          </kbd>
        </button>
      ))}
    </div>
  );
}
