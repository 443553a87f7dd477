import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { own } from '../model/own';
import { type Graph, isSameList } from './graph';
import type { FlowTraffic } from './traffic';

/** The visits that were worked out last. */
let latest: { readonly graph: Graph; readonly traffics: readonly FlowTraffic[] } | null = null;

export function keepTraffics(graph: Graph, traffics: readonly FlowTraffic[]): void {
  latest = { graph, traffics };
}

/** The visits of the latest design, where this one has the same in all that they follow from; else null. */
export function keptTraffics(graph: Graph): readonly FlowTraffic[] | null {
  if (latest === null) return null;
  const before = latest.graph;
  if (before === graph) return latest.traffics;
  const isSame =
    before.outgoing === graph.outgoing &&
    before.flows.every((flow, i) => isVisitingAlike(flow, graph.flows[i] as ResolvedFlow)) &&
    before.edges.every((edge, i) => isWeighedAlike(edge, graph.edges[i] as ResolvedEdge)) &&
    before.nodes.every((node, i) => isPassingAlike(node, graph.nodes[i] as ResolvedNode));
  return isSame ? latest.traffics : null;
}

const isVisitingAlike = (a: ResolvedFlow, b: ResolvedFlow): boolean =>
  a === b || (a.id === b.id && a.kind === b.kind && a.entry === b.entry);

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
