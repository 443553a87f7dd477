import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import { graphOf, incomingOf, isLive, isModelled, outgoingOf } from './graph';

/** One who takes messages from a buffer. */
export interface Consumer {
  readonly node: ResolvedNode;
  readonly edge: ResolvedEdge;
}

const known = new WeakMap<ResolvedDesign, Map<string, readonly Consumer[]>>();

/**
 * The stations and stores that take messages from a buffer; neither plain boxes nor observers nor a buffer behind it.
 * Looked up once a design, since most rules of buffers ask.
 */
export function consumersOf(design: ResolvedDesign, buffer: ResolvedNode): readonly Consumer[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Consumer[]>();
  known.set(design, ofDesign);
  const found = ofDesign.get(buffer.id);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const consumers: Consumer[] = [];
  for (const edge of outgoingOf(graph, buffer.id)) {
    const node = graph.nodes.get(edge.to);
    if (node === undefined || !isLive(edge) || !isModelled(node) || node.behaviour === 'buffer') continue;
    consumers.push({ node, edge });
  }
  ofDesign.set(buffer.id, consumers);
  return consumers;
}

/** Servers that can read a buffer side by side: partitions × consumers of one; null where it is not split. */
export function placesOf({ config }: ResolvedNode): number | null {
  const { partitions, consumersPerPartition = 1 } = config.other;
  return partitions === undefined ? null : partitions * consumersPerPartition;
}

/** Servers of a consumer that have a place at every split buffer that it reads; the others idle. */
export function workingServers(design: ResolvedDesign, consumer: string, servers: number): number {
  const graph = graphOf(design);
  let working = servers;
  for (const edge of incomingOf(graph, consumer)) {
    const buffer = graph.nodes.get(edge.from);
    if (buffer?.behaviour !== 'buffer' || !isLive(edge)) continue;
    working = Math.min(working, placesOf(buffer) ?? working);
  }
  return working;
}
