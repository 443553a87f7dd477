import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';
import { nodeOf } from './calls';
import { configOf, settingsOf } from './settings';

export interface CallBytes {
  readonly request: number;
  readonly response: number;
}

const keepsItems: ReadonlySet<string> = new Set([
  'inline-cache',
  'aside-cache',
  'store',
  'buffer',
  'observer',
]);

/** What one call along an edge carries: its own, an item of what a station asks, else what its flow says. */
export function bytesOf(design: ResolvedDesign, edge: ResolvedEdge, flow: ResolvedFlow): CallBytes {
  const [from, to] = [nodeOf(design, edge.from), nodeOf(design, edge.to)];
  const asksForItem = from.behaviour === 'station' && keepsItems.has(to.behaviour);
  const item = asksForItem ? settingsOf(to).itemBytes : null;
  return {
    request: edge.requestBytes ?? flow.requestBytes,
    response: edge.responseBytes ?? item ?? flow.responseBytes,
  };
}

export const sumOfBytes = ({ request, response }: CallBytes): number => request + response;

/** Copies of what is written to a store, or of what a buffer keeps: one where it does not say. */
export function copiesOf(node: ResolvedNode): number {
  if (node.behaviour === 'store') return node.config.replicasPerShard;
  return node.behaviour === 'buffer' ? (configOf(node).copies ?? 1) : 1;
}
