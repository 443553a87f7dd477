import { type Message, message } from '../../math/message';
import { checkEstimates, type EstimateVerdict } from '../check-estimates';
import type { Evidence } from './evidence';
import type { Judgement } from './point';

/** An estimate that is typed after the arithmetic was shown is copied: it counts so much. */
const afterCheckShare = 0.25;

/** Estimates: each within its range, in proportion to the others, and as the design has it. */
export function judgeEstimates({ attempt, problem }: Evidence): readonly Judgement[] {
  const firstCheck = attempt.events.find(({ kind }) => kind === 'estimates-checked')?.atMs;
  return checkEstimates(problem, attempt.estimates, attempt.design).map((verdict) => {
    const isLate = firstCheck !== undefined && verdict.typed !== null && verdict.typed.atMs > firstCheck;
    return judgementOf(verdict, isLate);
  });
}

function judgementOf(verdict: EstimateVerdict, isLate: boolean): Judgement {
  const { estimate, range, conflicts, drawn, value } = verdict;
  const isConsistent = conflicts.length === 0;
  const earned =
    value === null
      ? 0
      : (range === 'within' ? 0.6 : 0) +
        (isConsistent ? 0.25 : 0) +
        (drawn === null ? (range === 'within' ? 0.15 : 0) : drawn.agrees ? 0.15 : 0);
  // A number that agrees with nothing earns nothing for being alone.
  const share = range === 'within' || drawn?.agrees === true ? earned : earned / 2;
  return {
    id: `estimate-${estimate.id}`,
    weight: 1,
    share: isLate ? share * afterCheckShare : share,
    ...(range === 'low' || range === 'high' || range === 'unreadable' ? { state: 'wrong' as const } : {}),
    reason: reasonOf(verdict, isLate),
    link: { kind: 'estimate', id: estimate.id },
  };
}

/** The worst of what there is to say. */
function reasonOf(
  { range, reason, conflicts: [conflict], drawn, estimate }: EstimateVerdict,
  isLate: boolean,
): Message {
  if (range !== 'within') return reason;
  if (conflict !== undefined) return conflict;
  if (drawn !== null && !drawn.agrees) return drawn.reason;
  return isLate
    ? message('{title}: typed after the arithmetic was shown.', { title: estimate.title })
    : reason;
}
