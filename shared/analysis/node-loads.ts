import type { Graph } from './graph';
import type { NodeLoad } from './station';
import type { FlowTraffic } from './traffic';

/** Sums what arrives at one node over the flows. */
export function nodeLoad(graph: Graph, offered: readonly Float64Array[], node: number): NodeLoad {
  let readsRps = 0;
  let writesRps = 0;
  let bytesPerSecond = 0;
  for (let flow = 0; flow < offered.length; flow++) {
    const rps = offered[flow]?.[node] as number;
    if (rps === 0) continue;
    const subject = graph.flows[flow];
    if (subject === undefined) continue;
    if (subject.kind === 'read') readsRps += rps;
    else writesRps += rps;
    bytesPerSecond += rps * (subject.requestBytes + subject.responseBytes);
  }
  return { readsRps, writesRps, bytesPerSecond };
}

/** The same for all nodes. */
export function nodeLoads(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  offered: readonly Float64Array[],
): readonly NodeLoad[] {
  const count = graph.nodes.length;
  const reads = new Float64Array(count);
  const writes = new Float64Array(count);
  const bytes = new Float64Array(count);
  traffics.forEach(({ nodes }, flow) => {
    const subject = graph.flows[flow];
    const arriving = offered[flow];
    if (subject === undefined || arriving === undefined) return;
    const ofKind = subject.kind === 'read' ? reads : writes;
    const size = subject.requestBytes + subject.responseBytes;
    for (const node of nodes) {
      const rps = arriving[node] as number;
      ofKind[node] = (ofKind[node] as number) + rps;
      bytes[node] = (bytes[node] as number) + rps * size;
    }
  });
  return graph.nodes.map((_, node) => ({
    readsRps: reads[node] as number,
    writesRps: writes[node] as number,
    bytesPerSecond: bytes[node] as number,
  }));
}
