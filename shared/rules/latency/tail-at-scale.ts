import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { highest } from '../../math/extremes';
import { isModelled } from '../facts/graph';
import { doesAt } from '../facts/operations';
import { type Call, type Part, partsOf } from '../facts/parts';
import { type FlowPaths, flowsAtPart } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** One answer in a hundred is slow, by the definition of p99. */
const slowShare = 0.01;
/** Above this share of slow requests the p99 of the parts no longer says anything of the whole. */
const mostSlow = 0.05;
/** With one part fewer, 1 − 0.99⁵ = 4.9 % are slow. */
const fewestParts = 6;

const parts = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`part${i}`, 'service']));
const fanOut = Object.keys(parts);
const kinds: Readonly<Record<string, string>> = { user: 'client', api: 'service', ...parts };
const arrows = ['user -> api', ...fanOut.map((part) => `api -> ${part}`)].join(', ');
const inParallel = Object.fromEntries(fanOut.map((part) => [`api -> ${part}`, { step: 1 }]));

/** LAT-09. Where a flow has a target of a percentile, the target judges what the slowest part does to it. */
export const tailAtScale: Rule = {
  id: 'tail-at-scale',
  code: 'LAT-09',
  title: 'Tail at scale',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} waits for the slowest of {count, plural, one {# parallel call} other {# parallel calls}}: {slow} of requests meet one that is over its p99; from {limit} on it is noticeable.',
  variants: {
    scatter:
      'A read of {node} waits for the slowest of {count, plural, one {# shard} other {# shards}}: {slow} of reads meet one that is over its p99; from {limit} on it is noticeable.',
  },
  why: 'A request that needs every part is as slow as the slowest of them. What is rare in one part is common in a hundred: 1 − 0.99ⁿ.',
  fix: 'Call fewer parts in parallel, answer without the slowest ones, or send a hedged request to a second copy when the first is slow.',
  source: {
    text: 'Dean and Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013',
    url: 'https://research.google/pubs/the-tail-at-scale/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const part of partsOf(design).all) {
      const { node, calls } = part;
      if (!isModelled(node)) continue;
      const scattered = node.behaviour === 'store' && node.config.scatter ? node.config.shards : 0;
      if (scattered < fewestParts && largestStep(calls) < fewestParts) continue;
      const waiting = flowsWaiting(design, part);
      if (scattered >= fewestParts && waiting.some(({ flow }) => doesAt(design, flow, node.id, 'read'))) {
        hits.push(hitOf(node, scattered, 'scatter'));
        continue;
      }
      const count = highest(
        waiting.map(({ position }) => mostParallel(calls, position)),
        0,
      );
      if (slowOf(count) > mostSlow) hits.push(hitOf(node, count));
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'One after the other: slow, but not by the tail',
          design: sketch(kinds, arrows, { flows: { reads: { rps: 100 } } }),
        },
        {
          title: 'A target of the p99, which is met',
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 100, targets: { p99Ms: 500 } } },
            edges: inParallel,
          }),
        },
        {
          title: 'A search over four shards',
          // 1 − 0.99⁴ = 3.9 %.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            config: { db: { shards: 4, scatter: true } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Eight services in parallel',
          target: 'api',
          // 1 − 0.99⁸ = 7.7 %.
          design: sketch(kinds, arrows, { flows: { reads: { rps: 100 } }, edges: inParallel }),
        },
        {
          title: 'A search over sixteen shards',
          target: 'db',
          // 1 − 0.99¹⁶ = 14.9 %.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            config: { db: { shards: 16, scatter: true } },
          }),
        },
      ],
    };
  },
};

/** How many calls are in one step, whatever they carry; at most one where no two have the same. */
function largestStep(calls: readonly Call[]): number {
  if (calls.length < fewestParts) return 0;
  const sizes = new Map<number, number>();
  let largest = 0;
  for (const { edge } of calls) {
    const size = (sizes.get(edge.step) ?? 0) + 1;
    sizes.set(edge.step, size);
    if (size > largest) largest = size;
  }
  return largest;
}

const slowOf = (count: number): number => 1 - (1 - slowShare) ** count;

function hitOf(node: ResolvedNode, count: number, variant?: string): Hit {
  const values = {
    node: { part: node.id },
    count: { count },
    slow: { share: slowOf(count) },
    limit: { share: mostSlow },
  };
  return { target: node.id, values, ...(variant !== undefined && { variant }) };
}

/** The flows that somebody waits for at the part and that have no target of a percentile. */
const flowsWaiting = (design: RuleContext['design'], part: Part): readonly FlowPaths[] =>
  flowsAtPart(design, part).filter(
    (paths) => !hasPercentileTarget(paths.flow) && paths.awaited.includes(part),
  );

const hasPercentileTarget = ({ targets }: ResolvedFlow): boolean =>
  targets.p95Ms !== undefined || targets.p99Ms !== undefined || targets.p999Ms !== undefined;

/** The most calls that one step makes at the same time for a flow; one that is seldom made counts as seldom. */
function mostParallel(calls: readonly Call[], position: number): number {
  const bySteps = new Map<number, number>();
  for (const { carries, edge, waits } of calls) {
    if (edge.choice || carries[position] !== 1 || !waits) continue;
    bySteps.set(edge.step, (bySteps.get(edge.step) ?? 0) + Math.min(1, edge.calls));
  }
  return highest(bySteps.values(), 0);
}
