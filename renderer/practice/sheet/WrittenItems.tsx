import { answered } from '../../../shared/practice/attempt-events';
import type { SectionId, SectionItem } from '../../../shared/practice/sections';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';
import { WrittenField } from './WrittenField';

interface WrittenItemsProps {
  readonly section: SectionId;
  readonly items: readonly SectionItem[];
}

/** A field for each item of a section. */
export function WrittenItems({ section, items }: WrittenItemsProps) {
  const editor = useEditor();
  const answers = useAttempt(({ attempt }) => attempt?.answers);
  return (
    <div className={styles.block}>
      <h3>{t('Notes')}</h3>
      {items.map(({ id, title }) => (
        <WrittenField
          key={`${section}/${id}`}
          label={t(title)}
          value={answers?.[`${section}/${id}`] ?? ''}
          onWrite={(text) => changeAttempt(editor, (attempt) => answered(attempt, section, id, text))}
        />
      ))}
    </div>
  );
}
