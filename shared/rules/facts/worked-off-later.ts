import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { RuleContext } from '../rule';
import { figuresOf } from './graph';
import { type Part, partsOf, walkFrom } from './parts';

/** Keeps an average that is the limit from passing it by a rounding error. */
const tolerance = 1e-9;

const known = new WeakMap<ResolvedDesign, Uint8Array>();

/** Whether messages stay in it until they are worked off. */
const holds = ({ node }: Part): boolean =>
  node.behaviour === 'buffer' && node.config.other.delivery !== 'at-most-once';

/** 1 at the places of the nodes that a flow reaches without waiting in a buffer on the way, the buffers themselves included. */
function reachedAtOnce(design: ResolvedDesign): Uint8Array {
  const found = known.get(design);
  if (found !== undefined) return found;
  const parts = partsOf(design);
  const all = new Uint8Array(parts.all.length);
  for (const [position, flow] of design.flows.entries()) {
    const entry = parts.byId.get(flow.entry);
    if (flow.rateRps === 0 || entry === undefined) continue;
    const reached = walkFrom(parts, [entry], ({ carries, from }) => carries[position] === 1 && !holds(from));
    for (const { at } of reached) all[at] = 1;
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
  const part = partsOf(design).byId.get(node.id);
  return part === undefined || reachedAtOnce(design)[part.at] === 1 ? null : bufferBefore(part);
}

function bufferBefore(part: Part): string | null {
  const callers = new Set([part]);
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const caller of callers) {
    if (caller !== part && holds(caller)) return caller.node.id;
    for (const { from, isLive } of caller.callers) if (isLive) callers.add(from);
  }
  return null;
}
