import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { Part } from '../facts/parts';
import { pathsOf } from '../facts/paths';
import { isOwnCode } from '../facts/roles';
import { isWriteOf, writtenBy } from '../facts/written';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * TOP-10. Of services only: a worker beside a service often is the same code. Services between which a distributor picks are one, those
 * that a frame holds together with the store are of one domain, and files in an object store belong to whoever put them there.
 */
export const sharedDatabase: Rule = {
  id: 'shared-database',
  code: 'TOP-10',
  title: 'One database, several writers',
  severity: 'warning',
  stage: 'review',
  message:
    '{count, plural, one {# service} other {# services}} write to {store}, among them {one} and {other}; {limit} owner keeps its tables its own.',
  why: 'Whoever writes to a table depends on its form. Two services that share one can only change it, and be deployed, together.',
  fix: 'Let one of them own the data and offer the other a call, or send it the changes as events.',
  source: {
    text: 'Richardson, microservices.io: Database per service (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const [store, writers] of writersOf(design)) {
      const owners = ownersAmong(oneOfEachDomain(design, store, [...writers]));
      const [one, other] = owners;
      if (one === undefined || other === undefined) continue;
      const values = {
        store: { part: store.node.id },
        one: { part: one.node.id },
        other: { part: other.node.id },
        count: { count: owners.length },
        limit: { count: 1 },
      };
      hits.push({ target: store.node.id, values });
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
        {
          title: 'Commands and their projections, drawn in one frame with their database',
          design: sketch(
            { user: 'client', orders: 'service', lines: 'service', db: 'sql-database', mail: 'service' },
            'user -> orders -> lines -> db, orders -> db, orders -> mail',
            {
              flows: { writes: { kind: 'write', rps: 100 } },
              nodes: {
                orders: { group: 'ordering' },
                lines: { group: 'ordering' },
                db: { group: 'ordering' },
              },
              system: { groups: [{ id: 'ordering', kind: 'frame', name: 'Ordering' }] },
            },
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
function writersOf(design: ResolvedDesign): ReadonlyMap<Part, ReadonlySet<Part>> {
  const byStore = new Map<Part, Set<Part>>();
  for (const paths of pathsOf(design)) {
    if (writtenBy(design, paths) === null) continue;
    for (const from of paths.reached.parts) {
      if (from.node.kind.id !== 'service') continue;
      for (const call of from.calls) {
        const { to } = call;
        if (to.node.behaviour !== 'store' || to.node.kind.id === 'object-store') continue;
        if (!isWriteOf(design, paths, call)) continue;
        const writers = byStore.get(to);
        if (writers === undefined) byStore.set(to, new Set([from]));
        else writers.add(from);
      }
    }
  }
  return byStore;
}

/** Of the writers that are in the store’s own domain, the first, and all others. */
function oneOfEachDomain(design: ResolvedDesign, { node }: Part, writers: readonly Part[]): readonly Part[] {
  const domain = domainOf(design, node);
  if (domain === null) return writers;
  const isOfIt = (writer: Part): boolean => enclosing(design, writer.node).includes(domain);
  const [first] = writers.filter(isOfIt);
  return writers.filter((writer) => writer === first || !isOfIt(writer));
}

/** The innermost frame that a node stands in, where some service of the design stands outside of it: one around all parts nothing. */
function domainOf(design: ResolvedDesign, node: ResolvedNode): string | null {
  const frames = new Set(design.groups.flatMap(({ id, kind }) => (kind === 'frame' ? [id] : [])));
  const domain = enclosing(design, node).find((id) => frames.has(id));
  if (domain === undefined) return null;
  const isShared = design.nodes.some((one) => isOwnCode(one) && !enclosing(design, one).includes(domain));
  return isShared ? domain : null;
}

/** Ids of the groups around a node, the innermost first. */
function enclosing({ groups }: ResolvedDesign, { group }: ResolvedNode): readonly string[] {
  const around: string[] = [];
  let id = group;
  while (id !== null && !around.includes(id)) {
    around.push(id);
    const inner = id;
    id = groups.find((one) => one.id === inner)?.parent ?? null;
  }
  return around;
}

/** The first writer, and the others that are not picked in its place. */
function ownersAmong([one, ...others]: readonly Part[]): readonly Part[] {
  if (one === undefined) return [];
  const picks = one.callers.filter(({ edge }) => edge.choice);
  const isPickedInstead = (other: Part) =>
    other.callers.some(({ edge }) => picks.some((pick) => isSamePick(pick.edge, edge)));
  return [one, ...others.filter((other) => !isPickedInstead(other))];
}

const isSamePick = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  b.choice && a.from === b.from && a.flows.some((flow) => b.flows.includes(flow));
