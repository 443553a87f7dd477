import { type ChecklistItem, checklistEdit, checklists } from '../../../shared/practice/checklists';
import { perform } from '../../canvas/perform';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './Sheet.module.css';

/** What the section asks for: a press adds it to the design. */
export function Checklist() {
  const editor = useEditor();
  const section = useAttempt(({ attempt }) => attempt?.section ?? null);
  const items = section === null ? undefined : checklists[section];
  if (items === undefined) return null;
  const take = (item: ChecklistItem): void => {
    const design = editor.design();
    if (design === null) return;
    const [selected = null] = editor.selection.getState().ids;
    perform(editor, checklistEdit(design, item, selected));
  };
  return (
    <div className={styles.block}>
      <h3>{t('Add to the design')}</h3>
      <ul className={styles.chips}>
        {items.map((item) => (
          <li key={item.id}>
            <Button icon="plus" onClick={() => take(item)}>
              {t(item.title)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
