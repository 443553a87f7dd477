import { maxLoad, minLoad } from '../store/view';

/**
 * Where a load is on the slider, 0 to 1: logarithmic on either side of ×1, which is the middle, so that ×0.25…×1 and
 * ×1…×20 have a half each.
 */
export function positionOfLoad(load: number): number {
  const clamped = Math.min(maxLoad, Math.max(minLoad, load));
  return clamped <= 1
    ? 0.5 * (1 - Math.log(clamped) / Math.log(minLoad))
    : 0.5 + (0.5 * Math.log(clamped)) / Math.log(maxLoad);
}

/** The load at a place of the slider, to three digits; near the middle it is ×1 exactly. */
export function loadAtPosition(position: number): number {
  const clamped = Math.min(1, Math.max(0, position));
  if (Math.abs(clamped - 0.5) < 0.004) return 1;
  const load = clamped < 0.5 ? minLoad ** (1 - 2 * clamped) : maxLoad ** (2 * clamped - 1);
  return Number(load.toPrecision(3));
}
