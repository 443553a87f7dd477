import type { Finding, Stage } from '../../../shared/rules/rule';
import type { FindingGrouping } from '../../store/view';
import { stages, worstFirst } from './finding-words';

/** What a finding is called beside its message, worst first: the filters of the list. */
export const weights = ['error', 'warning', 'unfinished', 'info', 'question'] as const;
export type Weight = (typeof weights)[number];

/** A question and what is unfinished are named so, whatever the severity of their rules. */
export function weightOf({ stage, severity }: Finding): Weight {
  return stage === 'question' || stage === 'unfinished' ? stage : severity;
}

/** What the list shows of the findings. */
export interface FindingFilter {
  readonly grouping: FindingGrouping;
  /** Only these; all where it is empty. */
  readonly weights: ReadonlySet<Weight>;
  /** Words that a finding has all of, folded as its text is. */
  readonly words: readonly string[];
}

/** A heading with its findings; what `id` names depends on the grouping: a stage, a weight, a part or a rule. */
export interface FindingGroup {
  readonly id: string;
  readonly findings: readonly Finding[];
}

export interface FindingSelection {
  readonly groups: readonly FindingGroup[];
  /** How many findings have the words, by weight: what each filter would show. */
  readonly counts: Readonly<Record<Weight, number>>;
  readonly shown: number;
}

/** The findings that a filter selects, in groups, the worst first. `textOf` gives all that a finding is found by, folded. */
export function selectFindings(
  findings: readonly Finding[],
  { grouping, weights: wanted, words }: FindingFilter,
  textOf: (finding: Finding) => string,
): FindingSelection {
  const found = words.length === 0 ? findings : findings.filter((finding) => hasAll(textOf(finding), words));
  const counts: Record<Weight, number> = { error: 0, warning: 0, unfinished: 0, info: 0, question: 0 };
  for (const finding of found) counts[weightOf(finding)] += 1;
  const shown = wanted.size === 0 ? found : found.filter((finding) => wanted.has(weightOf(finding)));
  return { groups: groupsOf(worstFirst(shown), grouping), counts, shown: shown.length };
}

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Parts and rules are in the order of their worst finding; stages and severities in an order of their own. */
function groupsOf(findings: readonly Finding[], grouping: FindingGrouping): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>(firstGroups(grouping).map((id) => [id, []]));
  for (const finding of findings) {
    const id = groupIdOf(finding, grouping);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [finding]);
    else group.push(finding);
  }
  return [...groups].flatMap(([id, members]) => (members.length === 0 ? [] : [{ id, findings: members }]));
}

function firstGroups(grouping: FindingGrouping): readonly string[] {
  if (grouping === 'stage') return stages;
  return grouping === 'severity' ? weights : [];
}

function groupIdOf(finding: Finding, grouping: FindingGrouping): string {
  switch (grouping) {
    case 'stage':
      return finding.stage;
    case 'severity':
      return weightOf(finding);
    case 'part':
      return finding.target;
    case 'rule':
      return finding.rule;
  }
}

/** How many are open at first, below the first group. */
const mostUnfolded = 3;

/**
 * How a group is folded at first; undefined where it always shows. By stage, what is broken or unfinished always shows, and a long list of
 * reviews or questions below others is folded.
 */
export function foldOf(
  { id, findings }: FindingGroup,
  grouping: FindingGrouping,
  isFirst: boolean,
): 'open' | 'folded' | undefined {
  if (grouping !== 'stage') return 'open';
  const alwaysShown: readonly Stage[] = ['broken', 'unfinished'];
  if (alwaysShown.some((stage) => stage === id)) return undefined;
  return isFirst || findings.length <= mostUnfolded ? 'open' : 'folded';
}
