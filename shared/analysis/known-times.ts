import type { ResolvedEdge } from '../catalog/resolved';
import { adjacencyOf } from '../math/components';
import type { ReadCompletion } from './completion';
import { transitMsOf } from './lagging';
import type { Loaded } from './load-design';
import type { FlowTraffic } from './traffic';
import { callsAlong, visitsAt } from './visit-positions';

/** Percentiles and Apdex of a flow. */
export interface Latency {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly p999Ms: number | null;
  readonly apdex: number | null;
  /** Whether they are coarser than others, or none, since the flow is too large. */
  readonly isBeyondBudget: boolean;
}

/** Percentiles of one design, which the next one may take over. */
interface Percentiles {
  readonly loaded: Loaded;
  readonly latencies: (Latency | undefined)[];
  readonly completions: (ReadCompletion | undefined)[];
  /** What each flow spends in a layer, by share. */
  readonly layers: Map<string, Map<number, number>>;
  /** With calls, by node. */
  p99sMs: Float64Array;
  /** Shares of timeouts by edge, and the calls a second of each flow over each edge that they are shares of. */
  timeouts: { readonly shares: Float64Array; readonly rates: readonly Float64Array[] } | null;
}

/** The percentiles that were worked out last. */
export interface LatestPercentiles {
  found: Percentiles | null;
}

/** Percentiles as they are worked out, those that follow from nothing that has changed taken over from the latest design. */
export interface Recall {
  readonly latency: (flow: number, workOut: () => Latency) => Latency;
  readonly completion: (flow: number, workOut: () => ReadCompletion) => ReadCompletion;
  readonly inLayer: (layer: string, flow: number, share: number, workOut: () => number) => number;
  /** p99 with calls of the wanted nodes; the others' is NaN. */
  readonly p99sMs: (
    wanted: readonly number[],
    workOut: (nodes: readonly number[]) => Float64Array,
  ) => Float64Array;
  /** The share of timeouts over the wanted edges, of so many calls a second by flow and edge; the others' is NaN. */
  readonly timeoutShares: (
    wanted: readonly number[],
    rates: readonly Float64Array[],
    workOut: (edges: readonly number[]) => Float64Array,
  ) => Float64Array;
}

/** Recalls the percentiles of the latest design that had any. */
export function recallFor(loaded: Loaded, latest: LatestPercentiles): Recall {
  const before = latest.found;
  const now: Percentiles = {
    loaded,
    latencies: [],
    completions: [],
    layers: new Map(),
    p99sMs: new Float64Array(),
    timeouts: null,
  };
  latest.found = now;
  const touched = before === null ? null : touchedSince(before.loaded, loaded);
  const { traffics } = loaded.model;
  const isKept = traffics.map((traffic) => touched !== null && !waitsForOne(traffic, touched));
  const isDirty = (node: number, dirty: Uint8Array) =>
    visitsAt(loaded.graph, node).some((visit) => dirty[visit] === 1);
  const isWhollyKept = traffics.map((traffic) => touched !== null && !visitsOne(traffic, touched));
  const hasSameLayers =
    before?.loaded.graph.nodes.every((node, i) => node.layer === loaded.graph.nodes[i]?.layer) ?? false;
  return {
    latency(flow, workOut) {
      const isAlike =
        isKept[flow] === true &&
        before?.loaded.graph.flows[flow]?.targets.p50Ms === loaded.graph.flows[flow]?.targets.p50Ms;
      const latency = (isAlike ? before?.latencies[flow] : undefined) ?? workOut();
      now.latencies[flow] = latency;
      return latency;
    },
    completion(flow, workOut) {
      const completion = (isWhollyKept[flow] === true ? before?.completions[flow] : undefined) ?? workOut();
      now.completions[flow] = completion;
      return completion;
    },
    inLayer(layer, flow, share, workOut) {
      const key = `${layer} ${flow}`;
      const isAlike = isKept[flow] === true && hasSameLayers;
      const found = isAlike ? before?.layers.get(key)?.get(share) : undefined;
      const value = found ?? workOut();
      const shares = now.layers.get(key) ?? new Map<number, number>();
      now.layers.set(key, shares.set(share, value));
      return value;
    },
    p99sMs(wanted, workOut) {
      const isAlike = touched !== null && hasSameRates(before?.loaded, loaded);
      const dirty = isAlike ? callersOf(loaded, touched) : null;
      const others = dirty === null ? wanted : wanted.filter((node) => isDirty(node, dirty));
      now.p99sMs = workOut(others);
      if (dirty !== null && before !== null)
        for (const node of wanted)
          if (!isDirty(node, dirty)) now.p99sMs[node] = before.p99sMs[node] ?? Number.NaN;
      return now.p99sMs;
    },
    timeoutShares(wanted, rates, workOut) {
      if (wanted.length === 0) return workOut(wanted);
      const dirty = touched === null ? null : callersOf(loaded, touched);
      const earlier = before?.timeouts ?? null;
      const isCalledAlike = (call: number): boolean =>
        dirty?.[loaded.graph.to[call] as number] === 0 &&
        rates.every((rps, flow) => rps[call] === earlier?.rates[flow]?.[call]);
      const isAlike = (edge: number): boolean =>
        isTimedAlike(before?.loaded.graph.edges[edge], loaded.graph.edges[edge]) &&
        callsAlong(loaded.graph, edge).every(isCalledAlike);
      const others = earlier === null ? wanted : wanted.filter((edge) => !isAlike(edge));
      const shares = workOut(others);
      if (earlier !== null)
        for (const edge of wanted) if (isAlike(edge)) shares[edge] = earlier.shares[edge] ?? Number.NaN;
      now.timeouts = { shares, rates };
      return shares;
    },
  };
}

