import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { RuleContext } from '../rule';
import { figuresOf, graphOf, incomingOf, isLive, outgoingOf } from './graph';

/** Keeps an average that is the limit from passing it by a rounding error. */
const tolerance = 1e-9;

const known = new WeakMap<ResolvedDesign, ReadonlySet<string>>();

/** Whether messages stay in it until they are worked off. */
const holds = (node: ResolvedNode | undefined): boolean =>
  node?.behaviour === 'buffer' && node.config.other.delivery !== 'at-most-once';

/** The nodes that a flow reaches without waiting in a buffer on the way, the buffers themselves included. */
function reachedAtOnce(design: ResolvedDesign): ReadonlySet<string> {
  const found = known.get(design);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const all = new Set<string>();
  for (const flow of design.flows) {
    if (flow.rateRps === 0) continue;
    const reached = new Set([flow.entry]);
    // It grows during the walk, so it is its own queue.
    for (const id of reached) {
      all.add(id);
      if (holds(graph.nodes.get(id))) continue;
      for (const edge of outgoingOf(graph, id)) {
        if (isLive(edge) && edge.flows.includes(flow.id)) reached.add(edge.to);
      }
    }
  }
  known.set(design, all);
  return all;
}

/**
 * Id of the buffer in which a node's work waits, where all of it comes out of buffers and the average rate (peak ÷ peak factor) is
 * less than `limit`, a share of what the node carries: what the peak brings too much is worked off after it. Null otherwise.
 */
export function workedOffLater(
  { design, analysis }: RuleContext,
  node: ResolvedNode,
  limit = 1,
): string | null {
  const { offeredRps = null, capacityRps = null } = figuresOf(analysis).get(node.id) ?? {};
  if (offeredRps === null || capacityRps === null || offeredRps === 0) return null;
  const averageRps = offeredRps / (design.workload.peakFactor ?? 1);
  if (averageRps >= capacityRps * limit * (1 - tolerance)) return null;
  return reachedAtOnce(design).has(node.id) ? null : bufferBefore(design, node);
}

function bufferBefore(design: ResolvedDesign, node: ResolvedNode): string | null {
  const graph = graphOf(design);
  const callers = new Set([node.id]);
  for (const id of callers) {
    if (id !== node.id && holds(graph.nodes.get(id))) return id;
    for (const edge of incomingOf(graph, id)) if (isLive(edge)) callers.add(edge.from);
  }
  return null;
}
