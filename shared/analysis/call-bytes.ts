import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import type { Behaviour } from '../model/vocabulary';

/** What one call carries to its callee and back. */
export interface CallBytes {
  readonly request: number;
  readonly response: number;
}

/** Of these a station asks for an item, not for the whole answer of the flow. */
const keepsItems: ReadonlySet<Behaviour> = new Set([
  'inline-cache',
  'aside-cache',
  'store',
  'buffer',
  'observer',
]);

/** Size of the item that a call is answered with; null where it is answered as its flow is. */
export const itemBytesOf = (from: ResolvedNode, to: ResolvedNode): number | null =>
  from.behaviour === 'station' && keepsItems.has(to.behaviour) ? (to.config.other.itemBytes ?? null) : null;

/** Bytes of one call of a flow: the edge's own; else the request of the flow, and the item that a station asks for or the flow's response. */
export const callBytes = (
  edge: Pick<ResolvedEdge, 'requestBytes' | 'responseBytes'>,
  from: ResolvedNode,
  to: ResolvedNode,
  flow: ResolvedFlow,
): CallBytes => ({
  request: edge.requestBytes ?? flow.requestBytes,
  response: edge.responseBytes ?? itemBytesOf(from, to) ?? flow.responseBytes,
});
