import type { Finding, Stage } from '../../../shared/rules/rule';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { AnsweredList } from './AnsweredList';
import { DismissedList } from './DismissedList';
import { FindingItem } from './FindingItem';
import { stages, stageTitle, worstFirst } from './finding-words';
import { ProblemSection } from './ProblemSection';
import styles from './Problems.module.css';

/** Every finding by stage: broken, unfinished, review, questions; then the answered and the dismissed ones. */
export function Problems() {
  const findings = useReport((state) => state.findings);
  const failure = useReport((state) => state.failure);
  const judged = useReport((state) => state.analysis !== null || state.errors.length > 0);
  const quiet = findings.length === 0 && failure === null;
  const sections = stages.flatMap((stage) => {
    const found = findings.filter((item) => item.stage === stage);
    return found.length === 0 ? [] : [{ stage, found }];
  });
  return (
    <div className={styles.list}>
      {failure === null ? null : <p className={styles.failure}>{failure}</p>}
      {quiet ? <Quiet judged={judged} /> : null}
      {sections.map(({ stage, found }, index) => (
        <ProblemSection
          key={stage}
          title={stageTitle(stage)}
          count={found.length}
          fold={foldOf(stage, found.length, index === 0)}
        >
          {worstFirst(found).map((finding) => (
            <li key={keyOf(finding)} className={styles.item}>
              <FindingItem finding={finding} withTarget />
            </li>
          ))}
        </ProblemSection>
      ))}
      <DismissedList />
      <AnsweredList />
    </div>
  );
}

const keyOf = ({ rule, target, message }: Finding): string => `${rule} ${target} ${message}`;

/** How many are open at first, below the first section. */
const mostUnfolded = 3;

/** Broken and unfinished findings always show; a long list of reviews or questions below others is folded. */
function foldOf(stage: Stage, count: number, isFirst: boolean): 'open' | 'folded' | undefined {
  if (stage === 'broken' || stage === 'unfinished') return undefined;
  return isFirst || count <= mostUnfolded ? 'open' : 'folded';
}

/** Why the list is empty. */
function Quiet({ judged }: { readonly judged: boolean }) {
  const isEmpty = useDocument((state) => (state.design?.system.nodes ?? []).length === 0);
  const words = isEmpty
    ? t('The canvas is empty: nothing to check.')
    : judged
      ? t(
          'No problems found. Checked: structure, capacity, latency, scaling, consistency, recovery, security, operations and cost.',
        )
      : t('Not checked yet.');
  return (
    <p className={styles.empty}>
      <Icon name={judged && !isEmpty ? 'circle-check' : 'circle-dot'} size={18} />
      {words}
    </p>
  );
}
