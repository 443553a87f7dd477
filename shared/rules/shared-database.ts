import type { ResolvedDesign, ResolvedEdge } from '../catalog/resolved';
import { type DesignGraph, graphOf, incomingOf } from './facts/graph';
import { pathsOf } from './facts/paths';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

/**
 * TOP-10. Of services only: a worker beside a service often is the same code. Services between which a distributor picks are one, and
 * files in an object store belong to whoever put them there.
 */
export const sharedDatabase: Rule = {
  id: 'shared-database',
  code: 'TOP-10',
  title: 'One database, several writers',
  severity: 'warning',
  stage: 'review',
  message:
    '{count} services write to {store}, among them {one} and {other}; {limit} owner keeps its tables its own.',
  why: 'Whoever writes to a table depends on its form. Two services that share one can only change it, and be deployed, together.',
  fix: 'Let one of them own the data and offer the other a call, or send it the changes as events.',
  source: {
    text: 'Richardson, microservices.io: Database per service (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    const hits: Hit[] = [];
    for (const [store, writers] of writersOf(design, graph)) {
      if (writers.size < 2) continue;
      const [one, other] = ownersAmong(graph, [...writers]);
      if (one === undefined || other === undefined) continue;
      const values = {
        store: { part: store },
        one: { part: one },
        other: { part: other },
        count: { count: writers.size },
        limit: { count: 1 },
      };
      hits.push({ target: store, values });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'One writes, the other reads',
          design: sketch(
            {
              user: 'client',
              gate: 'api-gateway',
              orders: 'service',
              reports: 'service',
              db: 'sql-database',
            },
            'user -> gate -> orders -> db, gate -> reports -> db',
            {
              flows: { reads: { rps: 500 }, writes: { kind: 'write', rps: 100 } },
              edges: { 'gate -> orders': { flows: 'write' }, 'gate -> reports': { flows: 'read' } },
            },
          ),
        },
        {
          title: 'Two halves of one service, of which a load balancer picks either',
          design: sketch(
            { user: 'client', lb: 'load-balancer', a: 'service', b: 'service', db: 'sql-database' },
            'user -> lb -> a -> db, lb -> b -> db',
            { flows: { writes: { kind: 'write', rps: 100 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Orders and stock in one database',
          target: 'db',
          design: sketch(
            { user: 'client', orders: 'service', stock: 'service', db: 'sql-database' },
            'user -> orders -> stock -> db, orders -> db',
            { flows: { writes: { kind: 'write', rps: 100 } } },
          ),
        },
      ],
    };
  },
};

/** By store the services from which a write reaches it. */
function writersOf(design: ResolvedDesign, graph: DesignGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const byStore = new Map<string, Set<string>>();
  for (const { flow, edges } of pathsOf(design)) {
    if (flow.kind !== 'write') continue;
    for (const edge of edges) {
      const to = graph.nodes.get(edge.to);
      if (to?.behaviour !== 'store' || to.kind.id === 'object-store') continue;
      if (graph.nodes.get(edge.from)?.kind.id !== 'service') continue;
      const writers = byStore.get(edge.to);
      if (writers === undefined) byStore.set(edge.to, new Set([edge.from]));
      else writers.add(edge.from);
    }
  }
  return byStore;
}

/** The first writer, and the first other that is not picked in its place. */
function ownersAmong(graph: DesignGraph, [one = '', ...others]: readonly string[]): readonly string[] {
  const picks = incomingOf(graph, one).filter((edge) => edge.choice);
  const isPickedInstead = (other: string) =>
    incomingOf(graph, other).some((edge) => picks.some((pick) => isSamePick(pick, edge)));
  return [one, ...others.filter((other) => !isPickedInstead(other))];
}

const isSamePick = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  b.choice && a.from === b.from && a.flows.some((flow) => b.flows.includes(flow));
