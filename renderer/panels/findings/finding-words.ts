import type { Design, PracticeAnswer } from '../../../shared/model/schema';
import { fixOf, messageOf } from '../../../shared/rules/finding-text';
import type { Finding, Severity, Stage } from '../../../shared/rules/rule';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';

const namesIn =
  (design: Design) =>
  (id: string): string =>
    partName(design, id);

/** The message of a finding, with the names of its parts. */
export const messageWords = (finding: Finding, design: Design): string =>
  messageOf(finding, namesIn(design), language());

export const fixWords = (finding: Finding, design: Design): string =>
  fixOf(finding, namesIn(design), language());

/** The icon of a finding's severity; the word beside it says the same. */
export function severityIcon({ severity, stage }: Finding): string {
  if (stage === 'question') return 'circle-question-mark';
  if (stage === 'unfinished') return 'circle-dot';
  if (severity === 'error') return 'circle-alert';
  return severity === 'warning' ? 'triangle-alert' : 'info';
}

/** Red and amber are for what is broken or at risk: the rest is grey whatever its rule's severity. */
export function findingTone({ severity, stage }: Finding): 'error' | 'warning' | 'plain' {
  if (stage !== 'broken' || severity === 'info') return 'plain';
  return severity;
}

/** Whether a finding counts where problems are counted: broken or unfinished. A review does not press. */
export const isPressing = ({ severity, stage }: Finding): boolean =>
  stage === 'unfinished' || (stage === 'broken' && severity !== 'info');

export function severityWord({ severity, stage }: Finding): string {
  if (stage === 'unfinished') return t('Unfinished');
  if (stage === 'question') return t('Question');
  if (severity === 'error') return t('Error');
  return severity === 'warning' ? t('Warning') : t('Hint');
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]);

/** The answers to a question, in the order in which they are offered. */
export const answers: readonly PracticeAnswer[] = ['yes', 'no', 'n/a'];

export function answerTitle(answer: PracticeAnswer): string {
  switch (answer) {
    case 'yes':
      return t('Yes');
    case 'no':
      return t('No');
    case 'n/a':
      return t('Not relevant');
  }
}

/** The sections of the Problems list, in their order. */
export const stages: readonly Stage[] = ['broken', 'unfinished', 'review', 'question'];

export function stageTitle(stage: Stage): string {
  switch (stage) {
    case 'broken':
      return t('Broken or at risk');
    case 'unfinished':
      return t('Unfinished');
    case 'review':
      return t('Review');
    case 'question':
      return t('Questions');
  }
}
