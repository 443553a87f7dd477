import { kindOf } from '../../catalog/index';
import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { kindChange } from '../../edits/change-kind';
import { type DesignGraph, graphOf, incomingOf, isLive, outgoingOf } from '../facts/graph';
import { nodesOfKind } from '../facts/nodes';
import { serverCountOf } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What keeps its connections open and sends many calls over each. */
const longLived = /^(?:grpcs?|h2c?|http\/2|wss?|websockets?)$/i;

const kinds = { user: 'client', web: 'service', l4: 'network-load-balancer', orders: 'service' } as const;
const arrows = 'user -> web -> l4 -> orders';
const grpc = { 'web -> l4': { protocol: 'grpc' }, 'l4 -> orders': { protocol: 'grpc' } };

/** API-02. Of callers with few connections, which are services: thousands of clients spread by their number alone. */
export const pinnedGrpcStreams: Rule = {
  id: 'pinned-grpc-streams',
  code: 'API-02',
  title: 'Long connections stick to their server',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} spreads connections, not calls. {from} keeps few open by {protocol}, and each stays with one of the {count} servers behind.',
  why: 'A connection is given to a server once, and every call over it goes there. Some servers get most of the load, and a new one gets none.',
  fix: 'Balance the calls: by a proxy that reads HTTP/2, or in the caller itself.',
  fixes: {
    'balance-calls': 'Use a load balancer that reads HTTP/2: it gives each call to the server that is free.',
  },
  source: {
    text: 'Dubrovsky, gRPC Load Balancing, 2017',
    url: 'https://grpc.io/blog/grpc-load-balancing/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    const proxy = kindOf('load-balancer');
    if (proxy === undefined) return [];
    return nodesOfKind(design, 'network-load-balancer').flatMap((node): Hit[] => {
      const pinned = pinnedCall(graph, node);
      const servers = serversBehind(graph, node);
      if (pinned === undefined || servers < 2) return [];
      const values = {
        node: { part: node.id },
        from: { part: pinned.from },
        protocol: pinned.protocol,
        count: { count: servers },
      };
      return [
        {
          target: node.id,
          values,
          quickFix: {
            id: 'balance-calls',
            title: 'Balance calls',
            values: {},
            changes: [kindChange(node, proxy)],
          },
        },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A load balancer that reads HTTP/2',
          design: sketch({ ...kinds, l4: 'load-balancer' }, arrows, { edges: grpc }),
        },
        {
          title: 'Phones have a connection each',
          design: sketch(
            { phone: 'mobile-app', l4: 'network-load-balancer', chat: 'service' },
            'phone -> l4 -> chat',
            {
              flows: { reads: { entry: 'phone' } },
              edges: { 'phone -> l4': { protocol: 'wss' }, 'l4 -> chat': { protocol: 'wss' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'gRPC between services over a balancer of connections',
          target: 'l4',
          design: sketch(kinds, arrows, { edges: grpc }),
        },
      ],
    };
  },
};

/** A call through the balancer from a service whose connections stay open; the protocol may be on either side of it. */
function pinnedCall(graph: DesignGraph, node: ResolvedNode): ResolvedEdge | undefined {
  const onward = outgoingOf(graph, node.id).find((edge) => longLived.test(edge.protocol));
  const call = incomingOf(graph, node.id).find((edge) => {
    const from = graph.nodes.get(edge.from);
    if (!isLive(edge) || from?.behaviour !== 'station') return false;
    return longLived.test(edge.protocol) || onward !== undefined;
  });
  if (call === undefined || longLived.test(call.protocol)) return call;
  return { ...call, protocol: onward?.protocol ?? call.protocol };
}

function serversBehind(graph: DesignGraph, node: ResolvedNode): number {
  const callees = new Set(outgoingOf(graph, node.id).map(({ to }) => to));
  let servers = 0;
  for (const id of callees) {
    const callee = graph.nodes.get(id);
    if (callee === undefined || callee.behaviour === 'pass-through') continue;
    servers += callee.kind.managed === true ? 1 : serverCountOf(callee);
  }
  return servers;
}
