import type { ResolvedDesign } from '../catalog/resolved';
import type { AnalysisError } from './analysis';
import { callPatternsOf } from './call-pattern';
import { type Graph, graphOf } from './graph';
import { stateOf } from './known-states';
import {
  keepTraffics,
  keptTraffics,
  type LatestTraffics,
  noVisits,
  type VisitMemory,
} from './known-traffics';
import { type LoadModel, type Loads, loadModelOf, solveLoads } from './loads';
import { missErrors } from './multipliers';
import { spreadsOf } from './spread';
import type { StationState } from './station';
import { type FlowTraffic, trafficOf } from './traffic';

/** A design under load, before its times are composed. */
export interface Loaded {
  readonly graph: Graph;
  readonly model: LoadModel;
  readonly loads: Loads;
  readonly states: readonly StationState[];
}

/** Visits and loads of a design at `load` times its rates; errors where the visits have no solution. */
export function loadDesign(
  resolved: ResolvedDesign,
  load = 1,
  memory: VisitMemory = noVisits(),
):
  | { readonly ok: true; readonly loaded: Loaded }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] } {
  const graph = graphOf(resolved, memory.graph);
  const visited = keptTraffics(graph, memory.traffics) ?? visitsOf(graph, memory.traffics);
  if ('errors' in visited) return { ok: false, errors: visited.errors };
  const traffics = visited;
  const ratesRps = graph.flows.map((flow) => flow.rateRps * load);
  const model = loadModelOf(graph, traffics, spreadsOf(graph, traffics), ratesRps);
  const loads = solveLoads(model);
  const states = graph.nodes.map((node, i) =>
    stateOf(node, model.spreads[i] ?? { kind: 'shared' }, loads.nodes[i] ?? nothingArrives),
  );
  return { ok: true, loaded: { graph, model, loads, states } };
}

function visitsOf(
  graph: Graph,
  latest: LatestTraffics,
): readonly FlowTraffic[] | { readonly errors: readonly AnalysisError[] } {
  const patterns = callPatternsOf(graph);
  const errors = [...missErrors(graph), ...patterns.errors];
  const traffics: FlowTraffic[] = [];
  patterns.of.forEach((pattern, flow) => {
    if (pattern === null) return;
    const result = trafficOf(graph, flow, pattern);
    if (result.ok) traffics.push(result.traffic);
    else errors.push(result.error);
  });
  if (errors.length > 0) return { errors };
  keepTraffics(graph, traffics, latest);
  return traffics;
}

const nothingArrives = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };
