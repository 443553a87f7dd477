import type { ResolvedNode } from '../../catalog/resolved';
import { isModelled } from '../facts/graph';
import { nodesOfKind } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import { addSpare } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TOP-05. */
export const idleLoadBalancer: Rule = {
  id: 'idle-load-balancer',
  code: 'TOP-05',
  title: 'Load balancer with one server behind it',
  severity: 'warning',
  stage: 'unfinished',
  message: '{node} has {count} server to choose from, {backend}; 2 is where it begins to help.',
  why: 'In front of a single server a load balancer adds a hop and takes no risk away.',
  fix: 'Add a replica to {backend}, or remove {node}.',
  source: { text: 'Design rule: a hop without redundancy' },
  check: (context: RuleContext): readonly Hit[] => {
    const { byId } = partsOf(context.design);
    return nodesOfKind(context.design, 'load-balancer').flatMap((node): Hit[] => {
      const backends = new Set<ResolvedNode>();
      for (const { isLive, to } of byId.get(node.id)?.calls ?? [])
        if (isLive && to.node.behaviour !== 'observer') backends.add(to.node);
      const [backend] = backends;
      if (backends.size !== 1 || backend === undefined || !isModelled(backend)) return [];
      if (serversOf(backend) !== 1) return [];
      const quickFix = addSpare(context, backend);
      const values = { node: { part: node.id }, backend: { part: backend.id }, count: { count: 1 } };
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers behind it',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { api: { replicas: 2 } },
          }),
        },
        {
          title: 'Two services of one server each',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            { config: { a: { replicas: 1 }, b: { replicas: 1 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'One server behind it',
          target: 'lb',
          design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api', {
            config: { api: { replicas: 1 } },
          }),
        },
        {
          title: 'One server, called twice',
          target: 'lb',
          design: sketch(
            { user: 'client', lb: 'load-balancer', api: 'service' },
            'user -> lb -> api, lb -> api',
            {
              config: { api: { replicas: 1 } },
            },
          ),
        },
      ],
    };
  },
};

/** Servers that can stand in for one another; of a provider's own there is always another, and autoscaling adds one. */
function serversOf(node: ResolvedNode): number {
  if (node.kind.managed === true) return Number.POSITIVE_INFINITY;
  if (node.behaviour === 'store') return node.config.shards * node.config.replicasPerShard;
  return Math.max(node.config.replicas, node.config.other.autoscaleMax ?? 1);
}
