import type { Finding } from '../../shared/rules/rule';
import { t } from '../i18n/t';
import { useReport } from '../store/report';
import { setView } from '../store/view';
import { Icon } from '../ui/Icon';
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
  const errors = useTally('errors');
  const warnings = useTally('warnings');
  const unfinished = useTally('unfinished');
  const reviews = useTally('reviews');
  if (errors + warnings + unfinished + reviews === 0) return null;
  return (
    <button type="button" className={styles.item} onClick={() => setView({ drawer: 'problems' })}>
      <TallyWords
        tally="errors"
        icon="circle-alert"
        count={errors}
        one={t('1 error')}
        many="{count} errors"
      />
      <TallyWords
        tally="warnings"
        icon="triangle-alert"
        count={warnings}
        one={t('1 warning')}
        many="{count} warnings"
      />
      <TallyWords
        tally="unfinished"
        icon="circle-dot"
        count={unfinished}
        one={t('1 unfinished')}
        many="{count} unfinished"
      />
      <TallyWords
        tally="reviews"
        icon="info"
        count={reviews}
        one={t('1 to review')}
        many="{count} to review"
      />
    </button>
  );
}

interface TallyWordsProps {
  readonly tally: Tally;
  readonly icon: string;
  readonly count: number;
  readonly one: string;
  readonly many: string;
}

function TallyWords({ tally, icon, count, one, many }: TallyWordsProps) {
  if (count === 0) return null;
  return (
    <span className={styles.tally} data-tally={tally}>
      <Icon name={icon} size={14} /> {count === 1 ? one : t(many, { count })}
    </span>
  );
}
