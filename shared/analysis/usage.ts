import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../catalog/resolved';
import { monthSeconds } from '../math/calendar';
import type { FlowKind } from '../model/vocabulary';
import { crossingsOf } from './crossings';
import type { LoadModel } from './load-model';
import { bytesAlong } from './network-load';
import { addedByNode, endsByNode, nodeAt, operationAt } from './visit-positions';

export const bytesPerGb = 1e9;

/** Average requests a second over the day of a flow that has `rateRps` at peak: by its own peak factor, else the workload's. */
export const averageRps = (
  design: ResolvedDesign,
  { peakFactor }: Pick<ResolvedFlow, 'peakFactor'>,
  rateRps: number,
): number => rateRps / (peakFactor ?? design.workload.peakFactor ?? 1);

/** Bytes that one call adds to what its callee keeps: the edge's own, else the flow's where the call writes. */
export const storedByCall = (
  { storedBytes }: Pick<ResolvedEdge, 'storedBytes'>,
  flow: ResolvedFlow,
  operation: FlowKind,
): number => storedBytes ?? (operation === 'write' ? flow.storedBytes : 0);

/**
 * What a design is charged for by use, each node at its position: a second, at the average rate, without losses and
 * retries.
 */
export interface Usage {
  /** Visits of reads and of writes. */
  readonly reads: Float64Array;
  readonly writes: Float64Array;
  /** Bytes of one copy, without overhead, that are added to what it keeps. */
  readonly storedBytes: Float64Array;
  /** Bytes of answers that it sends to sources. */
  readonly sentBytes: Float64Array;
  /** Bytes both ways of its own calls that cross zones, and regions. */
  readonly crossZoneBytes: Float64Array;
  readonly crossRegionBytes: Float64Array;
  /** Visits of each flow (outer) at each node (inner). */
  readonly visits: readonly Float64Array[];
  /** Requests of each flow. */
  readonly requests: readonly number[];
}

const known = new WeakMap<LoadModel, Usage>();

/** It follows from visits and rates alone. */
export function usageOf(model: LoadModel): Usage {
  const found = known.get(model) ?? countUsage(model);
  known.set(model, found);
  return found;
}

function countUsage({ graph, traffics, ratesRps }: LoadModel): Usage {
  const { design, nodes, edges } = graph;
  const { from, to } = endsByNode(graph);
  const zeros = () => new Float64Array(graph.nodeCount);
  const crossings = crossingsOf(graph);
  const [reads, writes, storedBytes, sentBytes] = [zeros(), zeros(), zeros(), zeros()];
  const [crossZoneBytes, crossRegionBytes] = [zeros(), zeros()];
  const requests: number[] = [];
  const visits = traffics.map((traffic, i) => {
    const flow = graph.flows[i] as ResolvedFlow;
    const rps = averageRps(design, flow, ratesRps[i] ?? 0);
    requests.push(rps);
    const made = new Float64Array(nodes.length);
    for (const visit of traffic.nodes) {
      const node = nodeAt(graph, visit);
      const count = rps * (traffic.visits[visit] as number);
      made[visit] = count;
      const byOperation = operationAt(graph, i, visit) === 'read' ? reads : writes;
      byOperation[node] = (byOperation[node] as number) + count;
    }
    if (traffic.entry >= 0 && flow.kind === 'write')
      storedBytes[traffic.entry] = (storedBytes[traffic.entry] as number) + rps * flow.storedBytes;
    const { calls } = traffic.pattern.multipliers;
    for (const edge of traffic.edges) {
      const caller = from[edge] as number;
      const callee = to[edge] as number;
      const called = (made[graph.from[edge] as number] as number) * (calls[edge] as number);
      const operation = operationAt(graph, i, graph.to[edge] as number);
      const zones = crossings.zones[edge] as number;
      const regions = crossings.regions[edge] as number;
      const kept = storedByCall(edges[edge] as ResolvedEdge, flow, operation);
      if (kept > 0) storedBytes[callee] = (storedBytes[callee] as number) + called * kept;
      const isSource = nodes[caller]?.behaviour === 'source';
      if (!isSource && zones === 0 && regions === 0) continue;
      const { request, response } = bytesAlong(graph, edge, i);
      if (isSource) sentBytes[callee] = (sentBytes[callee] as number) + called * response;
      const bothWays = request + response;
      if (zones > 0) crossZoneBytes[caller] = (crossZoneBytes[caller] as number) + called * bothWays * zones;
      if (regions > 0)
        crossRegionBytes[caller] = (crossRegionBytes[caller] as number) + called * bothWays * regions;
    }
    return addedByNode(graph, made);
  });
  return { reads, writes, storedBytes, sentBytes, crossZoneBytes, crossRegionBytes, visits, requests };
}

export const gbAMonth = (bytesPerSecond: number): number => (bytesPerSecond * monthSeconds) / bytesPerGb;
export const millionsAMonth = (perSecond: number): number => (perSecond * monthSeconds) / 1e6;
