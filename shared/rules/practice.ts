import { own } from '../model/own';
import type { Hit, RuleContext } from './rule';

/** The answer in a design's practices to a rule that is a question; null while it is not answered. */
export const answerTo = ({ design }: RuleContext, rule: string): 'yes' | 'no' | 'n/a' | null =>
  own(design.practices, rule)?.answer ?? null;

/**
 * The findings of a rule that is a question. Where it does not apply, or it was answered yes or not relevant: none. While
 * it is not answered: one question about the whole design (the rule's variant `question`, with the values of the first part
 * and how many there are as `parts`), never a warning. Answered no: what each part then is, at the rule's own severity, in review.
 */
export const questionHits = (context: RuleContext, rule: string, hits: readonly Hit[]): readonly Hit[] =>
  questionHitsOf(context, rule, hits, (hit) => hit);

/** As `questionHits`, of parts of which each makes a hit: only as many are made as the answer wants. */
export function questionHitsOf<T>(
  context: RuleContext,
  rule: string,
  parts: readonly T[],
  hitOf: (part: T) => Hit,
): readonly Hit[] {
  const answer = answerTo(context, rule);
  const [first] = parts;
  if (first === undefined || answer === 'yes' || answer === 'n/a') return [];
  if (answer === 'no') return parts.map((part) => ({ ...hitOf(part), stage: 'review' }));
  const values = { ...hitOf(first).values, parts: { count: parts.length } };
  return [{ target: '*', values, variant: 'question', severity: 'info', stage: 'question' }];
}
