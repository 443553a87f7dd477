import type { ResolvedDesign } from '../catalog/resolved';
import type {
  Analysis,
  AnalysisResult,
  AnalyzeOptions,
  EdgeFigures,
  LayerFigures,
  NodeFigures,
  TotalFigures,
} from './analysis';
import { figure, nodeFigures, responsePercentiles } from './figures';
import { flowFigures } from './flow-figures';
import { type FlowTimes, flowTimesOf, responseGridsOf } from './flow-times';
import type { Graph } from './graph';
import { layerFigures } from './layer-figures';
import { limitsOf } from './limits';
import { type Loaded, loadDesign } from './load-design';
import { edgeRates, hopsOf, layerLoads } from './rollup';
import { type StationState, serversOf } from './station';
import { targetsOf } from './targets';
import { meansWithCalls, p99sWithCalls } from './with-calls';

/**
 * All figures of a design under load: visits, stations, times, rollup per layer. Times in ms, rates a second; what does not
 * exist, such as the latency of a saturated flow, is null. Availability, recovery and cost are not part of it yet and null.
 */
export function analyze(resolved: ResolvedDesign, options: AnalyzeOptions = {}): AnalysisResult {
  const { load = 1, percentiles = true } = options;
  const result = loadDesign(resolved, load);
  if (!result.ok) return result;
  const { graph, model, loads, states } = result.loaded;
  const grids = responseGridsOf(states);
  const times = model.traffics.map((traffic) => flowTimesOf(graph, traffic, states, grids));
  const rates = edgeRates(graph, loads, times);
  const limits = limitsOf(model);
  const layers = layerLoads(graph, times, rates, model.ratesRps, states);
  const layerTimes = layers.map((layer) => layerFigures(graph, layer, times, percentiles));
  const flows = times.map((of, flow) =>
    flowFigures({ loaded: result.loaded, times: of, limit: limits[flow] ?? null, percentiles }),
  );
  for (const of of times) of.forget();
  const analysis: Analysis = {
    design: { id: resolved.id, name: resolved.name },
    load,
    flows,
    layers: layerTimes,
    hops: hopsOf(graph, rates, times),
    nodes: nodesOf(result.loaded, times, percentiles),
    edges: edgesOf(graph, rates),
    totals: totalsOf(resolved, layerTimes),
  };
  return { ok: true, analysis };
}

function nodesOf(
  { graph, model, loads, states }: Loaded,
  times: readonly FlowTimes[],
  percentiles: boolean,
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
    });
  });
}

function visitsOf({ graph, traffics }: Loaded['model'], node: number): Readonly<Record<string, number>> {
  const visits: Record<string, number> = {};
  for (const { flow, visits: of } of traffics) visits[graph.flows[flow]?.id ?? ''] = of[node] as number;
  return visits;
}

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

function totalsOf(resolved: ResolvedDesign, layers: readonly LayerFigures[]): TotalFigures {
  const servers = resolved.nodes.reduce((sum, node) => sum + (serversOf(node) ?? 0), 0);
  const totals = {
    availability: null,
    rpoSeconds: null,
    rtoSeconds: null,
    monthlyCostUsd: null,
    storageBytes: null,
    servers: layers.length === 0 ? null : servers,
  };
  const known: Readonly<Record<string, number | null>> = {
    availability: totals.availability,
    monthlyCostUsd: totals.monthlyCostUsd,
    rpoSeconds: totals.rpoSeconds,
    rtoSeconds: totals.rtoSeconds,
  };
  return { ...totals, targets: targetsOf(resolved.targets, (metric) => known[metric]) };
}
