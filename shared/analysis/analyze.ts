import type { ResolvedDesign } from '../catalog/resolved';
import { own } from '../model/own';
import type {
  Analysis,
  AnalysisResult,
  AnalyzeOptions,
  EdgeFigures,
  FlowFigures,
  NodeFigures,
  TotalFigures,
} from './analysis';
import { basisFor } from './basis';
import { estimatesOf } from './estimates';
import { figure, nodeFigures, responsePercentiles } from './figures';
import { flowFigures } from './flow-figures';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { heldMeans, withCallsMeanMs } from './held-means';
import { type Recall, recallFor } from './known-times';
import { layerFigures } from './layer-figures';
import type { Loaded } from './load-design';
import { type AnalysisMemory, emptyMemory } from './memory';
import { bytesAlong } from './network-load';
import type { Provision } from './provision';
import { hopsOf } from './rollup';
import type { StationState } from './station';
import { missedUnlessServed, servesAll, targetsOf } from './targets';
import { timeoutSharesOf } from './timeouts';
import type { FlowTraffic } from './traffic';
import { addedByNode, edgeAt, nodeAt } from './visit-positions';
import { meansWithCalls, p99sWithCalls } from './with-calls';

/**
 * All figures of a design under load: visits, stations, times, rollup per layer. Times in ms, rates a second; what does not
 * exist, such as the latency of a saturated flow, is null. Whoever analyses one design after the other does so through
 * `createAnalyzer`, which keeps the `memory`.
 */
export function analyze(
  resolved: ResolvedDesign,
  options: AnalyzeOptions = {},
  memory: AnalysisMemory = emptyMemory(),
): AnalysisResult {
  const { load = 1, percentiles = true, limits: withLimits = true } = options;
  const result = basisFor(resolved, load, memory);
  if (!result.ok) return result;
  const { loaded, times, rates, provision, layers: layersLoaded } = result.basis;
  const { graph } = loaded;
  const limits = withLimits ? result.basis.limits() : [];
  const recall = percentiles ? recallFor(loaded, memory.percentiles) : null;
  const layers = layersLoaded.map((layer) => layerFigures(graph, layer, times, recall, provision));
  const flows = times.map((of, flow) =>
    flowFigures({
      loaded,
      times: of,
      limit: limits[flow] ?? null,
      recall,
      availability: provision.flows[flow] ?? null,
      usdPerMillionRequests: provision.usdPerMillionRequests[flow] ?? null,
    }),
  );
  const analysis: Analysis = {
    design: { id: resolved.id, name: resolved.name },
    load,
    flows,
    layers,
    hops: hopsOf(graph, rates, times),
    nodes: nodesOf(loaded, times, recall, provision),
    edges: edgesOf(graph, times, rates, recall),
    totals: totalsOf(loaded, load, flows, provision),
  };
  return { ok: true, analysis };
}

function nodesOf(
  loaded: Loaded,
  times: readonly FlowTimes[],
  recall: Recall | null,
  provision: Provision,
): readonly NodeFigures[] {
  const { graph, model, loads, states, held } = loaded;
  const ownMs = (node: number) => states[node]?.mixed?.meanMs ?? Number.NaN;
  const meansMs = meansWithCalls(graph, times, model.ratesRps, ownMs);
  const withCallsP99Ms = recall === null ? () => null : p99sOf(graph, model, times, states, meansMs, recall);
  const visits = visitsByNode(model);
  const heldMs = heldMeans(loaded, times);
  return graph.design.nodes.map((node, i) => {
    const state = states[i] as StationState;
    const passed = loads.passed[i] ?? { reads: 1, writes: 1, refused: 0 };
    const heldUpBy = held.get(i)?.heldUpBy ?? null;
    const { readsRps, writesRps } = loads.nodes[i] ?? { readsRps: 0, writesRps: 0 };
    return nodeFigures(node, state, readsRps * passed.reads + writesRps * passed.writes, {
      visits: visits[i] ?? {},
      withCallsMeanMs: figure(withCallsMeanMs(loaded, i, heldMs[i] as number) ?? (meansMs[i] as number)),
      withCallsP99Ms: withCallsP99Ms(i),
      percentiles: recall !== null,
      provision: provision.nodes[i] ?? nothingProvided,
      heldMs: figure(heldMs[i] as number),
      heldUpBy: heldUpBy === null ? null : (graph.nodes[heldUpBy]?.id ?? null),
      acceptedRps: (readsRps + writesRps) * (1 - passed.refused),
      refused: passed.refused,
    });
  });
}

/** p99 of a visit of each node with its calls; its own response where it waits for none. */
function p99sOf(
  graph: Graph,
  { ratesRps }: Loaded['model'],
  times: readonly FlowTimes[],
  states: readonly StationState[],
  meansMs: Float64Array,
  recall: Recall,
): (node: number) => number | null {
  const calls = callersOf(graph, times);
  const calling = graph.design.nodes.flatMap((_, node) => (calls[node] === 1 ? [node] : []));
  const p99sMs = recall.p99sMs(calling, (of) => p99sWithCalls(graph, times, ratesRps, meansMs, of));
  return (node) => {
    if (calls[node] === 1) return figure(p99sMs[node] as number);
    const own = states[node]?.mixed ?? null;
    return own === null ? null : (responsePercentiles(own, onlyP99)[0] ?? null);
  };
}

