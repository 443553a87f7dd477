import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { daySeconds, yearSeconds } from '../math/calendar';
import type { FlowKind } from '../model/vocabulary';
import type { Estimates, FlowFigures, NodeFigures } from './analysis';
import type { Loaded } from './load-design';
import type { LoadModel } from './load-model';
import { retentionOf } from './storage';
import { averageRps, usageOf } from './usage';

/** What the estimates of a design follow from beside its loads. */
export interface EstimateInputs {
  readonly load: number;
  readonly flows: readonly Pick<FlowFigures, 'rateRps' | 'meanMs'>[];
  readonly nodes: readonly Pick<NodeFigures, 'storageBytes' | 'servers'>[];
}

/** Rates of the flows that read, or that write, at peak or on average over the day. */
export const ratesOfKind = (
  { graph, ratesRps }: LoadModel,
  kind: FlowKind,
): readonly { readonly flow: ResolvedFlow; readonly peakRps: number; readonly averageRps: number }[] =>
  graph.flows.flatMap((flow, i) => {
    const peakRps = ratesRps[i] ?? 0;
    return flow.kind === kind ? [{ flow, peakRps, averageRps: averageRps(graph.design, flow, peakRps) }] : [];
  });

/** What a flow sends in, or gets back, in calls per request and bytes of a call. */
export interface Exchange {
  readonly flow: ResolvedFlow;
  readonly peakRps: number;
  readonly averageRps: number;
  readonly calls: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

/** What goes between the clients and the design: calls of the sources, and requests of flows that start at a component. */
export function exchangesOf({ graph, traffics, ratesRps }: LoadModel): readonly Exchange[] {
  return traffics.flatMap((traffic, i): readonly Exchange[] => {
    const flow = graph.flows[i];
    if (flow === undefined) return [];
    const peakRps = ratesRps[i] ?? 0;
    const rates = { flow, peakRps, averageRps: averageRps(graph.design, flow, peakRps) };
    if (graph.nodes[traffic.entry]?.behaviour !== 'source')
      return [{ ...rates, calls: 1, requestBytes: flow.requestBytes, responseBytes: flow.responseBytes }];
    return [...traffic.edges].flatMap((edge) => {
      const calls = traffic.pattern.multipliers.calls[edge] ?? 0;
      const of = graph.edges[edge];
      if (graph.from[edge] !== traffic.entry || of === undefined || calls === 0) return [];
      return [{ ...rates, calls, ...clientBytes(of, flow) }];
    });
  });
}

const clientBytes = (edge: ResolvedEdge, flow: ResolvedFlow) => ({
  requestBytes: edge.requestBytes ?? flow.requestBytes,
  responseBytes: edge.responseBytes ?? flow.responseBytes,
});

/** A store that is written to: bytes a second of one copy without overhead, and for how long they are kept. */
export interface WrittenStore {
  readonly at: number;
  readonly node: ResolvedNode;
  readonly bytesPerSecond: number;
  readonly retentionSeconds: number | null;
}

export function writtenStores(model: LoadModel): readonly WrittenStore[] {
  const { design, nodes } = model.graph;
  const { storedBytes } = usageOf(model);
  return nodes.flatMap((node, at) => {
    const bytesPerSecond = storedBytes[at] ?? 0;
    if (node.behaviour !== 'store' || bytesPerSecond === 0) return [];
    return [{ at, node, bytesPerSecond, retentionSeconds: retentionOf(design, node) }];
  });
}

/** Caches with the servers and the memory of each that the catalog or the design gives them. */
export const cachesOf = (nodes: readonly ResolvedNode[]) =>
  nodes
    .filter(({ behaviour }) => behaviour === 'inline-cache' || behaviour === 'aside-cache')
    .map(({ id, config }) => ({ id, servers: config.replicas, memoryBytes: config.other.memoryBytes ?? 0 }));

/** The figures that a capacity plan begins with, under the load; null where one does not exist. */
export function estimatesOf({ graph, model }: Loaded, { load, flows, nodes }: EstimateInputs): Estimates {
  const rate = (kind: FlowKind, at: 'peakRps' | 'averageRps') =>
    sumOf(ratesOfKind(model, kind).map((of) => of[at]));
  const exchanges = exchangesOf(model);
  const exchanged = (size: 'requestBytes' | 'responseBytes', at: 'peakRps' | 'averageRps') =>
    sumOf(exchanges.map((of) => of[at] * of.calls * of[size]));
  const stores = writtenStores(model);
  const written = sumOf(stores.map(({ bytesPerSecond }) => bytesPerSecond));
  const averageReadRps = rate('read', 'averageRps');
  const averageWriteRps = rate('write', 'averageRps');
  return {
    averageReadRps,
    averageWriteRps,
    peakReadRps: rate('read', 'peakRps'),
    peakWriteRps: rate('write', 'peakRps'),
    readsPerWrite: averageWriteRps === 0 ? null : averageReadRps / averageWriteRps,
    bytesInPerSecond: exchanged('requestBytes', 'peakRps'),
    bytesOutPerSecond: exchanged('responseBytes', 'peakRps'),
    bytesInPerDay: exchanged('requestBytes', 'averageRps') * daySeconds,
    bytesOutPerDay: exchanged('responseBytes', 'averageRps') * daySeconds,
    storedBytesPerDay: written * daySeconds,
    storedBytesPerYear: written * yearSeconds,
    storedRawBytes: sumOfKnown(
      stores.map(({ bytesPerSecond, retentionSeconds }) =>
        retentionSeconds === null ? null : bytesPerSecond * retentionSeconds,
      ),
    ),
    storedBytes: sumOfKnown(stores.map(({ at }) => nodes[at]?.storageBytes ?? null)),
    cacheMemoryBytes: sumOf(
      cachesOf(graph.design.nodes).map(({ servers, memoryBytes }) => servers * memoryBytes),
    ),
    connections: sumOf(graph.flows.map(({ connections }) => connections * load)),
    inProgress: sumOfKnown(
      flows.map(({ rateRps, meanMs }) => (meanMs === null ? null : (rateRps * meanMs) / 1000)),
    ),
    servers: sumOf(nodes.map(({ servers }) => servers ?? 0)),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** null where one of them is not known. */
const sumOfKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
