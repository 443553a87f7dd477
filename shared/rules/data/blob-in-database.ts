import { storedByCall } from '../../analysis/usage';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { newEdge } from '../../edits/new-edge';
import { highest } from '../../math/extremes';
import type { Change } from '../../model/changes';
import { nodesOfBehaviour } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import type { Call } from '../facts/parts';
import { type FlowPaths, flowsAt } from '../facts/paths';
import { isWriteOf } from '../facts/written';
import { freshNode, groupField } from '../fixes/fresh-node';
import { newIds } from '../fixes/new-ids';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** From about a megabyte on a file system keeps an object better than a database does, as was measured in the source. */
const largeBytes = 1_000_000;

/** Kinds that are made for large objects. */
const filesKinds: ReadonlySet<string> = new Set(['object-store']);

/** DATA-07. A flow that writes to an object store too keeps the object there, and a pointer in the database. */
export const blobInDatabase: Rule = {
  id: 'blob-in-database',
  code: 'DATA-07',
  title: 'Large objects in a database',
  severity: 'warning',
  stage: 'review',
  message: '{flow} keeps {bytes} a request in {node}; over {limit} an object store is the place.',
  why: 'Large values fill a database’s memory, log, copies and backups with what is never searched, at several times the price.',
  fix: 'Keep the object in an object store, and its name in {node}.',
  fixes: { 'add-object-store': 'Keep the object in an object store, and its name in {node}.' },
  source: { text: 'Sears, van Ingen and Gray, To BLOB or Not To BLOB, Microsoft Research MSR-TR-2006-45' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const isLarge = ({ storedBytes }: ResolvedFlow | ResolvedEdge): boolean =>
      (storedBytes ?? 0) > largeBytes;
    if (!design.flows.some(isLarge) && !design.edges.some(isLarge)) return [];
    return nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      if (!originalsOf(design).has(node.id) || filesKinds.has(node.kind.id)) return [];
      const largest = largestAt(design, node);
      if (largest === null) return [];
      const { flow } = largest.paths;
      const quickFix = addObjectStore(design, node, largest);
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        bytes: { bytes: largest.bytes },
        limit: { bytes: largeBytes },
      };
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The picture in an object store, its name in the database',
          design: sketch(
            { user: 'client', api: 'service', posts: 'sql-database', pictures: 'object-store' },
            'user -> api -> posts, api -> pictures',
            { flows: { uploads: { kind: 'write', rps: 50, storedBytes: 2_000_000 } } },
          ),
        },
        {
          title: 'Small records',
          design: sketch({ user: 'client', api: 'service', posts: 'sql-database' }, 'user -> api -> posts', {
            flows: { comments: { kind: 'write', rps: 50, storedBytes: 1000 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Pictures in a database',
          target: 'posts',
          design: sketch({ user: 'client', api: 'service', posts: 'sql-database' }, 'user -> api -> posts', {
            flows: { uploads: { kind: 'write', rps: 50, storedBytes: 2_000_000 } },
          }),
        },
      ],
    };
  },
};

/** The largest object that a request of a flow adds to a node. */
interface Largest {
  readonly paths: FlowPaths;
  readonly bytes: number;
  /** The calls that add it. */
  readonly writers: readonly Call[];
}

/**
 * The largest objects that reach the node; null where there are none. What a call itself says that it adds is there; of the size of
 * the request it is not known where the flow goes to a place made for large objects too.
 */
function largestAt(design: ResolvedDesign, node: ResolvedNode): Largest | null {
  let largest: Largest | null = null;
  for (const paths of flowsAt(design, node.id)) {
    const hasFiles = paths.reached.parts.some(({ node: { kind } }) => filesKinds.has(kind.id));
    const writers = paths.calls.filter(
      (call) =>
        call.to.node === node &&
        isWriteOf(design, paths, call) &&
        (!hasFiles || call.edge.storedBytes !== null),
    );
    const bytes = highest(writers.map(({ edge }) => storedByCall(edge, paths.flow, 'write')));
    if (bytes > Math.max(largeBytes, largest?.bytes ?? 0)) largest = { paths, bytes, writers };
  }
  return largest;
}

/** An object store beside the node, for the services that write it and for this flow; null where others than services do. */
function addObjectStore(
  design: ResolvedDesign,
  node: ResolvedNode,
  { paths: { flow }, writers }: Largest,
): QuickFix | null {
  // What a call says of itself would have to be said anew: how large is the pointer that stays?
  if (writers.some(({ edge }) => edge.storedBytes !== null)) return null;
  if (!writers.every(({ from, waits }) => from.node.behaviour === 'station' && waits)) return null;
  const store = freshNode('object-store');
  if (store === undefined) return null;
  const newId = newIds(design);
  const id = newId(`${node.id}-objects`);
  const callers = new Map(writers.map((writer) => [writer.edge.from, writer]));
  const edges = [...callers].map(
    ([
      from,
      {
        from: caller,
        edge: { calls, operation },
      },
    ]): Change => ({
      op: 'add-edge',
      edge: {
        ...newEdge({ id: newId(`${from}-${id}`), from, to: id }, caller.node, store),
        protocol: 'https',
        mode: 'sync',
        flows: [flow.id],
        ...(calls === 1 ? {} : { calls }),
        ...(operation === null ? {} : { operation }),
      },
    }),
  );
  return {
    id: 'add-object-store',
    title: 'Add an object store',
    values: {},
    changes: [{ op: 'add-node', node: { id, kind: store.kind.id, ...groupField(node) } }, ...edges],
  };
}
