import type { ResolvedNode } from '../../catalog/resolved';
import { isOwnCode } from '../facts/roles';
import { fewestAtAverage, isHighPeak } from '../fixes/autoscale';
import { availabilityTargetAt, demandOn, hotShareAt } from '../fixes/demand';
import { offers } from '../fixes/offers';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Scaling is care of its own: it has to spare half of the servers or more. */
const mostKept = 0.5;

/** SCALE-02. Of pools that would be half as large or less at the average rate, one server to spare included. */
export const noAutoscaling: Rule = {
  id: 'no-autoscaling',
  code: 'SCALE-02',
  title: 'Servers for the peak all day',
  severity: 'info',
  stage: 'review',
  message: '{node} keeps {count} servers for a peak of {peak} the average, at which {least} are enough.',
  why: 'What is bought for the peak is paid for all day, and a peak above it finds nothing more.',
  fix: 'Let {node} scale with its utilization.',
  fixes: { autoscale: 'From {least} to {count} servers, by utilization.' },
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar, COST 9: manage demand and supply (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { peakFactor = 1 } = context.design.workload;
    if (context.analysis === null || !isHighPeak(peakFactor)) return [];
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      if (!isOwnCode(node) || !offers(node, 'autoscaleMax') || scales(node)) continue;
      const least = enoughAtAverage(context, node);
      const { replicas } = node.config;
      if (least === null || least > replicas * mostKept) continue;
      const counts = { count: { count: replicas }, least: { count: least } };
      hits.push({
        target: node.id,
        values: { node: { part: node.id }, peak: { factor: peakFactor }, ...counts },
        quickFix: {
          id: 'autoscale',
          title: 'Scale from {least} to {count}',
          values: counts,
          changes: [
            { op: 'patch-config', id: node.id, patch: { autoscaleMin: least, autoscaleMax: replicas } },
          ],
        },
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers, of which one is there to be lost',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { workload: { peakFactor: 4 } },
          }),
        },
        {
          title: 'A pool that follows its load',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 9600 } },
            config: { api: { replicas: 6, autoscaleMin: 3, autoscaleMax: 6 } },
            system: { workload: { peakFactor: 4 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Six servers at a peak of four times the average',
          target: 'api',
          // 9 600 rps × 10 ms = 96 at once, 24 at the average: ⌈24 ÷ (32 × 0.7)⌉ = 2, and one to spare.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 9600 } },
            config: { api: { replicas: 6 } },
            system: { workload: { peakFactor: 4 } },
          }),
        },
      ],
    };
  },
};

const scales = ({ config }: ResolvedNode): boolean =>
  config.other.autoscaleMin !== undefined || config.other.autoscaleMax !== undefined;

/** Servers enough for the average rate with one of them lost; null where the pool would be no smaller. */
function enoughAtAverage(context: RuleContext, node: ResolvedNode): number | null {
  const demand = demandOn(context, node);
  if (demand === null) return null;
  const { replicas, maxUtilization, instanceAvailability } = node.config;
  const load = {
    replicas,
    utilization: demand.utilization,
    maxUtilization,
    hotShare: hotShareAt(context, node),
    instanceAvailability,
    availabilityTarget: availabilityTargetAt(context, node),
  };
  return fewestAtAverage(context.design.workload, load, replicas);
}
