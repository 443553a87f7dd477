import { figuresOf } from '../facts/graph';
import { isExternal } from '../facts/roles';
import { tolerance } from '../facts/tolerance';
import { workedOffLater } from '../facts/worked-off-later';
import { addReplicas } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-14. Over its planned limit a node is a finding already, whether or not it grows. */
export const growthPassesCapacity: Rule = {
  id: 'growth-passes-capacity',
  code: 'CAP-14',
  title: 'Growth passes its capacity',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is {utilization} busy today; growing by {growth} a year it is saturated in month {month}; its capacity is {capacity}.',
  why: 'At the growth that is planned the first year is not over when the node is. What takes weeks to buy, to split or to move is better begun before.',
  fix: 'Plan more servers for {node}, or less work for them, before month {month}.',
  fixes: {
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}: they stay within {limit} after a year, with one of them lost too.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: they share the reads within {limit} after a year, with one of them lost too.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which share the load within {limit} after a year.',
  },
  source: {
    text: 'Google SRE Book, chapter 18: capacity planning (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { annualGrowth = 0 } = context.design.workload;
    if (annualGrowth === 0) return [];
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      if (node.kind.managed === true || isExternal(node)) continue;
      const at = figures.get(node.id);
      const capacityRps = at?.capacityRps ?? 0;
      if (at === undefined || at.saturated || capacityRps === 0) continue;
      const utilization = (at.offeredRps ?? 0) / capacityRps;
      const isLimited = at.limitedBy === 'limit';
      const { replicas, maxUtilization, other } = node.config;
      if (utilization === 0 || utilization > maxUtilization + tolerance) continue;
      // Servers that are added by themselves are there when the growth is.
      const scaled = isLimited ? 1 : Math.max(1, (other.autoscaleMax ?? 0) / replicas);
      const month = monthOfSaturation(utilization / scaled, annualGrowth);
      if (month > 12 || workedOffLater(context, node, maxUtilization) !== null) continue;
      const quickFix = isLimited ? null : addReplicas(context, node, 1 + annualGrowth);
      const values = {
        node: { part: node.id },
        utilization: { share: utilization },
        growth: { share: annualGrowth },
        month: { count: month },
        capacity: { rps: capacityRps * scaled },
      };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Room for the year',
          // 3 200 of 6 400 rps; 0.5 × 1.5 = 0.75 after a year.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 3200 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
            system: { workload: { annualGrowth: 0.5 } },
          }),
        },
        {
          title: 'Servers are added as it grows',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 3200 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, autoscaleMax: 6 } },
            system: { workload: { annualGrowth: 1.5 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'The load more than doubles in the year',
          target: 'api',
          // 3 200 of 6 400 rps; 0.5 × 2.5^(m ÷ 12) reaches 1 after 12 × ln 2 ÷ ln 2.5 = 9.1 months.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 3200 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
            system: { workload: { annualGrowth: 1.5 } },
          }),
        },
        {
          title: 'A leader that has to write three times as much',
          target: 'db',
          // 4 concurrent ÷ 5 ms = 800 rps; 400 ÷ 800 = 0.5, and 1.5 after a year.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 400 } },
            config: { db: { writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 2 } },
            system: { workload: { annualGrowth: 2 } },
          }),
        },
      ],
    };
  },
};

/** The first month in which utilization × (1 + g)^(m ÷ 12) is 1 or more. */
const monthOfSaturation = (utilization: number, annualGrowth: number): number =>
  Math.ceil((12 * Math.log(1 / utilization)) / Math.log1p(annualGrowth) - tolerance);
