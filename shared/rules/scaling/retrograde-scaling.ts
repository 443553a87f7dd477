import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { relativeCapacity, serversAtPeak } from '../../math/scalability';
import { nodesSaying } from '../facts/nodes';
import { isExternal, serverCountOf } from '../facts/roles';
import { demandOn } from '../fixes/demand';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SCALE-03. Of what says how its servers get in one another’s way: contention σ and coherency κ. */
export const retrogradeScaling: Rule = {
  id: 'retrograde-scaling',
  code: 'SCALE-03',
  title: 'More servers, less capacity',
  severity: 'info',
  stage: 'review',
  message:
    '{node} has up to {count, plural, one {# server} other {# servers}}, which have {share} of the capacity of {most}: from there on each further one lowers the capacity of all.',
  why: 'Servers that wait for one another, or keep one another up to date, spend more on that the more they are.',
  fix: 'Split {node} into shards that share nothing, or take away what its servers have to agree on.',
  fixes: {
    'fewer-servers':
      'Run {fewer, plural, one {# server, which has} other {# servers, which have}} more capacity than {count}.',
  },
  source: {
    text: 'Gunther, Guerrilla Capacity Planning, 2007: the universal scalability law, N* = √((1 − σ) ÷ κ)',
    url: 'https://www.perfdynamics.com/Manifesto/USLscalability.html',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesSaying(context.design, 'coherency')) {
      const { contention = 0, coherency = 0, autoscaleMax = 0 } = node.config.other;
      if (coherency === 0 || node.kind.managed === true || isExternal(node)) continue;
      const most = serversAtPeak(contention, coherency);
      const count = Math.max(serverCountOf(node), autoscaleMax);
      if (count <= Math.max(1, most)) continue;
      const share =
        relativeCapacity(count, contention, coherency) /
        relativeCapacity(Math.max(1, most), contention, coherency);
      const quickFix = fewerServers(context, node, Math.max(1, Math.floor(most)));
      hits.push({
        target: node.id,
        values: { node: { part: node.id }, count: { count }, most: { count: most }, share: { share } },
        ...(quickFix && { quickFix }),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Within what its servers can agree on',
          // √((1 − 0.02) ÷ 0.0005) = 44.3.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 40, contention: 0.02, coherency: 0.0005 } },
          }),
        },
        {
          title: 'Servers that wait, but have nothing to agree on',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 40, contention: 0.02 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Sixteen servers that all notify all others',
          target: 'api',
          // √((1 − 0.05) ÷ 0.01) = 9.7.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 16, contention: 0.05, coherency: 0.01 } },
          }),
        },
      ],
    };
  },
};

/** As many servers as have the most capacity, where they keep the node within its planned limit with one of them lost. */
function fewerServers(context: RuleContext, node: ResolvedNode, fewer: number): QuickFix | null {
  const demand = demandOn(context, node);
  if (demand === null || node.behaviour === 'store' || fewer < 2) return null;
  const { replicas, standby, maxUtilization } = node.config;
  const { autoscaleMin, autoscaleMax } = node.config.other;
  const busy = demand.utilization * workingReplicas(node);
  if (fewer < replicas && busy > (fewer - standby - 1) * maxUtilization) return null;
  const bounds = {
    ...(autoscaleMin !== undefined && autoscaleMin > fewer && { autoscaleMin: fewer }),
    ...(autoscaleMax !== undefined && autoscaleMax > fewer && { autoscaleMax: fewer }),
  };
  const count = Math.min(replicas, fewer);
  const patch = { ...(count < replicas && { replicas: count }), ...bounds };
  return {
    id: 'fewer-servers',
    title: 'Run {fewer, plural, one {# server} other {# servers}}',
    values: { fewer: { count: fewer } },
    changes: [{ op: 'patch-config', id: node.id, patch }],
  };
}
