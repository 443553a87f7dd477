import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { tolerance } from '../facts/tolerance';
import { addReplicas } from '../fixes/add-replicas';
import { type Demand, demandOn } from '../fixes/demand';
import { offers } from '../fixes/offers';
import { readsSpread, sizeStore } from '../fixes/size-store';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * SCALE-04. Of stores whose one leader does the work: nothing else is one server that cannot be multiplied. Above its planned limit it is
 * the finding in the place of `little-headroom`; what is saturated, or misses a target of its own, is found there.
 */
export const verticalLimit: Rule = {
  id: 'vertical-limit',
  code: 'SCALE-04',
  title: 'As large as one server gets',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is {utilization} busy, {later} in a year; its planned limit is {limit}; its server is {size} already, the largest there is.',
  variants: {
    now: '{node} is {utilization} busy; its planned limit is {limit}; its server is {size} already, the largest there is.',
  },
  why: 'Scaling up ends with the largest machine. From there on only splitting the data makes room, and that takes long to prepare.',
  fix: 'Split {node} into shards, or let less of the traffic reach it.',
  fixes: {
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which share the load within {limit}.',
  },
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, 2017, part II: shared-nothing architectures (assumption: cited from general knowledge)',
  },
  supersedes: ['little-headroom', 'uncached-reads', 'growth-passes-capacity'],
  check: (context: RuleContext): readonly Hit[] => {
    if (context.analysis === null) return [];
    const growth = 1 + (context.design.workload.annualGrowth ?? 0);
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      if (!isLargestAlone(node)) continue;
      const demand = demandOn(context, node);
      const targets = figures.get(node.id)?.targets ?? [];
      if (demand === null || demand.utilization >= 1) continue;
      if (targets.some(({ metric, met }) => metric === 'maxUtilization' && !met)) continue;
      const inYear = demand.utilization * growth;
      const limit = node.config.maxUtilization;
      if (inYear <= limit + tolerance || replicasAreEnough(node, demand, growth)) continue;
      const isNow = demand.utilization > limit + tolerance;
      const quickFix = addReplicas(context, node, isNow ? 1 : growth);
      const values = {
        node: { part: node.id },
        utilization: { share: demand.utilization },
        later: { share: inYear },
        limit: { share: limit },
        size: { factor: node.config.scaleUp },
      };
      hits.push({
        target: node.id,
        values,
        ...(isNow && ({ variant: 'now', stage: 'broken' } as const)),
        ...(quickFix && { quickFix }),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A larger server is still to be had',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 1000 } },
            config: { db: { concurrency: 4, writeMs: 5, scaleUp: 2 } },
            system: { workload: { annualGrowth: 0.5 } },
          }),
        },
        {
          title: 'Reads, which more replicas take over',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 8000 } },
            config: { api: { replicas: 6 }, db: { concurrency: 2, readMs: 2, scaleUp: 8, readFrom: 'any' } },
            system: { workload: { annualGrowth: 1 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'The largest server there is, and half as much again in a year',
          target: 'db',
          // 8 × 4 concurrent ÷ 5 ms = 6 400 rps; 3 200 ÷ 6 400 = 0.5, and × 1.5 = 0.75 in a year.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 3200 } },
            config: { api: { replicas: 3 }, db: { concurrency: 4, writeMs: 5, scaleUp: 8 } },
            system: { workload: { annualGrowth: 0.5 } },
          }),
        },
        {
          title: 'The largest server there is, over its limit',
          target: 'db',
          // 5 120 ÷ 6 400 = 0.8.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 5120 } },
            config: { api: { replicas: 4 }, db: { concurrency: 4, writeMs: 5, scaleUp: 8 } },
          }),
        },
      ],
    };
  },
};

/** One shard on the largest server of its kind. */
function isLargestAlone({ kind, config }: ResolvedNode): boolean {
  if (kind.managed === true || config.shards !== 1) return false;
  return config.scaleUp > 1 && config.scaleUp === (kind.maxScaleUp ?? 8);
}

const mixOf = ({ readsRps, writesRps }: Demand) => ({ reads: readsRps, writes: writesRps });

/** Whether more replicas, which are easily added, will keep it within its limit. */
function replicasAreEnough(node: ResolvedNode, demand: Demand, growth: number): boolean {
  if (!readsSpread(node.config) || !offers(node, 'replicasPerShard')) return false;
  const size = sizeStore({
    config: node.config,
    mix: mixOf(demand),
    utilization: demand.utilization * growth,
    canReplicate: true,
    canShard: false,
  });
  return size !== null;
}
