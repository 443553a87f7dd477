const lowest = 0.05;
const highest = 1.2;
/** Over saturation by more than the limit is uncertain, so that no latency is left that rounding alone keeps finite. */
const saturated = 1 + 1e-5;
/** How near to saturation the last load below it is: its waits are about 200 times those of an idle station. */
const nearest = 0.005;
/** Share of the loads that are at saturation or beyond it, where only what is served changes. */
const beyondShare = 0.15;

/**
 * The loads of a sweep, from 0.05 to 1.2 times saturation. A wait grows as 1 ÷ (1 − utilization): below saturation the distance to it
 * shrinks by the same factor from one load to the next, so that the curve has points where it bends. Evenly spaced around the
 * load ×1 where nothing saturates.
 */
export function sweepLoads(saturationLoad: number | null, count: number): readonly number[] {
  if (saturationLoad === null) return evenly(lowest, highest, count);
  const beyond = Math.max(2, Math.round(count * beyondShare));
  const below = Math.max(2, count - beyond);
  const shrink = (nearest / (1 - lowest)) ** (1 / (below - 1));
  const shares = Array.from({ length: below }, (_, i) => 1 - (1 - lowest) * shrink ** i);
  return [...shares, ...evenly(saturated, highest, beyond)].map((share) => share * saturationLoad);
}

const evenly = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** How many loads the curve of a flow is drawn of: enough for a chart, and the wait for it is a third shorter than of a sweep. */
export const curvePointCount = 24;

/** What the knee is looked for in: a point of the curve of one flow. */
export interface CurvePoint {
  readonly load: number;
  readonly rateRps: number;
  /** null where it is saturated. */
  readonly meanMs: number | null;
}

/**
 * The load at the knee of a throughput–latency curve: where throughput ÷ mean latency, the power, is highest. The peak is that of the
 * parabola through the highest point and its neighbours; null where the power still rises at the last point that has a latency.
 * Source: L. Kleinrock, "Power and deterministic rules of thumb for probabilistic problems in computer communications", ICC 1979.
 */
export function kneeLoad(points: readonly CurvePoint[]): number | null {
  const powers = points.flatMap(({ load, rateRps, meanMs }) =>
    meanMs === null || meanMs <= 0 ? [] : [{ load, power: rateRps / meanMs }],
  );
  const at = powers.reduce((best, { power }, i) => (power > (powers[best]?.power ?? 0) ? i : best), 0);
  const [before, peak, after] = [powers[at - 1], powers[at], powers[at + 1]];
  if (before === undefined || peak === undefined || after === undefined) return null;
  const [left, right] = [peak.load - before.load, after.load - peak.load];
  const [rise, fall] = [(peak.power - before.power) / left, (peak.power - after.power) / right];
  // Slopes in the middles of both gaps; the power has its peak where the slope is 0 between them.
  const share = rise + fall === 0 ? 0.5 : rise / (rise + fall);
  return peak.load - left / 2 + (share * (left + right)) / 2;
}
