import type { Attempt } from '../../../shared/practice/attempt';
import type { PointState, Score, ScoreLink, ScorePoint, SectionScore } from '../../../shared/practice/score';
import { sections } from '../../../shared/practice/sections';
import { showPart } from '../../panels/show-part';
import { goTo } from '../../storage/navigation';
import { activeEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t, wordsOf } from '../../words/t';
import { clockText } from '../clock-text';
import { partName } from '../part-name';
import styles from '../Room.module.css';

interface ScorecardProps {
  readonly attempt: Attempt;
  readonly score: Score;
}

const titleOf = (id: string): string => t(sections.find((section) => section.id === id)?.title ?? '');

/** Each section's points with their reasons, and what would have brought most. */
export function Scorecard({ attempt, score }: ScorecardProps) {
  return (
    <>
      <section className={styles.card} aria-label={t('Summary')}>
        <p>{wordsOf(score.band.text)}</p>
        {score.band.next === null ? null : <p>{wordsOf(score.band.next)}</p>}
        {score.notes.map((note) => (
          <p key={wordsOf(note)} className={styles.muted} translate="no">
            {wordsOf(note)}
          </p>
        ))}
      </section>
      {score.best.length === 0 ? null : (
        <section className={styles.card}>
          <h2>{t('What would bring most')}</h2>
          <Points points={withoutRepeats(score.best)} attempt={attempt} withSection />
        </section>
      )}
      {score.sections.map((section) => (
        <SectionCard key={section.section} section={section} attempt={attempt} />
      ))}
    </>
  );
}

/** The same reason is said once. */
const withoutRepeats = (points: readonly ScorePoint[]): readonly ScorePoint[] =>
  points.filter(
    ({ reason }, at) => points.findIndex((other) => wordsOf(other.reason) === wordsOf(reason)) === at,
  );

function SectionCard({ section, attempt }: { readonly section: SectionScore; readonly attempt: Attempt }) {
  const { weight, got, hints, spentMs, boxMs } = section;
  const spent = clockText(spentMs);
  return (
    <section className={styles.card} aria-label={titleOf(section.section)}>
      <div className={styles.cardHead}>
        <h2>{titleOf(section.section)}</h2>
        <span className={styles.number}>
          {boxMs === null ? spent : t('{spent} of {box}', { spent, box: clockText(boxMs) })} ·{' '}
          {pointsText(got)} / {pointsText(weight)}
        </span>
      </div>
      {hints.count === 0 ? null : (
        <p className={styles.muted}>
          {t('{count, plural, one {# hint} other {# hints}} took {cost} off.', {
            count: hints.count,
            cost: pointsText(hints.cost),
          })}
        </p>
      )}
      <Points points={section.points} attempt={attempt} />
    </section>
  );
}

const pointsText = (points: number): string => points.toFixed(1).replace(/\.0$/, '');

const icons: Readonly<Record<PointState, string>> = {
  covered: 'circle-check',
  partly: 'circle-dot',
  missing: 'circle',
  wrong: 'circle-alert',
};

function stateText(state: PointState): string {
  switch (state) {
    case 'covered':
      return t('Covered');
    case 'partly':
      return t('Partly covered');
    case 'missing':
      return t('Missing');
    case 'wrong':
      return t('Wrong');
  }
}

interface PointsProps {
  readonly points: readonly ScorePoint[];
  readonly attempt: Attempt;
  readonly withSection?: boolean;
}

function Points({ points, attempt, withSection = false }: PointsProps) {
  const nameOf = (id: string): string => partName(attempt.design, id);
  return (
    <ul className={styles.points}>
      {points.map(({ id, section, state, got, weight, reason, link }) => (
        <li key={`${section}/${id}`} className={styles.point} data-state={state}>
          <Icon name={icons[state]} size={15} label={stateText(state)} />
          <span className={styles.number}>
            {pointsText(got)} / {pointsText(weight)}
          </span>
          <span>
            {withSection ? `${titleOf(section)}: ` : ''}
            <span translate="no">{wordsOf(reason, nameOf)}</span>
          </span>
          <PointLink link={link} attempt={attempt} />
        </li>
      ))}
    </ul>
  );
}

/** Where the point was read: a part opens the design with it selected. */
function PointLink({ link, attempt }: { readonly link: ScoreLink; readonly attempt: Attempt }) {
  switch (link.kind) {
    case 'section':
    case 'estimate':
      return null;
    case 'item': {
      const items = sections.find(({ id }) => id === link.section)?.items ?? [];
      return <span className={styles.muted}>{t(items.find(({ id }) => id === link.item)?.title ?? '')}</span>;
    }
    default:
      return (
        <Button variant="quiet" icon="arrow-right" onClick={() => void openPart(attempt.id, link.id)}>
          {partName(attempt.design, link.id)}
        </Button>
      );
  }
}

async function openPart(design: string, part: string): Promise<void> {
  await goTo({ page: 'design', id: design });
  showPart(activeEditor(), part);
}
