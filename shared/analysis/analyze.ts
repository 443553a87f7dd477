import type { ResolvedDesign } from '../catalog/resolved';
import type {
  Analysis,
  AnalysisResult,
  AnalyzeOptions,
  EdgeFigures,
  FlowFigures,
  NodeFigures,
  TotalFigures,
} from './analysis';
import { figure, nodeFigures, responsePercentiles } from './figures';
import { flowFigures } from './flow-figures';
import { allFlowTimes, type FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { layerFigures } from './layer-figures';
import { limitsOf } from './limits';
import { type Loaded, loadDesign } from './load-design';
import { type Provision, provisionOf } from './provision';
import { edgeRates, hopsOf, layerLoads } from './rollup';
import type { StationState } from './station';
import { missedUnlessServed, servesAll, targetsOf } from './targets';
import { meansWithCalls, p99sWithCalls } from './with-calls';

/**
 * All figures of a design under load: visits, stations, times, rollup per layer. Times in ms, rates a second; what does not
 * exist, such as the latency of a saturated flow, is null.
 */
export function analyze(resolved: ResolvedDesign, options: AnalyzeOptions = {}): AnalysisResult {
  const { load = 1, percentiles = true } = options;
  const result = loadDesign(resolved, load);
  if (!result.ok) return result;
  const { graph, model, loads, states } = result.loaded;
  const times = allFlowTimes(graph, model.traffics, states);
  const rates = edgeRates(graph, loads, times);
  const provision = provisionOf(result.loaded, rates);
  const limits = limitsOf(model);
  const layers = layerLoads(graph, times, rates, model.ratesRps, states);
  const layerTimes = layers.map((layer) => layerFigures(graph, layer, times, percentiles, provision));
  const flows = times.map((of, flow) =>
    flowFigures({
      loaded: result.loaded,
      times: of,
      limit: limits[flow] ?? null,
      percentiles,
      availability: provision.flows[flow] ?? null,
    }),
  );
  const analysis: Analysis = {
    design: { id: resolved.id, name: resolved.name },
    load,
    flows,
    layers: layerTimes,
    hops: hopsOf(graph, rates, times),
    nodes: nodesOf(result.loaded, times, percentiles, provision),
    edges: edgesOf(graph, rates),
    totals: totalsOf(graph, flows, provision),
  };
  return { ok: true, analysis };
}

function nodesOf(
  { graph, model, loads, states }: Loaded,
  times: readonly FlowTimes[],
  percentiles: boolean,
  provision: Provision,
): readonly NodeFigures[] {
  const ownMs = (node: number) => states[node]?.mixed?.meanMs ?? Number.NaN;
  const meansMs = meansWithCalls(graph, times, model.ratesRps, ownMs);
  const calling = graph.nodes.flatMap((_, node) => (hasCalls(graph, times, node) ? [node] : []));
  const p99sMs = percentiles
    ? p99sWithCalls(graph, times, model.ratesRps, meansMs, calling)
    : new Float64Array(graph.nodes.length).fill(Number.NaN);
  const calls = new Set(calling);
  return graph.nodes.map((node, i) => {
    const state = states[i] as StationState;
    const passed = loads.passed[i] ?? { reads: 1, writes: 1 };
    const { readsRps, writesRps } = loads.nodes[i] ?? { readsRps: 0, writesRps: 0 };
    const own =
      percentiles && !calls.has(i) && state.mixed !== null
        ? (responsePercentiles(state.mixed, [0.99])[0] ?? null)
        : null;
    return nodeFigures(node, state, readsRps * passed.reads + writesRps * passed.writes, {
      visits: visitsOf(model, i),
      withCallsMeanMs: figure(meansMs[i] as number),
      withCallsP99Ms: calls.has(i) ? figure(p99sMs[i] as number) : own,
      percentiles,
      provision: provision.nodes[i] ?? nothingProvided,
    });
  });
}

function visitsOf({ graph, traffics }: Loaded['model'], node: number): Readonly<Record<string, number>> {
  const visits: Record<string, number> = {};
  for (const { flow, visits: of } of traffics) visits[graph.flows[flow]?.id ?? ''] = of[node] as number;
  return visits;
}

const nothingProvided: Provision['nodes'][number] = {
  availability: null,
  servers: null,
  monthlyCostUsd: null,
  storageBytes: null,
  rpoSeconds: null,
  rtoSeconds: null,
};

/** Whether a visit of the node waits for calls, in any flow. */
function hasCalls(graph: Graph, times: readonly FlowTimes[], node: number): boolean {
  const { start, edges } = graph.outgoing;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] !== 1) continue;
    if (
      times.some(
        ({ traffic }) =>
          (traffic.visits[node] as number) > 0 && (traffic.multipliers.calls[edge] as number) > 0,
      )
    )
      return true;
  }
  return false;
}

function edgesOf(graph: Graph, rates: readonly Float64Array[]): readonly EdgeFigures[] {
  return graph.edges.map(({ id, rttMs }, edge) => {
    let rps = 0;
    let bytesPerSecond = 0;
    graph.flows.forEach(({ requestBytes, responseBytes }, flow) => {
      const rate = rates[flow]?.[edge] as number;
      rps += rate;
      bytesPerSecond += rate * (requestBytes + responseBytes);
    });
    return { id, rps, bytesPerSecond, rttMs };
  });
}

function totalsOf(graph: Graph, flows: readonly FlowFigures[], provision: Provision): TotalFigures {
  const all = graph.nodes.map((_, node) => node);
  const { monthlyCostUsd, storageBytes } = provision.together(all);
  const availabilities = flows.flatMap(({ availability }) => (availability === null ? [] : [availability]));
  const totals = {
    availability: availabilities.length === 0 ? null : Math.min(...availabilities),
    ...provision.design,
    monthlyCostUsd,
    storageBytes,
    servers: all.length === 0 ? null : provision.nodes.reduce((sum, { servers }) => sum + (servers ?? 0), 0),
  };
  const known: Readonly<Record<string, number | null>> = {
    availability: totals.availability,
    monthlyCostUsd: totals.monthlyCostUsd,
    rpoSeconds: totals.rpoSeconds,
    rtoSeconds: totals.rtoSeconds,
  };
  const targets = targetsOf(graph.design.targets, (metric) => known[metric]);
  const isServed = flows.every(({ servedShare }) => servesAll(servedShare));
  return { ...totals, targets: missedUnlessServed(targets, isServed) };
}