const onlyP99: readonly number[] = [0.99];

/** Visits follow from the traffics alone, which an edit of figures leaves as they are. */
const visitsOf = new WeakMap<readonly FlowTraffic[], readonly Readonly<Record<string, number>>[]>();

/** Visits of each node, by id of the flow. */
function visitsByNode({ graph, traffics }: Loaded['model']): readonly Readonly<Record<string, number>>[] {
  const known = visitsOf.get(traffics);
  if (known !== undefined) return known;
  const idOf = ({ flow }: FlowTraffic): string => graph.flows[flow]?.id ?? '';
  const ids = traffics.map(idOf);
  // Assigning to an id that every object inherits would not add it; to one that the copy has already, it does.
  const none: Readonly<Record<string, number>> = Object.fromEntries(ids.map((id) => [id, 0]));
  const counts = traffics.map((traffic) => addedByNode(graph, traffic.visits));
  const made = graph.design.nodes.map((_, node) => {
    const visits = { ...none };
    for (let i = 0; i < ids.length; i++) visits[ids[i] as string] = counts[i]?.[node] as number;
    return visits;
  });
  visitsOf.set(traffics, made);
  return made;
}

const nothingProvided: Provision['nodes'][number] = {
  availability: null,
  servers: null,
  monthlyCostUsd: null,
  cost: null,
  storageBytes: null,
  memoryUtilization: null,
  rpoSeconds: null,
  rtoSeconds: null,
};

/** 1 for nodes of which a visit waits for calls, in any flow. */
function callersOf(graph: Graph, times: readonly FlowTimes[]): Uint8Array {
  const calling = new Uint8Array(graph.nodeCount);
  for (const { traffic } of times)
    for (const edge of traffic.edges) {
      const from = graph.from[edge] as number;
      if (graph.sync[edge] === 1 && (traffic.visits[from] as number) > 0) calling[nodeAt(graph, from)] = 1;
    }
  return calling;
}

function edgesOf(
  graph: Graph,
  times: readonly FlowTimes[],
  rates: readonly Float64Array[],
  recall: Recall | null,
): readonly EdgeFigures[] {
  const rps = new Float64Array(graph.edgeCount);
  const bytesPerSecond = new Float64Array(graph.edgeCount);
  times.forEach(({ traffic }, flow) => {
    const ratesRps = rates[flow] as Float64Array;
    for (const call of traffic.edges) {
      const edge = edgeAt(graph, call);
      const rate = ratesRps[call] as number;
      rps[edge] = (rps[edge] as number) + rate;
      const { request, response } = bytesAlong(graph, call, flow);
      bytesPerSecond[edge] = (bytesPerSecond[edge] as number) + rate * (request + response);
    }
  });
  const own = graph.edges.slice(0, graph.edgeCount);
  const timed = own.flatMap(({ timeoutMs }, edge) => (timeoutMs === null ? [] : [edge]));
  const timeoutShares =
    recall?.timeoutShares(timed, rates, (of) => timeoutSharesOf(graph, times, rates, of)) ?? null;
  return own.map(({ id, rttMs }, edge) => ({
    id,
    rps: rps[edge] as number,
    bytesPerSecond: bytesPerSecond[edge] as number,
    rttMs,
    timeoutShare: timeoutShares === null ? null : figure(timeoutShares[edge] as number),
  }));
}

function totalsOf(
  loaded: Loaded,
  load: number,
  flows: readonly FlowFigures[],
  provision: Provision,
): TotalFigures {
  const { graph } = loaded;
  const all = graph.design.nodes.map((_, node) => node);
  const { monthlyCostUsd, storageBytes } = provision.together(all);
  const availabilities = flows.flatMap(({ availability }) => (availability === null ? [] : [availability]));
  const totals = {
    availability: availabilities.reduce<number | null>((least, of) => Math.min(least ?? of, of), null),
    ...provision.design,
    monthlyCostUsd,
    storageBytes,
    servers: all.length === 0 ? null : provision.nodes.reduce((sum, { servers }) => sum + (servers ?? 0), 0),
    estimates: estimatesOf(loaded, { load, flows, nodes: provision.nodes }),
  };
  const known: Readonly<Record<string, number | null>> = {
    availability: totals.availability,
    monthlyCostUsd: totals.monthlyCostUsd,
    rpoSeconds: totals.rpoSeconds,
    rtoSeconds: totals.rtoSeconds,
  };
  const targets = targetsOf(graph.design.targets, (metric) => own(known, metric));
  const isServed = flows.every(({ servedShare }) => servesAll(servedShare));
  return { ...totals, targets: missedUnlessServed(targets, isServed) };
}
