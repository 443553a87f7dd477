import type { ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import type { Change } from '../model/changes';
import { freeId } from '../model/ids';
import { type Design, edgesOf, flowsOf } from '../model/schema';
import { type Assumption, type Guess, guessesByEnds, withGuesses } from './new-edge';

export type { Assumption };

/** What an edge says of an assumption, in English; `{name}` represents a value of it. */
export const assumptionTexts: Readonly<Record<Assumption['key'], string>> = {
  'misses-of': 'carries only the misses of {cache}',
  'protocol-of': 'protocol: {protocol}',
  'async-events': 'is asynchronous',
  'dns-lookups': 'called once in {visits} requests',
  'few-lookups': 'called once in {visits} requests, then cached',
  'dead-letters': 'takes the one message in {visits} that fails',
  copies: 'takes a copy once in {visits} writes',
  replication: 'copies what is written and carries no request',
  'writes-only': 'carries only writes; reads go to {replica}',
};

export interface Connection {
  readonly changes: readonly Change[];
  /** Id of the new edge; of the one that is there already, with no changes; empty where an end is missing. */
  readonly edgeId: string;
  readonly assumptions: readonly Assumption[];
}

/**
 * The edits that connect two nodes, with what is most likely filled in: the protocol of the callee's kind, the misses of
 * the cache beside a store in whichever order the two were drawn, the writes of a database beside its read replica,
 * events into a stream or a topic for which nobody waits, the few lookups of DNS, the copies into a backup.
 */
export function connectChanges(design: Design, from: string, to: string): Connection {
  const { design: resolved } = resolvedOf(design);
  const caller = resolved.nodes.find((node) => node.id === from);
  const callee = resolved.nodes.find((node) => node.id === to);
  if (caller === undefined || callee === undefined) return { changes: [], edgeId: '', assumptions: [] };
  const present = edgesOf(design).find((edge) => edge.from === from && edge.to === to);
  if (present !== undefined) return { changes: [], edgeId: present.id, assumptions: [] };

  const edgeId = freeId(design, `${from}-${to}`);
  const outgoing = resolved.edges.filter((edge) => edge.from === from);
  const nodes = new Map(resolved.nodes.map((node) => [node.id, node]));
  const guesses = [
    ...guessesByEnds(caller, callee),
    missGuess(design, callee, outgoing, nodes),
    besideReplicaGuess(callee, outgoing, nodes),
  ].filter((guess) => guess !== null);
  const edge = withGuesses({ id: edgeId, from, to }, guesses);
  const missed = storesBehind(design, callee, outgoing, nodes);
  const leader = leaderEdge(design, callee, outgoing, nodes);
  return {
    edgeId,
    changes: [
      { op: 'add-edge', edge },
      ...missed.map((id): Change => ({ op: 'patch-edge', id, patch: { onMissOf: to } })),
      ...(leader === null ? [] : [{ op: 'patch-edge', id: leader, patch: { flows: 'write' } } as const]),
    ],
    assumptions: [
      ...guesses.map(({ field, key, values }) => ({ edge: edgeId, field, key, values })),
      ...missed.map((id) => missAssumption(id, to)),
      ...(leader === null ? [] : [writesAssumption(leader, to)]),
    ],
  };
}

const missAssumption = (edge: string, cache: string): Assumption => ({
  edge,
  field: 'onMissOf',
  key: 'misses-of',
  values: { cache: { part: cache } },
});

/** What a read replica follows. */
const leaders: readonly string[] = ['sql-database', 'document-database', 'shard'];

const writesAssumption = (edge: string, replica: string): Assumption => ({
  edge,
  field: 'flows',
  key: 'writes-only',
  values: { replica: { part: replica } },
});

/** A database that is called beside its replica takes the writes. */
function besideReplicaGuess(
  callee: ResolvedNode,
  outgoing: readonly ResolvedEdge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
): Guess | null {
  if (!leaders.includes(callee.kind.id)) return null;
  const asked = outgoing.find((edge) => nodes.get(edge.to)?.kind.id === 'read-replica');
  if (asked === undefined) return null;
  const { field, key, values } = writesAssumption('', asked.to);
  return { fields: { flows: 'write' }, field, key, values };
}

/** Id of the edge to the one database that a read replica which is connected after it relieves of the reads. */
function leaderEdge(
  design: Design,
  callee: ResolvedNode,
  outgoing: readonly ResolvedEdge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
): string | null {
  if (callee.kind.id !== 'read-replica') return null;
  const led = outgoing.filter((edge) => leaders.includes(nodes.get(edge.to)?.kind.id ?? ''));
  const [only] = led;
  if (only === undefined || led.length > 1) return null;
  const written = edgesOf(design).find((edge) => edge.id === only.id);
  return written?.flows === undefined ? only.id : null;
}

/** Copies and reports are not what a cache is looked into for. */
const besideCaches: readonly string[] = ['backup', 'data-warehouse'];
const isAskedForMisses = ({ behaviour, kind }: ResolvedNode): boolean =>
  behaviour === 'store' && !besideCaches.includes(kind.id);

/** A store that is read after a cache answers its misses. */
function missGuess(
  design: Design,
  callee: ResolvedNode,
  outgoing: readonly ResolvedEdge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
): Guess | null {
  if (!isAskedForMisses(callee)) return null;
  const reads = flowsOf(design).filter((flow) => flow.kind === 'read');
  const asked = outgoing.findLast(
    (edge) =>
      nodes.get(edge.to)?.behaviour === 'aside-cache' &&
      edge.mode === 'sync' &&
      // A read that does not look up the cache has no misses: such an edge would have no figures.
      reads.every((flow) => edge.flows.includes(flow.id)),
  );
  if (asked === undefined) return null;
  const { field, key, values } = missAssumption('', asked.to);
  return { fields: { onMissOf: asked.to }, field, key, values };
}

/** Ids of the edges to stores that will carry only the misses of a cache which is connected after them. */
function storesBehind(
  design: Design,
  callee: ResolvedNode,
  outgoing: readonly ResolvedEdge[],
  nodes: ReadonlyMap<string, ResolvedNode>,
): readonly string[] {
  if (callee.behaviour !== 'aside-cache') return [];
  const written = new Map(edgesOf(design).map((edge) => [edge.id, edge]));
  return outgoing
    .filter((edge) => {
      const { onMissOf, step } = written.get(edge.id) ?? {};
      const store = nodes.get(edge.to);
      // A step that a person named would put the store before the new cache.
      return store !== undefined && isAskedForMisses(store) && onMissOf === undefined && step === undefined;
    })
    .map((edge) => edge.id);
}
