import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { RuleContext } from '../rule';
import { averageArrivals } from './average-arrivals';
import { figuresOf } from './graph';
import { type Call, type Part, partsOf } from './parts';
import { tolerance } from './tolerance';

/** Whether messages stay in it until they are worked off. */
export const holdsMessages = ({ behaviour, config }: ResolvedNode): boolean =>
  behaviour === 'buffer' && config.other.delivery !== 'at-most-once';

/**
 * Id of the buffer in which a node's work waits, where all of it comes out of buffers and the average rate (peak ÷ peak factor) is
 * less than `limit`, a share of the node’s capacity: what the peak brings too much is worked off after it. Null otherwise.
 */
export function workedOffLater(
  { design, analysis }: RuleContext,
  node: ResolvedNode,
  limit = 1,
): string | null {
  const figures = figuresOf(analysis).get(node.id);
  const capacityRps = figures?.capacityRps ?? null;
  if (figures === undefined || capacityRps === null || (figures.offeredRps ?? 0) === 0) return null;
  const averageRps = averageArrivals(design, figures);
  if (averageRps >= capacityRps * limit * (1 - tolerance)) return null;
  const part = partsOf(design).byId.get(node.id);
  return part === undefined ? null : bufferBefore(design, part);
}

/**
 * The buffer that keeps what a part does not come to, where all of it comes out of buffers that do: straight, or through callers that
 * wait, and so do not confirm their message before. What a caller only passes on has left the buffer.
 */
function bufferBefore(design: ResolvedDesign, part: Part): string | null {
  const callers = new Set([part]);
  let buffer: string | null = null;
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const caller of callers) {
    const calls = caller.callers.filter((call) => carriesTraffic(design, call));
    if (calls.length === 0) return null;
    for (const { from, waits } of calls) {
      if (holdsMessages(from.node)) buffer ??= from.node.id;
      else if (waits) callers.add(from);
      else return null;
    }
  }
  return buffer;
}

const carriesTraffic = ({ flows }: ResolvedDesign, { carries, isLive }: Call): boolean =>
  isLive && flows.some(({ rateRps }, position) => rateRps > 0 && carries[position] === 1);
