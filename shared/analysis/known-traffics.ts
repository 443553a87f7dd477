import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { own } from '../model/own';
import { type Graph, isSameList, type LatestGraph } from './graph';
import type { FlowTraffic } from './traffic';

/** The visits that were worked out last, and the graph of their design. */
export interface LatestTraffics {
  found: { readonly graph: Graph; readonly traffics: readonly FlowTraffic[] } | null;
}

/** What loading one design leaves for the next. */
export interface VisitMemory {
  readonly graph: LatestGraph;
  readonly traffics: LatestTraffics;
}

export const noVisits = (): VisitMemory => ({ graph: { graph: null }, traffics: { found: null } });

/** Visits follow from the graph alone: rules, sweeps and explanations of one design share those of its analysis. */
const ofGraph = new WeakMap<Graph, readonly FlowTraffic[]>();

export function keepTraffics(graph: Graph, traffics: readonly FlowTraffic[], latest: LatestTraffics): void {
  ofGraph.set(graph, traffics);
  latest.found = { graph, traffics };
}

/** The visits of this design, or of the latest where this one has the same in all that they follow from; else null. */
export function keptTraffics(graph: Graph, latest: LatestTraffics): readonly FlowTraffic[] | null {
  const own = ofGraph.get(graph);
  if (own !== undefined) return own;
  if (latest.found === null) return null;
  const before = latest.found.graph;
  const isSame =
    before.outgoing === graph.outgoing &&
    before.flows.every((flow, i) => isVisitingAlike(flow, graph.flows[i] as ResolvedFlow)) &&
    before.edges.every((edge, i) => isWeighedAlike(edge, graph.edges[i] as ResolvedEdge)) &&
    before.nodes.every((node, i) => isPassingAlike(node, graph.nodes[i] as ResolvedNode));
  if (!isSame) return null;
  ofGraph.set(graph, latest.found.traffics);
  return latest.found.traffics;
}

const isVisitingAlike = (a: ResolvedFlow, b: ResolvedFlow): boolean =>
  a === b || (a.id === b.id && a.kind === b.kind && a.entry === b.entry && a.clientRttMs === b.clientRttMs);

const isWeighedAlike = (a: ResolvedEdge, b: ResolvedEdge): boolean =>
  a === b || (a.calls === b.calls && a.weight === b.weight);

/** Behaviour and kind are the graph's own, which is shared. */
const isPassingAlike = (a: ResolvedNode, b: ResolvedNode): boolean =>
  a === b ||
  (a.region === b.region &&
    a.config.algorithm === b.config.algorithm &&
    a.config.hitRate === b.config.hitRate &&
    hasSameRates(a.config.hitRates, b.config.hitRates));

function hasSameRates(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  if (a === b) return true;
  const flows = Object.keys(a);
  return isSameList(flows, Object.keys(b)) && flows.every((flow) => own(a, flow) === own(b, flow));
}
