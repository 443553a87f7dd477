import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { placesOf } from '../facts/consumers';
import { graphOf, incomingOf, isLive } from '../facts/graph';

/** Partitions enough for so many servers of a consumer, at every split buffer that it reads; nothing where there are enough. */
export function partitionsFor(
  design: ResolvedDesign,
  consumer: ResolvedNode,
  servers: number,
): readonly Change[] {
  const graph = graphOf(design);
  const buffers = new Set<ResolvedNode>();
  for (const edge of incomingOf(graph, consumer.id)) {
    const from = graph.nodes.get(edge.from);
    if (from?.behaviour === 'buffer' && isLive(edge)) buffers.add(from);
  }
  return [...buffers].flatMap((buffer) => morePartitions(buffer, servers));
}

/** Partitions enough for so many servers at one buffer. */
export function morePartitions(buffer: ResolvedNode, servers: number): readonly Change[] {
  const places = placesOf(buffer);
  if (places === null || places >= servers) return [];
  const partitions = Math.ceil(servers / (buffer.config.other.consumersPerPartition ?? 1));
  return [{ op: 'patch-config', id: buffer.id, patch: { partitions } }];
}
