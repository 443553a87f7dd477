import type { Analysis, FlowFigures } from '../../analysis/analysis';
import { servesAll } from '../../analysis/targets';
import type { ResolvedNode } from '../../catalog/resolved';
import { factorOfOneLost, takeoversOf } from '../facts/after-loss';
import { figuresOf, isModelled } from '../facts/graph';
import { offeredShare } from '../facts/offered-share';
import { flowsAt } from '../facts/paths';
import { isExternal } from '../facts/roles';
import { tolerance } from '../facts/tolerance';
import { addReplicas, replicasFix, stationSize } from '../fixes/add-replicas';
import { demandOn } from '../fixes/demand';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * SPOF-08, the N−1 check. Silent where the node is over its planned limit already, where nobody waits for it, where its flows lose
 * requests already, and where one that needs it misses its availability target: a pool that can lose no server is why.
 */
export const noSpareServer: Rule = {
  id: 'no-spare-server',
  code: 'SPOF-08',
  title: 'No server to spare',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is {utilization} busy with {count, plural, one {# server} other {# servers}}; with one of them lost, {later}; the most is {limit}.',
  variants: {
    takeover:
      '{node} is {utilization} busy; once {lost} is lost, {distributor} sends it all and it would be {later} busy; the most is {limit}.',
  },
  why: 'What fails first hands its load to the rest. When the rest cannot carry it, one failure becomes an outage of all.',
  fix: 'Give {node} one server more than its load needs.',
  fixes: {
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}: they stay within {limit}, with one of them lost too.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: they share the reads within {limit}, with one of them lost too.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which share the load within {limit}.',
  },
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (context.analysis === null) return [];
    const takeovers = takeoversOf(context.design);
    const figures = figuresOf(context.analysis);
    const trouble = troubleIn(context.analysis);
    const hits: Hit[] = [];
    for (const node of context.design.nodes) {
      if (!isModelled(node) || node.kind.managed === true || isExternal(node)) continue;
      const takeover = takeovers.get(node.id);
      const utilization = offeredShare(figures.get(node.id));
      // One of two lost doubles the load, and one of more does less.
      if (utilization < 0.5 - tolerance && takeover === undefined) continue;
      if (utilization > node.config.maxUtilization + tolerance) continue;
      const oneLost = utilization * factorOfOneLost(context, node);
      const taken = utilization * (takeover?.factor ?? 1);
      if (Math.max(oneLost, taken) < 1 - tolerance || !isWaitedFor(context, node, trouble)) continue;
      const isOwn = oneLost >= 1 - tolerance;
      const quickFix = spare(context, node, takeover?.factor ?? 1);
      const values = {
        node: { part: node.id },
        utilization: { share: utilization },
        later: { share: isOwn ? oneLost : taken },
        limit: { share: 1 },
        count: { count: node.behaviour === 'store' ? node.config.replicasPerShard : node.config.replicas },
        lost: { part: takeover?.lost ?? node.id },
        distributor: { part: takeover?.distributor ?? node.id },
      };
      hits.push({
        target: node.id,
        values,
        ...(isOwn ? {} : { variant: 'takeover' }),
        ...(quickFix && { quickFix }),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers, each of which can do it alone',
          // 2 × 32 ÷ 10 ms = 6 400 rps; 2 880 ÷ 6 400 = 0.45, and 0.9 on the one that is left.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 2880 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Workers for which nobody waits',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { config: { runner: { replicas: 2, concurrency: 8, serviceMs: 10 } } },
          ),
        },
        {
          title: 'Over its planned limit, which is the finding',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 5120 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Two servers of which one alone cannot do it',
          target: 'api',
          // 3 840 ÷ 6 400 = 0.6, and 1.2 on the one that is left.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 3840 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Two zones of which one alone cannot do it',
          target: 'a',
          // 4 × 32 ÷ 10 ms = 12 800 rps each; 7 680 ÷ 12 800 = 0.6, and 1.2 once the other zone is lost.
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            {
              nodes: { a: { group: 'east' }, b: { group: 'west' } },
              flows: { reads: { rps: 15_360 } },
              config: {
                a: { replicas: 4, concurrency: 32, serviceMs: 10 },
                b: { replicas: 8, concurrency: 32, serviceMs: 10 },
              },
              system: {
                groups: [
                  { id: 'east', kind: 'zone' },
                  { id: 'west', kind: 'zone' },
                ],
              },
            },
          ),
        },
      ],
    };
  },
};

/** Whether requests wait for the node, and of none of their flows something else is found that bears on it. */
function isWaitedFor({ design }: RuleContext, node: ResolvedNode, trouble: Trouble): boolean {
  let isAwaited = false;
  for (const paths of flowsAt(design, node.id)) {
    const { id } = paths.flow;
    if (trouble.unsteady.has(id)) return false;
    if (trouble.unavailable.has(id) && paths.needed.has(node.id)) return false;
    isAwaited ||= paths.awaited.has(node.id);
  }
  return isAwaited;
}

/** Ids of the flows of which requests are lost already, and of those that miss their availability target. */
interface Trouble {
  readonly unsteady: ReadonlySet<string>;
  readonly unavailable: ReadonlySet<string>;
}

function troubleIn({ flows }: Analysis): Trouble {
  const unsteady = flows.filter(({ saturated, servedShare }) => saturated || !servesAll(servedShare));
  const unavailable = flows.filter(({ targets }) =>
    targets.some(({ metric, met }) => metric === 'availability' && !met),
  );
  const idsOf = (of: readonly FlowFigures[]) => new Set(of.map(({ id }) => id));
  return { unsteady: idsOf(unsteady), unavailable: idsOf(unavailable) };
}

/** Servers enough with one of them lost, and with those lost whose load it takes over. */
function spare(context: RuleContext, node: ResolvedNode, factor: number): QuickFix | null {
  const demand = demandOn(context, node);
  if (demand === null) return null;
  if (node.behaviour === 'store') return factor > 1 ? null : addReplicas(context, node);
  const withOneLost = stationSize(context, node, demand.utilization);
  const takingOver = stationSize(context, node, demand.utilization * factor, null);
  if (withOneLost === null || takingOver === null) return null;
  // Sized for the loss of one; of those that take over, that one is lost already.
  const count = Math.max(withOneLost, factor > 1 ? takingOver - 1 : 0);
  return count <= node.config.replicas ? null : replicasFix(context, node, count);
}
