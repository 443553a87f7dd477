import type { Finding } from '../../shared/rules/rule';
import { t } from '../i18n/t';
import { useReport } from '../store/report';
import { setView } from '../store/view';
import { Icon } from '../ui/Icon';
import styles from './StatusBar.module.css';

type Tally = 'errors' | 'warnings' | 'remarks';

/** Red and amber are for what is broken or close to it; reviews and unfinished parts are remarks. */
function tallyOf({ severity, stage }: Finding): Tally {
  if (stage !== 'broken' || severity === 'info') return 'remarks';
  return severity === 'error' ? 'errors' : 'warnings';
}

const useTally = (tally: Tally): number =>
  useReport((state) => state.findings.filter((finding) => tallyOf(finding) === tally).length);

/** How many findings there are of each weight; a press opens the list. */
export function FindingsItem() {
  const errors = useTally('errors');
  const warnings = useTally('warnings');
  const remarks = useTally('remarks');
  if (errors + warnings + remarks === 0) return null;
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
      <TallyWords tally="remarks" icon="info" count={remarks} one={t('1 remark')} many="{count} remarks" />
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
