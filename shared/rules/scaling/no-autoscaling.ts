import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { isOwnCode } from '../facts/roles';
import { fewestAtAverage, isHighPeak } from '../fixes/autoscale';
import { availabilityTargetAt, demandOn, hotShareAt } from '../fixes/demand';
import { offers } from '../fixes/offers';
import type { Finding, Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Scaling is care of its own: it has to spare half of the servers or more. */
const mostKept = 0.5;

/** SCALE-02. One finding a design, of the pools that would be half as large or less at the average rate, one server to spare included. */
export const noAutoscaling: Rule = {
  id: 'no-autoscaling',
  code: 'SCALE-02',
  title: 'Servers for the peak all day',
  severity: 'info',
  stage: 'review',
  message:
    '{node} keeps {count, plural, one {# server} other {# servers}} for a peak of {peak} the average, at which {least} are enough.',
  variants: {
    several:
      '{pools, plural, one {# pool} other {# pools}} keep their servers for a peak of {peak} the average. {node}, which has most to spare, keeps {count}; at the average {least} are enough.',
  },
  why: 'What is bought for the peak is paid for all day, and a peak above it finds nothing more.',
  fix: 'Let {node} scale with its utilization.',
  fixes: {
    autoscale:
      'Let {node} scale from {least} to {count, plural, one {# server} other {# servers}} by utilization.',
    'autoscale-pools':
      'Let each of {pools, plural, one {# pool} other {# pools}} scale by utilization, from what its average needs to what it has now: {node} from {least} to {count, plural, one {# server} other {# servers}}.',
  },
  source: {
    text: 'AWS Well-Architected, Cost Optimization Pillar, COST 9: manage demand and supply (assumption: cited from general knowledge)',
  },
  check: () => [],
  // Scaling with the load saves what is idle between the peaks; what is idle at the peak is found already.
  review: (context: RuleContext, found: readonly Finding[]): readonly Hit[] => {
    const { peakFactor = 1 } = context.design.workload;
    if (context.analysis === null || !isHighPeak(peakFactor)) return [];
    const idle = new Set(found.flatMap(({ rule, target }) => (rule === 'over-provisioned' ? [target] : [])));
    const pools = poolsIn(context).filter(({ node }) => !idle.has(node.id));
    const [largest, ...others] = pools;
    if (largest === undefined) return [];
    const { node, least } = largest;
    const values = {
      node: { part: node.id },
      peak: { factor: peakFactor },
      count: { count: node.config.replicas },
      least: { count: least },
      pools: { count: pools.length },
    };
    const quickFix = autoscale(pools);
    const several = others.length === 0 ? {} : { variant: 'several' };
    return [{ target: '*', values, ...several, quickFix }];
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
          target: '*',
          // 9 600 rps × 10 ms = 96 concurrent, 24 at the average: ⌈24 ÷ (32 × 0.7)⌉ = 2, and one to spare.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 9600 } },
            config: { api: { replicas: 6 } },
            system: { workload: { peakFactor: 4 } },
          }),
        },
        {
          title: 'Two pools at a peak of four times the average',
          target: '*',
          design: sketch({ user: 'client', web: 'service', api: 'service' }, 'user -> web -> api', {
            flows: { reads: { rps: 9600 } },
            config: {
              web: { replicas: 8, concurrency: 32, serviceMs: 1 },
              api: { replicas: 6, concurrency: 32, serviceMs: 10 },
            },
            system: { workload: { peakFactor: 4 } },
          }),
        },
      ],
    };
  },
};

/** A pool that could be smaller at the average rate. */
interface Pool {
  readonly node: ResolvedNode;
  /** Servers that are enough then. */
  readonly least: number;
}

/** Those that have most servers to spare first. */
function poolsIn(context: RuleContext): readonly Pool[] {
  const pools: Pool[] = [];
  for (const node of context.design.nodes) {
    if (!isOwnCode(node) || !offers(node, 'autoscaleMax') || scales(node)) continue;
    const least = enoughAtAverage(context, node);
    if (least !== null && least <= node.config.replicas * mostKept) pools.push({ node, least });
  }
  return pools.toSorted((a, b) => spared(b) - spared(a));
}

const spared = ({ node, least }: Pool): number => node.config.replicas - least;

function autoscale(pools: readonly Pool[]): QuickFix {
  const [only] = pools;
  const several = pools.length > 1;
  return {
    id: several ? 'autoscale-pools' : 'autoscale',
    title: several ? 'Scale {pools, plural, one {# pool} other {# pools}}' : 'Scale from {least} to {count}',
    values: {
      pools: { count: pools.length },
      least: { count: only?.least ?? 0 },
      count: { count: only?.node.config.replicas ?? 0 },
    },
    changes: pools.map(({ node, least }) => ({
      op: 'patch-config',
      id: node.id,
      patch: { autoscaleMin: least, autoscaleMax: node.config.replicas },
    })),
  };
}

const scales = ({ config }: ResolvedNode): boolean =>
  config.other.autoscaleMin !== undefined || config.other.autoscaleMax !== undefined;

/** Servers enough for the average rate with one of them lost; null where the pool would be no smaller. */
function enoughAtAverage(context: RuleContext, node: ResolvedNode): number | null {
  const demand = demandOn(context, node);
  if (demand === null) return null;
  const { standby, maxUtilization, instanceAvailability } = node.config;
  const working = workingReplicas(node);
  const load = {
    replicas: working,
    utilization: demand.utilization,
    maxUtilization,
    hotShare: hotShareAt(context, node),
    instanceAvailability,
    availabilityTarget: availabilityTargetAt(context, node),
  };
  const least = fewestAtAverage(context.design.workload, load, working);
  return least === null ? null : least + standby;
}
