import { kindOf } from '../../../shared/catalog/index';
import { lessonOf } from '../../../shared/practice/lessons/index';
import type { Topic } from '../../../shared/practice/topics/topic';
import type { ReferencePlace } from '../../store/view';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { Entry } from './Entry';
import { LessonFigure } from './LessonFigure';
import styles from './ReferenceDialog.module.css';
import { useRules } from './use-rules';

interface TopicEntryProps {
  readonly topic: Topic;
  readonly isWanted: boolean;
  /** Shows a page of another part of the reference. */
  readonly onShow: (place: ReferencePlace) => void;
}

/** One term: what it means, its formula, a live design where that shows more, and what of Loadline bears on it. */
export function TopicEntry({ topic, isWanted, onShow }: TopicEntryProps) {
  const lesson = topic.lesson === undefined ? undefined : lessonOf(topic.lesson);
  const summary = (
    <>
      <span>{t(topic.title)}</span>
      {lesson === undefined ? null : <span className={styles.muted}>{t('With a live design')}</span>}
    </>
  );
  return (
    <Entry summary={summary} isWanted={isWanted}>
      {(isOpen) => (
        <>
          <p>{t(topic.text)}</p>
          {topic.formula === undefined ? null : (
            <p>
              <code translate="no" className={styles.formula}>
                {topic.formula}
              </code>
            </p>
          )}
          {isOpen && lesson !== undefined ? <LessonFigure lesson={lesson} /> : null}
          {isOpen ? <Links topic={topic} onShow={onShow} /> : null}
        </>
      )}
    </Entry>
  );
}

function Links({ topic, onShow }: Omit<TopicEntryProps, 'isWanted'>) {
  const listing = useRules();
  const kinds = topic.kinds.flatMap((id) => kindOf(id) ?? []);
  const rules = listing.state === 'loaded' ? listing.rules.filter(({ id }) => topic.rules.includes(id)) : [];
  if (kinds.length + rules.length === 0) return null;
  return (
    <p className={styles.links}>
      {kinds.map(({ id, title }) => (
        <Button key={id} variant="quiet" icon="arrow-right" onClick={() => onShow({ part: 'kinds', id })}>
          {t(title)}
        </Button>
      ))}
      {rules.map(({ id, code, title }) => (
        <Button key={id} variant="quiet" icon="arrow-right" onClick={() => onShow({ part: 'rules', id })}>
          {t('{code}: {title}', { code, title: t(title) })}
        </Button>
      ))}
    </p>
  );
}
