import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { type DesignGraph, graphOf, outgoingOf, waitsFor } from '../facts/graph';
import { callsTo } from '../facts/operations';
import type { QuickFix, RuleContext } from '../rule';
import { flowsReadBy, hasNamedStep, type Reader } from './readers';

/** A cache that all readers look up already, for all that they read, without the store's having to wait for its misses. */
export function cacheAsked(context: RuleContext, readers: readonly Reader[]): ResolvedNode | null {
  const graph = graphOf(context.design);
  const [first, ...others] = readers.map((reader) => cachesAskedBy(context, graph, reader));
  const shared = first?.find((cache) => others.every((caches) => caches.includes(cache)));
  return shared ?? null;
}

function cachesAskedBy(context: RuleContext, graph: DesignGraph, reader: Reader): readonly ResolvedNode[] {
  const flows = flowsReadBy(context, reader);
  return outgoingOf(graph, reader.id).flatMap((edge) => {
    const cache = graph.nodes.get(edge.to);
    // Steps that a person named may put the look-up after the store.
    if (cache?.behaviour !== 'aside-cache' || !waitsFor(graph, edge) || hasNamedStep(edge)) return [];
    const isReadBy = (flow: ResolvedFlow): boolean =>
      callsTo(context.design, flow, edge, 'read') && !callsTo(context.design, flow, edge, 'write');
    return flows.every(isReadBy) ? [cache] : [];
  });
}

/** Makes the store wait for the misses of a cache that its readers look up already. */
export function behindCache(
  cache: ResolvedNode,
  readers: readonly Reader[],
  left: QuickFix['values'],
): QuickFix | null {
  const edges = readers.flatMap((reader) => reader.edges);
  if (edges.some(hasNamedStep)) return null;
  return {
    id: 'use-cache',
    title: 'Call only on a miss of {cache}',
    values: { ...left, cache: { part: cache.id } },
    changes: edges.map((edge): Change => ({ op: 'patch-edge', id: edge.id, patch: { onMissOf: cache.id } })),
  };
}
