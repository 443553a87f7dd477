import { useReport } from '../../store/report';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';
import { FindingItem } from './FindingItem';
import { worstFirst } from './finding-words';

const none: readonly never[] = [];

/** The findings of one part. */
export function FindingList({ target }: { readonly target: string }) {
  const findings = useReport((state) => state.findingsOf.get(target) ?? none);
  const withheld = useReport((state) => state.withheld);
  if (findings.length === 0)
    return (
      <p className={styles.empty}>
        {withheld ? t('Findings are withheld until the exam is finished.') : t('No findings.')}
      </p>
    );
  return (
    <div className={styles.findings}>
      {worstFirst(findings).map((finding) => (
        <FindingItem key={`${finding.rule} ${finding.message}`} finding={finding} />
      ))}
    </div>
  );
}

/** The worst broken finding of a part, in its colour, with its fix; nothing where there is none. */
export function WorstFinding({ target }: { readonly target: string }) {
  const findings = useReport((state) => state.findingsOf.get(target) ?? none);
  const worst = worstFirst(findings).find((finding) => finding.stage === 'broken');
  return worst === undefined ? null : <FindingItem key={worst.rule} finding={worst} boxed />;
}
