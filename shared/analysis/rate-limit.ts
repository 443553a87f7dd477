import type { ResolvedNode } from '../catalog/resolved';
import { type NodeLoad, type Spread, utilizationOf } from './station';

/** Requests a second that a node takes, whatever it could: the smaller of its own limit and its provider's; null without one. */
export function limitRpsOf({ config, behaviour }: ResolvedNode): number | null {
  const { rateLimitRps, quotaRps } = config;
  if (behaviour === 'source' || behaviour === 'pass-through') return null;
  if (rateLimitRps === null) return quotaRps;
  return quotaRps === null ? rateLimitRps : Math.min(rateLimitRps, quotaRps);
}

/** Whether a node takes at most so much, and the rest waits for it in the buffers that alone call it. */
export const isPaced = (spread: Spread | undefined): boolean => spread?.paced === true;

/** Share of what arrives that is over a limit which refuses. */
export const overLimit = (limitRps: number, offeredRps: number): number =>
  offeredRps > limitRps ? 1 - limitRps / offeredRps : 0;

/** What a station sees behind a limit that refuses a share of all its arrivals alike. Connections are held all the same. */
export const accepted = (load: NodeLoad, refused: number): NodeLoad =>
  refused === 0
    ? load
    : {
        ...load,
        readsRps: load.readsRps * (1 - refused),
        writesRps: load.writesRps * (1 - refused),
        bytesPerSecond: load.bytesPerSecond * (1 - refused),
      };

/** Offered load over a limit; what is offered to a limit of nothing is over it without bound. */
export const limitUse = (limitRps: number, offeredRps: number): number =>
  offeredRps <= 0 ? 0 : utilizationOf(offeredRps, limitRps);

/** The wait of one that is let through at a constant pace: M/D/1 in its mean, exponential with probability ρ. */
export function pacingWait(
  limitRps: number,
  offeredRps: number,
): { readonly probability: number; readonly meanMs: number } {
  const use = limitUse(limitRps, offeredRps);
  return { probability: use, meanMs: use > 0 ? 1000 / (2 * limitRps * (1 - use)) : 0 };
}
