import type { Finding, Stage } from '../../shared/rules/rule';
import { t } from '../i18n/t';
import { useDocument } from '../store/document';
import { useReport } from '../store/report';
import { Icon } from '../ui/Icon';
import { FindingItem } from './FindingItem';
import { stages, stageTitle, worstFirst } from './finding-words';
import styles from './Problems.module.css';

/** Every finding, by what it asks for: what is broken, what is unfinished, what wants a review. */
export function Problems() {
  const findings = useReport((state) => state.findings);
  const suppressed = useReport((state) => state.suppressed);
  const failure = useReport((state) => state.failure);
  const judged = useReport((state) => state.analysis !== null || state.errors.length > 0);
  const quiet = findings.length === 0 && failure === null;
  return (
    <div className={styles.list}>
      {failure === null ? null : <p className={styles.failure}>{failure}</p>}
      {quiet ? <Quiet judged={judged} /> : null}
      {stages.map((stage) => (
        <StageSection key={stage} stage={stage} findings={findings.filter((item) => item.stage === stage)} />
      ))}
      {suppressed.length === 0 ? null : (
        <p className={styles.suppressed}>
          {t('Suppressed in this design: {count}', { count: suppressed.length })}
        </p>
      )}
    </div>
  );
}

function StageSection({ stage, findings }: { readonly stage: Stage; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.stage}>
      <h3 className={styles.heading}>
        {stageTitle(stage)} <span className={styles.count}>{findings.length}</span>
      </h3>
      <ul>
        {worstFirst(findings).map((finding) => (
          <li key={`${finding.rule} ${finding.target} ${finding.message}`} className={styles.item}>
            <FindingItem finding={finding} withTarget />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the list is empty. */
function Quiet({ judged }: { readonly judged: boolean }) {
  const isEmpty = useDocument((state) => (state.design?.system.nodes ?? []).length === 0);
  const words = isEmpty
    ? t('Nothing is drawn yet, so there is nothing to check.')
    : judged
      ? t(
          'No problems found. What is checked: structure, capacity, latency targets, caching, single points of failure and encryption.',
        )
      : t('Nothing has been checked yet.');
  return (
    <p className={styles.empty}>
      <Icon name={judged && !isEmpty ? 'circle-check' : 'circle-dot'} size={18} />
      {words}
    </p>
  );
}
