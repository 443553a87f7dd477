import { useEffect, useState } from 'react';
import type { Attempt } from '../../../shared/practice/attempt';
import type { AttemptComparison, PointChange } from '../../../shared/practice/compare-attempts';
import { sections } from '../../../shared/practice/sections';
import { practiceStudy, responseOf } from '../../engine/practice-jobs';
import type { PracticeProgress } from '../../engine/practice-protocol';
import { t, wordsOf } from '../../words/t';
import { clockText } from '../clock-text';
import { loadAttempt } from '../load-attempt';
import { partName } from '../part-name';
import styles from '../Room.module.css';
import { DesignPicture } from '../review/DesignPicture';
import { ScoringStatus } from '../ScoringStatus';

type Loaded =
  | { readonly kind: 'scoring'; readonly progress: PracticeProgress | null }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'found';
      readonly attempts: readonly [Attempt, Attempt];
      readonly comparison: AttemptComparison;
    };

/** Both attempts scored; null where nobody waits any more. */
async function compared(
  ids: readonly [first: string, second: string],
  signal: AbortSignal,
  onProgress: (progress: PracticeProgress) => void,
): Promise<Loaded | null> {
  const [first, second] = await Promise.all([loadAttempt(ids[0]), loadAttempt(ids[1])]);
  if (first === null || second === null)
    return { kind: 'failed', message: t('There is no such attempt in this window’s storage.') };
  const outcome = responseOf(await practiceStudy('comparison', { first, second }, { signal, onProgress }));
  if (outcome === null) return null;
  if ('failure' in outcome)
    return {
      kind: 'failed',
      message: t('The score could not be worked out: {message}', { message: outcome.failure }),
    };
  return { kind: 'found', attempts: [first, second], comparison: outcome.response };
}

interface ComparisonProps {
  readonly first: string;
  readonly second: string;
}

/** Two attempts side by side: points and time by section, what only one of them has, and both designs. */
export function Comparison({ first, second }: ComparisonProps) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'scoring', progress: null });
  useEffect(() => {
    const left = new AbortController();
    const show = (next: Loaded | null): void => {
      if (!left.signal.aborted && next !== null) setLoaded(next);
    };
    const ids = [first, second] as const;
    compared(ids, left.signal, (progress) => show({ kind: 'scoring', progress })).then(
      show,
      (error: unknown) =>
        show({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => left.abort();
  }, [first, second]);
  if (loaded.kind === 'scoring') return <ScoringStatus progress={loaded.progress} />;
  if (loaded.kind === 'failed') return <p role="status">{loaded.message}</p>;
  const { attempts, comparison } = loaded;
  const [before, after] = attempts;
  return (
    <section className={styles.stack} aria-label={t('Comparison')}>
      <Sections comparison={comparison} />
      <PointList title={t('Better in the later attempt')} points={comparison.gained} {...loaded} />
      <PointList title={t('Worse in the later attempt')} points={comparison.lost} {...loaded} />
      <div className={styles.pair}>
        <figure>
          <figcaption>{t('Earlier')}</figcaption>
          <DesignPicture design={before.design} label={t('Design of the earlier attempt')} />
        </figure>
        <figure>
          <figcaption>{t('Later')}</figcaption>
          <DesignPicture design={after.design} label={t('Design of the later attempt')} />
        </figure>
      </div>
    </section>
  );
}

const pointsText = (points: number): string => points.toFixed(1).replace(/\.0$/, '');
const differenceText = (points: number): string => {
  const text = pointsText(Math.abs(points));
  if (text === '0') return '0';
  return points > 0 ? `+${text}` : `−${text}`;
};

const titleOf = (id: string): string => t(sections.find((section) => section.id === id)?.title ?? '');

function Sections({ comparison: { scores, sections: rows } }: { readonly comparison: AttemptComparison }) {
  const [before, after] = scores;
  return (
    <table className={styles.table} data-figures="">
      <thead>
        <tr>
          <th scope="col">{t('Section')}</th>
          <th scope="col">{t('Of')}</th>
          <th scope="col">{t('Earlier')}</th>
          <th scope="col">{t('Later')}</th>
          <th scope="col">{t('Difference')}</th>
          <th scope="col">{t('Time earlier')}</th>
          <th scope="col">{t('Time later')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ section, weight, got: [first, second], spentMs: [spentFirst, spentSecond] }) => (
          <tr key={section}>
            <th scope="row">{titleOf(section)}</th>
            <td>{pointsText(weight)}</td>
            <td>{pointsText(first)}</td>
            <td>{pointsText(second)}</td>
            <td>{differenceText(second - first)}</td>
            <td>{clockText(spentFirst)}</td>
            <td>{clockText(spentSecond)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('Total')}</th>
          <td>100</td>
          <td>{pointsText(before.total)}</td>
          <td>{pointsText(after.total)}</td>
          <td>{differenceText(after.total - before.total)}</td>
          <td colSpan={2} />
        </tr>
      </tbody>
    </table>
  );
}

interface PointListProps {
  readonly title: string;
  readonly points: readonly PointChange[];
  readonly attempts: readonly [Attempt, Attempt];
  readonly comparison: AttemptComparison;
}

/** Points that the two attempts did not get alike, with what the later one says of them. */
function PointList({ title, points, attempts, comparison: { scores } }: PointListProps) {
  if (points.length === 0) return null;
  const reasonOf = ({ section, id }: PointChange): string | null => {
    // The later one, or the earlier one where it alone has the point.
    for (const at of [1, 0] as const) {
      const of = scores[at].sections.flatMap((one) => one.points);
      const point = of.find((one) => one.section === section && one.id === id);
      if (point !== undefined) return wordsOf(point.reason, (part) => partName(attempts[at].design, part));
    }
    return null;
  };
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={`${point.section}/${point.id}`}>
            <span className={styles.number}>{differenceText(point.difference)}</span> {titleOf(point.section)}
            : <span translate="no">{reasonOf(point)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
