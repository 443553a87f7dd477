import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { type FlowKind, flowKinds } from '../../model/vocabulary';
import { calleesFirst, waitedCalls } from './callees-first';
import { type DesignGraph, graphOf } from './graph';
import { choiceSetOf, isSparedByCache, operationOfCall, pickedShare } from './picks';

/** The least that every request of a flow spends on the way between parts. */
export interface RoundTrips {
  readonly ms: number;
  /** The call that takes most of it; null where there is none. */
  readonly longest: ResolvedEdge | null;
}

const nothing: RoundTrips = { ms: 0, longest: null };

/**
 * A lower bound of the flow's latency whatever its servers are: the constant round trips of the calls that no request is spared. Steps
 * add up, of parallel calls the longest counts, of a choice the shortest, of 2.3 calls two; what a cache may answer counts nothing.
 */
export function leastRoundTrips(design: ResolvedDesign, flow: ResolvedFlow): RoundTrips {
  const walk = { graph: graphOf(design), flow, known: new Map<string, RoundTrips>() };
  const operations = walk.graph.crosses ? flowKinds : [flow.kind];
  for (const id of calleesFirst(walk.graph, flow))
    for (const operation of operations) {
      const visit = { id, operation };
      walk.known.set(keyOf(visit), fromVisit(walk, visit));
    }
  return walk.known.get(keyOf({ id: flow.entry, operation: flow.kind })) ?? nothing;
}

interface Walk {
  readonly graph: DesignGraph;
  readonly flow: ResolvedFlow;
  readonly known: ReadonlyMap<string, RoundTrips>;
}

/** What a request does at a node; the calls that it makes from there do the same unless they say otherwise. */
interface Visit {
  readonly id: string;
  readonly operation: FlowKind;
}

const keyOf = ({ id, operation }: Visit): string => `${operation} ${id}`;

const everyVisit = 'every visit';

function fromVisit(walk: Walk, visit: Visit): RoundTrips {
  const { id, operation } = visit;
  const calls = waitedCalls(walk.graph, walk.flow, id);
  const own = ownMs(walk.graph.nodes.get(id), operation);
  if (calls.length === 0) return own === 0 ? nothing : { ms: own, longest: null };
  const always = new Map<number, RoundTrips>();
  const choices = new Map<string, ResolvedEdge[]>();
  const stepOf = new Map<number, string>();
  const shared = new Set<string>();
  for (const edge of calls) {
    if (isSparedByCache(walk.graph, edge, walk.flow, operation)) continue;
    const isAlways = pickedShare(walk.graph, edge, walk.flow) === 1;
    const set = isAlways ? everyVisit : choiceSetOf(walk.graph, edge);
    const beside = stepOf.get(edge.step) ?? set;
    stepOf.set(edge.step, set);
    if (beside !== set) shared.add(set).add(beside);
    if (isAlways) {
      const trips = over(walk, edge, operation);
      if (trips.ms >= (always.get(edge.step)?.ms ?? 0)) always.set(edge.step, trips);
    } else push(choices, set, edge);
  }
  const parts = [...always.values()];
  for (const [set, edges] of choices) {
    // Beside another call of its step the one that is picked may add nothing.
    if (!shared.has(set)) parts.push(leastOf(walk, edges, operation));
  }
  return summed(parts, own);
}

function push(lists: Map<string, ResolvedEdge[]>, key: string, edge: ResolvedEdge): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [edge]);
  else list.push(edge);
}

/** The shortest of a choice; nothing where some of its calls are not made or not waited for, for then they may be the ones picked. */
function leastOf(walk: Walk, set: readonly ResolvedEdge[], operation: FlowKind): RoundTrips {
  let shares = 0;
  let least: RoundTrips | null = null;
  for (const edge of set) {
    shares += pickedShare(walk.graph, edge, walk.flow);
    const trips = over(walk, edge, operation);
    if (trips.ms < (least?.ms ?? Number.POSITIVE_INFINITY)) least = trips;
  }
  return shares < 1 - 1e-9 ? nothing : (least ?? nothing);
}

function over(walk: Walk, edge: ResolvedEdge, operation: FlowKind): RoundTrips {
  const calls = Math.floor(edge.calls);
  if (calls === 0) return nothing;
  // A call back into the way there is not known yet, and counts nothing: what it adds is not certain.
  const further =
    walk.known.get(keyOf({ id: edge.to, operation: operationOfCall(edge, operation) })) ?? nothing;
  const own = calls * edge.rttMs;
  const isLonger = edge.rttMs >= (further.longest?.rttMs ?? 0);
  return { ms: own + calls * further.ms, longest: isLonger ? edge : further.longest };
}

/** A write, or a read of a quorum, that a replica elsewhere has to answer waits for the way there and back. */
function ownMs(node: ResolvedNode | undefined, operation: FlowKind): number {
  if (node?.behaviour !== 'store') return 0;
  const { replication, replicasPerShard, replicaRttMs, readQuorum, writeQuorum } = node.config;
  if (replicasPerShard === 1 || replication === 'async') return 0;
  if (replication === 'quorum')
    return (operation === 'read' ? readQuorum : writeQuorum) > 1 ? replicaRttMs : 0;
  return operation === 'write' ? replicaRttMs : 0;
}

function summed(parts: readonly RoundTrips[], ownMs: number): RoundTrips {
  let ms = ownMs;
  let longest: ResolvedEdge | null = null;
  for (const part of parts) {
    ms += part.ms;
    if ((part.longest?.rttMs ?? 0) > (longest?.rttMs ?? 0)) longest = part.longest;
  }
  return { ms, longest };
}
