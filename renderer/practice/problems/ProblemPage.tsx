import { useState } from 'react';
import { lengths, ways } from '../../../shared/practice/attempt';
import { nextProblems, type PastScore } from '../../../shared/practice/next';
import { problemTitles } from '../../../shared/practice/problems/titles';
import { attemptLines } from '../../storage/attempts';
import { type AttemptLine, database } from '../../storage/database';
import { Button } from '../../ui/Button';
import { Page, PageContent } from '../../ui/Page';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from '../Room.module.css';
import { RoomBar } from '../RoomBar';
import type { AttemptChoice } from '../start-attempt';
import { useLive } from '../use-live';
import { openPracticeFile } from './open-practice-file';
import { ProblemRow, type ShownProblem } from './ProblemRow';

const readLines = (): Promise<readonly AttemptLine[]> => attemptLines(database);
const readOwn = (): Promise<readonly ShownProblem[]> =>
  database.problems.toArray((rows) =>
    rows.map(({ id, title, summary }) => ({ id, title, summary, isOwn: true })),
  );

const noLines: readonly AttemptLine[] = [];
const noProblems: readonly ShownProblem[] = [];

/** The problems to practise, what was tried of each, and how the next attempt runs. */
export function ProblemPage() {
  const lines = useLive(readLines) ?? noLines;
  const own = useLive(readOwn) ?? noProblems;
  const [choice, setChoice] = useState<AttemptChoice>({ way: 'exam', minutes: 45 });
  const problems: readonly ShownProblem[] = [
    ...problemTitles.map(({ id, title, summary }) => ({
      id,
      title: t(title),
      summary: t(summary),
      isOwn: false,
    })),
    ...own,
  ];
  const [next] = nextProblems(problems, pastOf(lines), Date.now());
  return (
    <Page
      bar={
        <RoomBar inReview={false}>
          <Button icon="folder-open" onClick={() => void openPracticeFile()}>
            {t('Open a problem or an attempt…')}
          </Button>
        </RoomBar>
      }
    >
      <PageContent className={styles.content}>
        <h1>{t('Practice')}</h1>
        <p className={styles.lead}>
          {t('Draw a system against the clock, as in an interview, and see what it scores and why.')}
        </p>
        <Choices choice={choice} onChoose={setChoice} />
        <ul className={styles.problems} aria-label={t('Problems')}>
          {problems.map((problem) => (
            <ProblemRow
              key={problem.id}
              problem={problem}
              lines={lines.filter((line) => line.problem === problem.id)}
              choice={choice}
              next={problem.id === next?.problem ? next : null}
            />
          ))}
        </ul>
      </PageContent>
    </Page>
  );
}

const pastOf = (lines: readonly AttemptLine[]): readonly PastScore[] =>
  lines.flatMap(({ problem, endedAt, score }) =>
    score === null || endedAt === null ? [] : [{ problem, endedAtMs: Date.parse(endedAt), ...score }],
  );

interface ChoicesProps {
  readonly choice: AttemptChoice;
  readonly onChoose: (choice: AttemptChoice) => void;
}

const lengthText = (minutes: AttemptChoice['minutes']): string =>
  minutes === null ? t('Untimed') : t('{minutes} minutes', { minutes });

/** How long an attempt takes, and whether it is an exam. */
function Choices({ choice, onChoose }: ChoicesProps) {
  const { way, minutes } = choice;
  return (
    <div className={styles.choices}>
      <Select
        label={t('Length')}
        value={String(minutes)}
        options={lengths.map((length) => ({ value: String(length), title: lengthText(length) }))}
        onChange={(value) =>
          onChoose({ ...choice, minutes: lengths.find((length) => String(length) === value) ?? null })
        }
      />
      <Select
        label={t('Way')}
        value={way}
        options={[
          { value: 'exam', title: t('Exam') },
          { value: 'coach', title: t('Coach') },
        ]}
        onChange={(value) => onChoose({ ...choice, way: ways.find((known) => known === value) ?? 'exam' })}
      />
      <p className={styles.muted}>
        {way === 'exam'
          ? t('Figures are shown, findings are not; estimates are compared once you check them.')
          : t('Findings and the arithmetic of the estimates are shown; the score says that it was coached.')}
      </p>
    </div>
  );
}
