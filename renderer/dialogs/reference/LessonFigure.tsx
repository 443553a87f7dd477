import { useId, useState } from 'react';
import type { Analysis } from '../../../shared/analysis/analysis';
import type { Design } from '../../../shared/model/schema';
import type { Lesson, LessonPosition } from '../../../shared/practice/lessons/lesson';
import { useExamplePicture } from '../../panels/findings/use-examples';
import { createDesign } from '../../storage/library';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { quantityText } from '../../words/figures';
import { t } from '../../words/t';
import styles from './LessonFigure.module.css';
import { useLesson } from './use-lesson';

/** A small live design: a slider turns one thing of it, and its figures and picture follow. */
export function LessonFigure({ lesson }: { readonly lesson: Lesson }) {
  const { setView } = useEditor();
  const { title, text, turn } = lesson;
  const [at, setAt] = useState(turn.start);
  const slider = useId();
  const position = turn.positions[at];
  if (position === undefined) return null;
  const { design } = position;
  return (
    <figure className={styles.lesson} aria-label={t(title)}>
      <figcaption>{t(text)}</figcaption>
      <div className={styles.turn}>
        <label htmlFor={slider}>{t(turn.title)}</label>
        <input
          id={slider}
          type="range"
          min={0}
          max={turn.positions.length - 1}
          step={1}
          value={at}
          aria-valuetext={positionText(position)}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
        <output htmlFor={slider}>{positionText(position)}</output>
      </div>
      <LiveDesign lesson={lesson} design={design} />
      <div>
        <Button
          icon="external-link"
          onClick={() => {
            setView({ dialog: null });
            void createDesign({ ...design, name: t(title) });
          }}
        >
          {t('Open as a new design')}
        </Button>
      </div>
    </figure>
  );
}

const positionText = ({ amount }: LessonPosition): string =>
  typeof amount === 'object' && 'title' in amount ? t(amount.title) : quantityText(amount);

function LiveDesign({ lesson, design }: { readonly lesson: Lesson; readonly design: Design }) {
  const live = useLesson(design);
  switch (live.state) {
    case 'loading':
      return <div className={styles.picture} aria-busy="true" />;
    case 'failed':
      return (
        <p role="status">{t('The figures cannot be worked out: {message}', { message: live.message })}</p>
      );
    case 'shown':
      return (
        <>
          <Figures lesson={lesson} analysis={live.analysis} />
          <Picture lesson={lesson} design={live.design} analysis={live.analysis} />
        </>
      );
  }
}

interface ShownProps {
  readonly lesson: Lesson;
  readonly analysis: Analysis | null;
}

function Figures({ lesson, analysis }: ShownProps) {
  return (
    <dl className={styles.figures} aria-live="polite">
      {lesson.figures.map(({ title, amountOf }) => {
        const amount = analysis === null ? null : amountOf(analysis);
        return (
          <div key={title}>
            <dt>{t(title)}</dt>
            <dd>{amount === null ? t('unbounded') : quantityText(amount)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function Picture({ lesson, design, analysis }: ShownProps & { readonly design: Design }) {
  const drawn = useExamplePicture({ design, analysis });
  const title = t(lesson.title);
  if (drawn === null) return <div className={styles.picture} aria-busy="true" />;
  return <img className={styles.picture} src={drawn.url} alt={title} />;
}
