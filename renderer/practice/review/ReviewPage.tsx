import { useEffect, useState } from 'react';
import type { Attempt } from '../../../shared/practice/attempt';
import type { Score } from '../../../shared/practice/score';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import type { PracticeProgress } from '../../engine/practice-protocol';
import { platform } from '../../platform/current';
import { writeAttempt } from '../../storage/attempts';
import { database } from '../../storage/database';
import { fileNameOf } from '../../storage/file';
import { Button } from '../../ui/Button';
import { Page, PageContent } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { editedWhen } from '../../words/edited';
import { language } from '../../words/language';
import { numberLocale } from '../../words/number-locale';
import { t } from '../../words/t';
import { clockText } from '../clock-text';
import { loadAttempt } from '../load-attempt';
import styles from '../Room.module.css';
import { RoomBar } from '../RoomBar';
import { ScoringStatus } from '../ScoringStatus';
import { startAttempt } from '../start-attempt';
import { Reference } from './Reference';
import { Replay } from './Replay';
import { Scorecard } from './Scorecard';

type Loaded =
  | { readonly kind: 'scoring'; readonly progress: PracticeProgress | null }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'found'; readonly attempt: Attempt; readonly score: Score };

/** The attempt with its score, which its line in the list is given too; null where nobody waits any more. */
async function review(
  id: string,
  signal: AbortSignal,
  onProgress: (progress: PracticeProgress) => void,
): Promise<Loaded | null> {
  const attempt = await loadAttempt(id);
  if (attempt === null) return { kind: 'missing' };
  const outcome = responseOf(await practiceStudy('score', { attempt }, { signal, onProgress }));
  if (outcome === null) return null;
  if ('failure' in outcome)
    return {
      kind: 'failed',
      message: t('The score could not be worked out: {message}', { message: outcome.failure }),
    };
  const score = outcome.response;
  const sections = score.sections.map(({ section, weight, got }) => ({ section, weight, got }));
  await writeAttempt(database, attempt, { total: score.total, sections });
  return { kind: 'found', attempt, score };
}

/** What an attempt scored and why, its replay, and the reference beside it. */
export function ReviewPage({ id }: { readonly id: string }) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'scoring', progress: null });
  useEffect(() => {
    const left = new AbortController();
    const show = (next: Loaded | null): void => {
      if (!left.signal.aborted && next !== null) setLoaded(next);
    };
    review(id, left.signal, (progress) => show({ kind: 'scoring', progress })).then(
      show,
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        show({ kind: 'failed', message: t('The attempt cannot be read: {message}', { message }) });
      },
    );
    return () => left.abort();
  }, [id]);
  if (loaded.kind === 'found') {
    // What is shown is stored: a reload straight after loses nothing of it.
    const change = (attempt: Attempt): void =>
      void writeAttempt(database, attempt).then(() => setLoaded({ ...loaded, attempt }));
    return <Review attempt={loaded.attempt} score={loaded.score} onChange={change} />;
  }
  return (
    <Page bar={<RoomBar inReview>{null}</RoomBar>}>
      <PageContent className={styles.content}>
        {loaded.kind === 'scoring' ? (
          <ScoringStatus progress={loaded.progress} />
        ) : (
          <p role="status">
            {loaded.kind === 'missing'
              ? t('There is no such attempt in this window’s storage.')
              : loaded.message}
          </p>
        )}
      </PageContent>
    </Page>
  );
}

interface ReviewProps {
  readonly attempt: Attempt;
  readonly score: Score;
  readonly onChange: (attempt: Attempt) => void;
}

type ReviewTab = 'score' | 'replay' | 'reference';

function Review({ attempt, score, onChange }: ReviewProps) {
  const [tab, setTab] = useState<ReviewTab>('score');
  const { problem, way, minutes } = attempt;
  const tabs = [
    { id: 'score', title: t('Scorecard') },
    { id: 'replay', title: t('Replay'), count: attempt.comments.length },
    { id: 'reference', title: t('Reference') },
  ] as const;
  return (
    <Page
      bar={
        <RoomBar inReview>
          <Button icon="download" onClick={() => void saveAttempt(attempt)}>
            {t('Save the attempt to a file')}
          </Button>
          <Button
            variant="primary"
            icon="rotate-ccw"
            onClick={() => void startAttempt(problem, { way, minutes })}
          >
            {t('Try again')}
          </Button>
        </RoomBar>
      }
    >
      <PageContent className={styles.content}>
        <Heading attempt={attempt} score={score} />
        <Tabs label={t('Review')} tabs={tabs} selected={tab} onSelect={setTab} idBase="review" />
        <div role="tabpanel" id="review-panel" aria-labelledby={`review-tab-${tab}`} className={styles.stack}>
          {tab === 'score' ? <Scorecard attempt={attempt} score={score} /> : null}
          {tab === 'replay' ? <Replay attempt={attempt} onChange={onChange} /> : null}
          {tab === 'reference' ? <Reference attempt={attempt} /> : null}
        </div>
      </PageContent>
    </Page>
  );
}

function Heading({ attempt, score }: Omit<ReviewProps, 'onChange'>) {
  const when = editedWhen(attempt.startedAt, new Date(), language().locale, numberLocale());
  return (
    <div className={styles.head}>
      <h1 translate="no">{attempt.problem.title}</h1>
      <span className={styles.muted}>
        {attempt.way === 'exam' ? t('Exam') : t('Coach')} · <time dateTime={attempt.startedAt}>{when}</time> ·{' '}
        {clockText(attempt.elapsedMs)}
      </span>
      <span className={styles.total}>
        {t('{points} of 100', { points: Math.round(score.total) })} · {t(score.band.title)}
      </span>
    </div>
  );
}

const saveAttempt = (attempt: Attempt): Promise<void> =>
  platform().saveFile(
    fileNameOf(attempt.problem.title, 'attempt.json'),
    new Blob([JSON.stringify(attempt)], { type: 'application/json' }),
  );
