import type { ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import type { Quantities } from '../math/quantity';
import type { Change } from '../model/changes';
import { freeId } from '../model/ids';
import { type Design, type Edge, edgesOf, flowsOf } from '../model/schema';
import { protocolOf } from './protocol';
import { type RareCall, rareCall } from './rare-calls';

/** What was filled in on an edge without being asked, so that the window can say so and offer to change it. */
export interface Assumption {
  readonly edge: string;
  readonly field: 'onMissOf' | 'protocol' | 'mode' | 'calls' | 'flows';
  /** Of `assumptionTexts`. */
  readonly key:
    | 'misses-of'
    | 'protocol-of'
    | 'async-events'
    | 'replication'
    | 'writes-only'
    | RareCall['key'];
  readonly values: Quantities;
}

/** What an edge says of an assumption, in English; `{name}` stands for a value of it. */
export const assumptionTexts: Readonly<Record<Assumption['key'], string>> = {
  'misses-of': 'carries only the misses of {cache}',
  'protocol-of': 'uses {protocol}',
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
    protocolGuess(caller, callee),
    callsGuess(caller, callee),
    modeGuess(caller, callee),
    missGuess(design, callee, outgoing, nodes),
    replicationGuess(caller, callee),
    besideReplicaGuess(callee, outgoing, nodes),
  ].filter((guess) => guess !== null);
  const edge: Edge = Object.assign({ id: edgeId, from, to }, ...guesses.map((guess) => guess.fields));
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

type Guess = Pick<Assumption, 'field' | 'key' | 'values'> & { readonly fields: Partial<Edge> };

const missAssumption = (edge: string, cache: string): Assumption => ({
  edge,
  field: 'onMissOf',
  key: 'misses-of',
  values: { cache: { part: cache } },
});

function protocolGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  // A consumer speaks the protocol of the queue that it takes from.
  const protocol = caller.behaviour === 'buffer' ? protocolOf(caller) : protocolOf(callee);
  if (protocol === undefined || protocol === 'https') return null;
  return { fields: { protocol }, field: 'protocol', key: 'protocol-of', values: { protocol } };
}

function callsGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  const rare = rareCall(caller, callee);
  if (rare === null) return null;
  const { key, fields } = rare;
  return { fields, field: 'calls', key, values: { visits: { count: 1 / fields.calls } } };
}

const tellingMany: readonly string[] = ['stream', 'pub-sub'];

function modeGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  if (!tellingMany.includes(callee.kind.id) || caller.behaviour !== 'station') return null;
  return { fields: { mode: 'async' }, field: 'mode', key: 'async-events', values: {} };
}

/** An arrow from a database to its replica means that the one copies to the other, not that it asks it. */
function replicationGuess(caller: ResolvedNode, callee: ResolvedNode): Guess | null {
  if (caller.behaviour !== 'store' || callee.kind.id !== 'read-replica') return null;
  return { fields: { mode: 'async', flows: [] }, field: 'flows', key: 'replication', values: {} };
}

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

/** A store that is asked after a cache answers for what the cache lacks. */
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
      // A read that the cache is not asked for has no misses: such an edge would have no figures.
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
