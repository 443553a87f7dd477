import type { ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import type { Adjacency } from '../math/components';
import { type CallBytes, callBytes } from './call-bytes';
import type { Graph } from './graph';
import type { FlowTraffic } from './traffic';
import { operationAt, visitsAt } from './visit-positions';

/** What passes the network of nodes, under some loads. */
interface NetworkTraffic {
  readonly graph: Graph;
  readonly traffics: readonly FlowTraffic[];
  /** The calls that lead to each position of visits. */
  readonly incoming: Adjacency;
  readonly offered: readonly Float64Array[];
  /** Requests of a flow a second that enter the design. */
  readonly enteringRps: (flow: number) => number;
  /** Calls of a flow a second, at their position. */
  readonly callsRps: (flow: number, call: number) => number;
}

/** Bytes of one call of a flow, at its position. */
export const bytesAlong = (graph: Graph, call: number, flow: number): CallBytes => {
  const of = graph.flows[flow];
  if (of === undefined) return { request: 0, response: 0 };
  const from = graph.nodes[graph.from[call] as number] as ResolvedNode;
  const to = graph.nodes[graph.to[call] as number] as ResolvedNode;
  return callBytes(graph.edges[call] as ResolvedEdge, from, to, of);
};

/** How often what is written to a node passes its network once more: for each further copy. */
function furtherCopies({ behaviour, config }: ResolvedNode): number {
  if (behaviour === 'store') return config.replicasPerShard - 1;
  return behaviour === 'buffer' ? (config.other.copies ?? 1) - 1 : 0;
}

/**
 * Bytes a second that pass the network of a node: requests and responses of what arrives, each write of a store and each message
 * of a buffer once more for every further copy, and what a buffer delivers, to each of its subscribers.
 */
function networkBytes(of: NetworkTraffic, node: number): number {
  return arrivingBytes(of, node) + deliveredBytes(of, node);
}

function arrivingBytes(of: NetworkTraffic, node: number): number {
  const { graph, traffics, incoming } = of;
  const target = graph.nodes[node] as ResolvedNode;
  const copies = furtherCopies(target);
  const carried = (flow: number, visit: number, { request, response }: CallBytes): number => {
    const isCopied = target.behaviour === 'buffer' || operationAt(graph, flow, visit) === 'write';
    return request + response + (isCopied ? copies * request : 0);
  };
  let bytes = 0;
  traffics.forEach(({ entry }, flow) => {
    const { requestBytes: request = 0, responseBytes: response = 0 } = graph.flows[flow] ?? {};
    if (entry === node) bytes += of.enteringRps(flow) * carried(flow, node, { request, response });
  });
  for (const visit of visitsAt(graph, node))
    for (let i = incoming.start[visit] as number; i < (incoming.start[visit + 1] as number); i++) {
      const call = incoming.edges[i] as number;
      for (let flow = 0; flow < traffics.length; flow++) {
        const rps = of.callsRps(flow, call);
        if (rps > 0) bytes += rps * carried(flow, visit, bytesAlong(graph, call, flow));
      }
    }
  return bytes;
}

function deliveredBytes({ graph, traffics, offered }: NetworkTraffic, node: number): number {
  if (graph.nodes[node]?.behaviour !== 'buffer') return 0;
  const { start, edges } = graph.outgoing;
  let bytes = 0;
  for (const visit of visitsAt(graph, node))
    for (let i = start[visit] as number; i < (start[visit + 1] as number); i++) {
      const call = edges[i] as number;
      traffics.forEach(({ pattern }, flow) => {
        const deliveries = (offered[flow]?.[visit] as number) * (pattern.multipliers.calls[call] as number);
        if (deliveries === 0) return;
        const { request, response } = bytesAlong(graph, call, flow);
        bytes += deliveries * (request + response);
      });
    }
  return bytes;
}

/** What the loads of a design are worked out from, as far as networks are concerned. */
interface NetworkModel extends Pick<NetworkTraffic, 'graph' | 'traffics'> {
  readonly ratesRps: readonly number[];
  readonly incoming: () => Adjacency;
}

/** Bytes a second through the network of each node that it limits, 0 of the others. */
export function networkBytesOf(
  { graph, traffics, ratesRps, incoming }: NetworkModel,
  factor: number,
  offered: readonly Float64Array[],
  callsRps: NetworkTraffic['callsRps'],
): (node: number) => number {
  const enteringRps = (flow: number) => (ratesRps[flow] ?? 0) * factor;
  return (node) =>
    graph.nodes[node]?.config.bandwidthMbps === null
      ? 0
      : networkBytes({ graph, traffics, incoming: incoming(), offered, enteringRps, callsRps }, node);
}

/** The same where nothing is lost and every call is made once. */
export const nominalBytesOf = (
  model: NetworkModel,
  factor: number,
  offered: readonly Float64Array[],
): ((node: number) => number) =>
  networkBytesOf(model, factor, offered, (flow, call) => {
    const calls = model.traffics[flow]?.pattern.multipliers.calls[call] as number;
    return (offered[flow]?.[model.graph.from[call] as number] as number) * calls;
  });
