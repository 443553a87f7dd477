import { meetsTarget } from '../../analysis/targets';
import { message } from '../../math/message';
import { own } from '../../model/own';
import type { Evidence } from './evidence';
import { itemLink, type Judgement, type ScoreLink } from './point';
import { writtenItem } from './written';

/** Design goals: the problem's targets set on the design as drawn, no contradiction among them, and the choices in words. */
export function judgeGoals(evidence: Evidence): readonly Judgement[] {
  return [
    ...targetsSet(evidence),
    writtenItem(evidence, 'goals', ['consistency'], {
      weight: 1,
      terms: ['consistency', 'availability', 'eventual', 'strong', 'cap', 'pacelc', 'stale'],
      there: message('Consistency against availability is weighed.'),
      missing: message('Consistency against availability is not weighed.'),
    }),
    writtenItem(evidence, 'goals', ['scaling'], {
      weight: 0.5,
      terms: ['scale', 'horizontal', 'vertical', 'shard', 'autoscale', 'replica', 'servers'],
      there: message('How it scales is stated.'),
      missing: message('How it scales is not stated.'),
    }),
    writtenItem(evidence, 'goals', ['failover', 'reliability'], {
      weight: 0.5,
      terms: [
        'failover',
        'replicate',
        'replica',
        'fault',
        'zone',
        'region',
        'redundant',
        'recovery',
        'rpo',
        'rto',
      ],
      there: message('How it fails over is stated.'),
      missing: message('How it fails over is not stated.'),
    }),
    contradictions(evidence),
  ];
}

/** Rules about targets that contradict each other or the design. */
const contradicting: ReadonlySet<string> = new Set([
  'cap-mismatch',
  'targets-out-of-order',
  'recovery-targets-contradict',
  'latency-below-physics',
]);

function contradictions({ findings, attempt }: Evidence): Judgement {
  const found = findings.find(({ rule, stage }) => contradicting.has(rule) && stage !== 'question');
  const { targets = {}, flows = [] } = attempt.design.system;
  const hasTargets =
    Object.keys(targets).length > 0 || flows.some((flow) => Object.keys(flow.targets ?? {}).length > 0);
  return {
    id: 'contradictions',
    weight: 0.5,
    share: hasTargets && found === undefined ? 1 : 0,
    ...(found === undefined ? {} : { state: 'wrong' as const }),
    reason:
      found !== undefined
        ? { text: found.message, values: found.values }
        : hasTargets
          ? message('The targets do not contradict each other.')
          : message('No target is set.'),
    link: itemLink('goals', 'consistency'),
  };
}

/** Each measured requirement as a target on the drawn design; one that is laxer counts half. */
function targetsSet({ problem, attempt, matched }: Evidence): readonly Judgement[] {
  const measured = problem.nonFunctional.flatMap(({ id, title, measure }) => {
    if (measure === undefined) return [];
    const drawn =
      measure.of === 'design'
        ? attempt.design.system.targets
        : matched.find(({ asked }) => asked.id === measure.flow)?.drawn.targets;
    const flow = measure.of === 'flow' ? matched.find(({ asked }) => asked.id === measure.flow) : undefined;
    const link: ScoreLink =
      flow === undefined ? itemLink('goals', 'latency-throughput') : { kind: 'flow', id: flow.drawn.id };
    return Object.entries(measure.targets).map(([metric, wanted]) => ({
      id: `${id}-${metric}`,
      title,
      share: shareSet(metric, wanted, own({ ...drawn }, metric)),
      link,
    }));
  });
  return measured.map(({ id, title, share, link }) => ({
    id: `target-${id}`,
    weight: 5 / measured.length,
    share,
    reason:
      share === 1
        ? message('Set as a target: {title}.', { title })
        : share > 0
          ? message('The target set is laxer than asked: {title}.', { title })
          : message('Not set as a target: {title}.', { title }),
    link,
  }));
}

function shareSet(metric: string, wanted: unknown, set: unknown): number {
  if (set === undefined) return 0;
  if (typeof wanted !== 'number' || typeof set !== 'number') return wanted === set ? 1 : 0.5;
  return meetsTarget(metric, set, wanted) ? 1 : 0.5;
}
