import type { Finding } from '../../shared/rules/rule';
import { useEditor } from '../store/editors';
import { useReport } from '../store/report';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './StatusBar.module.css';

type Tally = 'errors' | 'warnings' | 'unfinished' | 'reviews';

/** Red and amber are for what is broken or close to it; what wants a review or an answer is counted apart. */
function tallyOf({ severity, stage }: Finding): Tally {
  if (stage === 'unfinished') return 'unfinished';
  if (stage !== 'broken' || severity === 'info') return 'reviews';
  return severity === 'error' ? 'errors' : 'warnings';
}

const useTally = (tally: Tally): number =>
  useReport((state) => state.findings.filter((finding) => tallyOf(finding) === tally).length);

/** How many findings there are of each weight; a press opens the list. */
export function FindingsItem() {
  const { setView } = useEditor();
  const errors = useTally('errors');
  const warnings = useTally('warnings');
  const unfinished = useTally('unfinished');
  const reviews = useTally('reviews');
  if (errors + warnings + unfinished + reviews === 0) return null;
  return (
    <button type="button" className={styles.item} onClick={() => setView({ drawer: 'problems' })}>
      <Counted tally="errors" icon="circle-alert" count={errors}>
        {t('{count, plural, one {# error} other {# errors}}', { count: errors })}
      </Counted>
      <Counted tally="warnings" icon="triangle-alert" count={warnings}>
        {t('{count, plural, one {# warning} other {# warnings}}', { count: warnings })}
      </Counted>
      <Counted tally="unfinished" icon="circle-dot" count={unfinished}>
        {t('{count} unfinished', { count: unfinished })}
      </Counted>
      <Counted tally="reviews" icon="info" count={reviews}>
        {t('{count} to review', { count: reviews })}
      </Counted>
    </button>
  );
}

interface CountedProps {
  readonly tally: Tally;
  readonly icon: string;
  readonly count: number;
  readonly children: string;
}

function Counted({ tally, icon, count, children }: CountedProps) {
  if (count === 0) return null;
  return (
    <span className={styles.tally} data-tally={tally}>
      <Icon name={icon} size={14} /> {children}
    </span>
  );
}
