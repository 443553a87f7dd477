import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import { findingKey } from '../../../shared/rules/finding-key';
import type { Finding } from '../../../shared/rules/rule';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { type FindingGrouping, useView } from '../../store/view';
import { Icon } from '../../ui/Icon';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { foldingIn, wordsOf } from '../find/searched-text';
import { AnsweredList } from './AnsweredList';
import { DismissedList } from './DismissedList';
import { FindingBar, weightTitle } from './FindingBar';
import { FindingItem } from './FindingItem';
import { fixWords, messageWords, stages, stageTitle } from './finding-words';
import { type FindingGroup, foldOf, selectFindings, type Weight, weights } from './grouping';
import { moveBetweenItems } from './item-keys';
import { ProblemSection } from './ProblemSection';
import styles from './Problems.module.css';
import { useRuleTitles } from './rule-words';

type RuleTitleOf = (rule: string) => string | undefined;

const noWeights: ReadonlySet<Weight> = new Set();

/** Every finding in groups, with search and filters; then the answered and the dismissed ones. */
export function ProblemList() {
  const findings = useReport((state) => state.findings);
  const failure = useReport((state) => state.failure);
  const judged = useReport((state) => state.analysis !== null || state.errors.length > 0);
  const design = useDocument((state) => state.design);
  const grouping = useView((state) => state.findingGrouping);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(noWeights);
  const rules = useMemo(() => [...new Set(findings.map(({ rule }) => rule))], [findings]);
  const ruleTitle = useRuleTitles(rules);
  const words = useDeferredValue(text);
  const fold = useMemo(() => foldingIn(language().locale), []);
  const selection = useMemo(() => {
    const textOf = (finding: Finding): string => fold(searchedText(finding, design, ruleTitle));
    return selectFindings(findings, { grouping, weights: chosen, words: wordsOf(fold(words)) }, textOf);
  }, [findings, design, grouping, chosen, words, ruleTitle, fold]);
  const isNarrowed = words.trim() !== '' || chosen.size > 0;
  const toggle = (weight: Weight): void => setChosen(toggled(chosen, weight));
  return (
    <article className={styles.content} aria-label={t('Findings')} onKeyDown={moveBetweenItems}>
      {findings.length === 0 ? null : (
        <FindingBar {...{ text, chosen, ...selection }} onText={setText} onToggle={toggle} />
      )}
      <div className={styles.list}>
        {failure === null ? null : <p className={styles.failure}>{failure}</p>}
        {findings.length === 0 && failure === null ? <Quiet judged={judged} /> : null}
        {findings.length > 0 && selection.shown === 0 ? (
          <p className={styles.empty}>{t('No finding matches the search and the filters.')}</p>
        ) : null}
        {selection.groups.map((group, index) => (
          <ProblemSection
            // Narrowed, each group is shown whole.
            key={`${grouping} ${group.id} ${isNarrowed}`}
            title={groupTitle(group.id, grouping, design, ruleTitle)}
            count={group.findings.length}
            fold={isNarrowed ? undefined : foldOf(group, grouping, index === 0)}
          >
            <GroupItems group={group} />
          </ProblemSection>
        ))}
        {isNarrowed ? null : (
          <>
            <DismissedList />
            <AnsweredList />
          </>
        )}
      </div>
    </article>
  );
}

function GroupItems({ group }: { readonly group: FindingGroup }) {
  const { setView } = useEditor();
  const openOnEnter = (event: KeyboardEvent, finding: Finding): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    setView({ openFinding: findingKey(finding) });
  };
  return group.findings.map((finding) => (
    <li
      key={findingKey(finding)}
      className={styles.item}
      // Reached by the arrow keys; the buttons in it are in the tab order.
      tabIndex={-1}
      data-finding=""
      onKeyDown={(event) => openOnEnter(event, finding)}
    >
      <FindingItem finding={finding} withTarget />
    </li>
  ));
}

function toggled(chosen: ReadonlySet<Weight>, weight: Weight): ReadonlySet<Weight> {
  const next = new Set(chosen);
  if (!next.delete(weight)) next.add(weight);
  return next;
}

/** All that a finding is found by. */
function searchedText(finding: Finding, design: Design | null, ruleTitle: RuleTitleOf): string {
  if (design === null) return '';
  const title = ruleTitle(finding.rule);
  const part = finding.target === '*' ? '' : partName(design, finding.target);
  return [
    messageWords(finding, design),
    fixWords(finding, design),
    part,
    finding.code,
    title === undefined ? '' : t(title),
  ].join('\n');
}

function groupTitle(
  id: string,
  grouping: FindingGrouping,
  design: Design | null,
  ruleTitle: RuleTitleOf,
): string {
  switch (grouping) {
    case 'stage':
      return stages.flatMap((stage) => (stage === id ? [stageTitle(stage)] : [])).join('');
    case 'severity':
      return weights.flatMap((weight) => (weight === id ? [weightTitle(weight)] : [])).join('');
    case 'part':
      if (id === '*') return t('The whole design');
      return design === null ? id : partName(design, id);
    case 'rule': {
      const title = ruleTitle(id);
      return title === undefined ? id : t(title);
    }
  }
}

/** Why the list is empty. */
function Quiet({ judged }: { readonly judged: boolean }) {
  const isEmpty = useDocument((state) => (state.design?.system.nodes ?? []).length === 0);
  const withheld = useReport((state) => state.withheld);
  const words = withheld
    ? t('Findings are withheld until the exam is finished.')
    : isEmpty
      ? t('The canvas is empty: nothing to check.')
      : judged
        ? t(
            'No problems found. Checked: structure, capacity, latency, scaling, consistency, recovery, security, operations and cost.',
          )
        : t('Not checked yet.');
  return (
    <p className={styles.empty}>
      <Icon name={judged && !isEmpty && !withheld ? 'circle-check' : 'circle-dot'} size={18} />
      {words}
    </p>
  );
}
