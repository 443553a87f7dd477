import type { Graph } from './graph';
import type { NodeLoad } from './station';
import type { FlowTraffic } from './traffic';
import { addedByNode, crossedAt, operationAt } from './visit-positions';

/** Sums what arrives at one node over the flows. */
export function nodeLoad(
  graph: Graph,
  offered: readonly Float64Array[],
  node: number,
  bytesPerSecond: number,
): NodeLoad {
  const sums = { readsRps: 0, writesRps: 0, bytesPerSecond };
  addLoad(graph, offered, node, sums);
  const crossed = crossedAt(graph, node);
  if (crossed >= 0) addLoad(graph, offered, crossed, sums);
  return sums;
}

function addLoad(
  graph: Graph,
  offered: readonly Float64Array[],
  visit: number,
  sums: { readsRps: number; writesRps: number },
): void {
  for (let flow = 0; flow < offered.length; flow++) {
    const rps = offered[flow]?.[visit] as number;
    if (rps === 0) continue;
    if (operationAt(graph, flow, visit) === 'read') sums.readsRps += rps;
    else sums.writesRps += rps;
  }
}

/** The same for all nodes. */
export function nodeLoads(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  offered: readonly Float64Array[],
  bytesAt: (node: number) => number,
): readonly NodeLoad[] {
  const count = graph.nodes.length;
  const reads = new Float64Array(count);
  const writes = new Float64Array(count);
  traffics.forEach(({ nodes }, flow) => {
    const arriving = offered[flow];
    if (arriving === undefined) return;
    for (const visit of nodes) {
      const rps = arriving[visit] as number;
      const of = operationAt(graph, flow, visit) === 'read' ? reads : writes;
      of[visit] = (of[visit] as number) + rps;
    }
  });
  const [readsRps, writesRps] = [addedByNode(graph, reads), addedByNode(graph, writes)];
  return graph.design.nodes.map((_, node) => ({
    readsRps: readsRps[node] as number,
    writesRps: writesRps[node] as number,
    bytesPerSecond: bytesAt(node),
  }));
}
