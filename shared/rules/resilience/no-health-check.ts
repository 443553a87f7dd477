import type { ResolvedNode } from '../../catalog/resolved';
import type { Quantities } from '../../math/quantity';
import { type DesignGraph, graphOf, isLive, outgoingOf } from '../facts/graph';
import { serverCountOf } from '../facts/roles';
import { offers } from '../fixes/offers';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** So many checks fit into the recovery time: one that fails by chance, one that confirms it, one to spare. */
const checksPerRecovery = 3;

/** RES-05. Without a recovery time there is nothing to measure an interval by. */
export const noHealthCheck: Rule = {
  id: 'no-health-check',
  code: 'RES-05',
  title: 'Health is checked too seldom',
  severity: 'info',
  stage: 'review',
  message: '{node} is checked every {interval}; with {recovery} to recover, {limit} is the longest.',
  variants: {
    unsaid:
      'Nothing says how often {node} checks its {servers} servers; with {recovery} to recover, {limit} is the longest.',
  },
  why: 'Until a check fails, a server that is down is sent its share of the requests, and all of them fail.',
  fix: 'Check health often enough that three checks fit into the recovery time.',
  source: {
    text: 'AWS Trusted Advisor, fault tolerance checks: load balancer health checks',
    url: 'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const { rtoSeconds } = design.targets;
    if (rtoSeconds === undefined || rtoSeconds === 0) return [];
    const graph = graphOf(design);
    const limit = rtoSeconds / checksPerRecovery;
    const hits: Hit[] = [];
    for (const node of design.nodes) {
      const interval = node.config.other.healthCheckSeconds;
      if (interval !== undefined) {
        if (interval > limit) hits.push(hitOf(node, rtoSeconds, { interval: { seconds: interval } }));
      } else if (node.behaviour === 'distributor' && offers(node, 'healthCheckSeconds')) {
        const servers = serversBehind(graph, node);
        if (servers > 1)
          hits.push({ ...hitOf(node, rtoSeconds, { servers: { count: servers } }), variant: 'unsaid' });
      }
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Three checks fit into the recovery time',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { lb: { healthCheckSeconds: 20 } },
            system: { targets: { rtoSeconds: 60 } },
          }),
        },
        {
          title: 'No recovery target',
          design: sketch({ user: 'client', proxy: 'reverse-proxy', api: 'service' }, 'user -> proxy -> api'),
        },
      ],
      invalid: [
        {
          title: 'A proxy without health check settings',
          target: 'proxy',
          design: sketch({ user: 'client', proxy: 'reverse-proxy', api: 'service' }, 'user -> proxy -> api', {
            system: { targets: { rtoSeconds: 60 } },
          }),
        },
        {
          title: 'A check every half minute, and a minute to recover',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { lb: { healthCheckSeconds: 30 } },
            system: { targets: { rtoSeconds: 60 } },
          }),
        },
      ],
    };
  },
};

/** Servers among which it picks. */
function serversBehind(graph: DesignGraph, node: ResolvedNode): number {
  const callees = new Set<ResolvedNode>();
  for (const edge of outgoingOf(graph, node.id)) {
    const callee = graph.nodes.get(edge.to);
    if (edge.choice && isLive(edge) && callee !== undefined) callees.add(callee);
  }
  let servers = 0;
  for (const callee of callees) servers += callee.kind.managed === true ? 1 : serverCountOf(callee);
  return servers;
}

function hitOf({ id }: ResolvedNode, rtoSeconds: number, more: Quantities): Hit {
  const longest = rtoSeconds / checksPerRecovery;
  const limit = { seconds: longest >= 1 ? Math.floor(longest) : longest };
  return {
    target: id,
    values: { node: { part: id }, recovery: { seconds: rtoSeconds }, limit, ...more },
    quickFix: {
      id: 'check-more-often',
      title: 'Check every {limit}',
      values: { limit },
      changes: [{ op: 'patch-config', id, patch: { healthCheckSeconds: limit.seconds } }],
    },
  };
}
