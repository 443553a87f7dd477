import type { ResolvedNode } from '../../catalog/resolved';
import { type DesignGraph, graphOf, isLive, outgoingOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { type FlowPaths, flowsAt } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** RES-07. Where a gateway routes by content, each callee has a flow of its own, and nothing here speaks of it. */
export const failoverOff: Rule = {
  id: 'failover-off',
  code: 'RES-07',
  title: 'Failover is switched off',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} goes on sending {flow} to {count, plural, one {# component} other {# components}} when one of them is down; its availability target is {target}.',
  why: 'That another could stand in, active or passive, helps only where whoever picks knows which of them is up.',
  fix: 'Let {node} check who is up and pick among those.',
  fixes: { 'switch-on': 'Switch failover on: it picks only among those that are up.' },
  source: {
    text: 'Google SRE Book, chapter 20, Load Balancing in the Datacenter (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(design, 'distributor')) {
      if (node.config.failover) continue;
      if (node.basis.failover?.kind !== 'document') continue;
      const strictest = strictestWithSpare(graph, node, flowsAt(design, node.id));
      if (strictest === null) continue;
      const { flow } = strictest.paths;
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        count: { count: strictest.count },
        target: { share: flow.targets.availability ?? 0 },
      };
      const quickFix = {
        id: 'switch-on',
        title: 'Switch failover on',
        values: {},
        changes: [{ op: 'patch-config', id: node.id, patch: { failover: true } }],
      } as const;
      hits.push({ target: node.id, values, quickFix });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A gateway that routes each flow to the service that can answer it',
          design: sketch(
            { user: 'client', gate: 'api-gateway', orders: 'service', stock: 'service' },
            'user -> gate -> orders, gate -> stock',
            {
              flows: { reads: { targets: { availability: 0.999 } }, writes: { kind: 'write', rps: 100 } },
              config: { gate: { failover: false } },
              edges: { 'gate -> orders': { flows: 'write' }, 'gate -> stock': { flows: 'read' } },
            },
          ),
        },
        {
          title: 'A load balancer that leaves out what is down',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service' },
            'user -> lb -> a, lb -> b',
            { flows: { reads: { targets: { availability: 0.999 } } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'DNS that answers with an address that is down',
          target: 'names',
          design: sketch(
            { user: 'client', names: 'dns', a: 'service', b: 'service' },
            'user -> names -> a, names -> b',
            {
              flows: { reads: { targets: { availability: 0.999 } } },
              config: { names: { failover: false } },
            },
          ),
        },
      ],
    };
  },
};

interface WithSpare {
  readonly paths: FlowPaths;
  readonly count: number;
}

/** The flow with the strictest target of which the distributor picks among several of a kind. */
function strictestWithSpare(
  graph: DesignGraph,
  node: ResolvedNode,
  flows: readonly FlowPaths[],
): WithSpare | null {
  let strictest: WithSpare | null = null;
  for (const paths of flows) {
    const target = paths.flow.targets.availability ?? 0;
    if (target <= (strictest?.paths.flow.targets.availability ?? 0) || !paths.awaited.has(node.id)) continue;
    const kinds = new Map<string, Set<string>>();
    let count = 0;
    for (const edge of outgoingOf(graph, node.id)) {
      const callee = graph.nodes.get(edge.to);
      if (callee === undefined || !edge.choice || !isLive(edge) || !edge.flows.includes(paths.flow.id))
        continue;
      const alike = kinds.get(callee.kind.id) ?? new Set();
      kinds.set(callee.kind.id, alike.add(callee.id));
      count = Math.max(count, alike.size);
    }
    if (count > 1) strictest = { paths, count };
  }
  return strictest;
}
