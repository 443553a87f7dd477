import type { ResolvedDesign } from '../catalog/resolved';
import type { AnalysisError } from './analysis';
import { callPatternsOf } from './call-pattern';
import { connectionsOf } from './connections';
import { type Graph, graphOf } from './graph';
import { type HeldNode, heldNodes } from './held-nodes';
import { stateOf } from './known-states';
import {
  keepTraffics,
  keptTraffics,
  type LatestTraffics,
  noVisits,
  type VisitMemory,
} from './known-traffics';
import { type LoadModel, loadModelOf } from './load-model';
import type { Loads, PlaceShares } from './loads';
import { missErrors } from './miss-errors';
import { solvePlaced } from './place-shares';
import { spreadsOf } from './spread';
import type { StationState } from './station';
import { type FlowTraffic, trafficOf } from './traffic';
import { alsoCrossed } from './visit-positions';

/** A design under load, before its times are composed. */
export interface Loaded {
  readonly graph: Graph;
  readonly model: LoadModel;
  readonly loads: Loads;
  readonly states: readonly StationState[];
  /** What of the loads the places of nodes let pass. */
  readonly shares: PlaceShares;
  /** Whether these shares are less than they could be: to find them would take too long. */
  readonly isBound: boolean;
  /** Of each node with places, by its position. */
  readonly held: ReadonlyMap<number, HeldNode>;
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
  const spreads = spreadsOf(graph, traffics);
  const model = loadModelOf(graph, traffics, spreads, ratesRps, connectionsOf(graph, traffics, load));
  const placed = solvePlaced(model);
  const { loads, shares, isBound } = placed;
  const held = heldNodes(model, placed);
  const states = alsoCrossed(
    graph,
    graph.design.nodes.map((node, i) =>
      stateOf(
        node,
        model.spreads[i] ?? { kind: 'shared' },
        loads.nodes[i] ?? nothingArrives,
        held.get(i)?.rest ?? null,
      ),
    ),
  );
  return { ok: true, loaded: { graph, model, loads, states, shares, isBound, held } };
}

/** The visits of the flows of a design, whatever its load; none where they have no solution. */
export function trafficsOf(graph: Graph): readonly FlowTraffic[] {
  const latest: LatestTraffics = { found: null };
  const visited = keptTraffics(graph, latest) ?? visitsOf(graph, latest);
  return 'errors' in visited ? [] : visited;
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