/** Whether a request of the flow waits for one of the nodes. */
const waitsForOne = ({ nodes, syncVisits }: FlowTraffic, touched: Uint8Array): boolean =>
  nodes.some((node) => touched[node] === 1 && (syncVisits[node] as number) > 0);

/** Whether a request of the flow comes to one of the nodes, waited for or not. */
const visitsOne = ({ nodes, visits }: FlowTraffic, touched: Uint8Array): boolean =>
  nodes.some((node) => touched[node] === 1 && (visits[node] as number) > 0);

const isTimedAlike = (a: ResolvedEdge | undefined, b: ResolvedEdge | undefined): boolean =>
  a?.timeoutMs === b?.timeoutMs && a?.rttMs === b?.rttMs;

/**
 * 1 for nodes whose own response, round trips or transit are others than before, and for those in loops, whose times follow from the
 * order in which they are worked out; null where the visits are others.
 */
function touchedSince(before: Loaded, now: Loaded): Uint8Array | null {
  if (before.model.traffics !== now.model.traffics) return null;
  const touched = Uint8Array.from(now.states, (state, node) => {
    const other = before.states[node];
    return state.read === other?.read && state.write === other.write ? 0 : 1;
  });
  now.graph.edges.forEach((edge, i) => {
    const from = now.graph.from[i] as number;
    const isAlike =
      edge.rttMs === before.graph.edges[i]?.rttMs &&
      transitMsOf(now.graph, i) === transitMsOf(before.graph, i);
    if (!isAlike || now.graph.to[i] === from) touched[from] = 1;
  });
  for (const { pattern } of now.model.traffics)
    for (const members of pattern.components)
      if (members.length > 1) for (const node of members) touched[node] = 1;
  return touched;
}

/** The nodes of which a visit waits for one of those, over the calls of all flows, themselves included. */
function callersOf({ graph, model }: Loaded, touched: Uint8Array): Uint8Array {
  const isCalled = new Uint8Array(graph.edges.length);
  for (const { edges } of model.traffics)
    for (const edge of edges) isCalled[edge] = graph.sync[edge] as number;
  const incoming = adjacencyOf(
    graph.nodes.length,
    graph.to,
    graph.outgoing.edges,
    (edge) => isCalled[edge] === 1,
  );
  const dirty = touched.slice();
  const open = Array.from(touched.keys()).filter((node) => touched[node] === 1);
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = incoming.start[node] as number; i < (incoming.start[node + 1] as number); i++) {
      const caller = graph.from[incoming.edges[i] as number] as number;
      if (dirty[caller] === 1) continue;
      dirty[caller] = 1;
      open.push(caller);
    }
  return dirty;
}

const hasSameRates = (before: Loaded | undefined, now: Loaded): boolean =>
  now.model.ratesRps.every((rps, flow) => rps === before?.model.ratesRps[flow]);
