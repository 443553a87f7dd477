import { count } from './work';

const nodes = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.2077849550078985, 0,
];
const kronrod = [
  0.0229353220105292, 0.0630920926299786, 0.1047900103222502, 0.1406532597159259, 0.1690047266392679,
  0.1903505780647854, 0.2044329400752989, 0.2094821410847278,
];
const gauss = [0, 0.1294849661688697, 0, 0.2797053914892767, 0, 0.3818300505051189, 0, 0.4179591836734694];

function panel(f: (x: number) => number, from: number, to: number): { value: number; error: number } {
  const middle = (from + to) / 2;
  const radius = (to - from) / 2;
  let fine = 0;
  let coarse = 0;
  for (let i = 0; i < 8; i++) {
    const offset = radius * (nodes[i] as number);
    const sum = i === 7 ? f(middle) : f(middle - offset) + f(middle + offset);
    fine += (kronrod[i] as number) * sum;
    coarse += (gauss[i] as number) * sum;
  }
  return { value: fine * radius, error: Math.abs(fine - coarse) * radius };
}

/** The 15 places of Kronrod's rule on [from, to], with what each counts: Σ share × f(x) is the integral. */
export function eachPoint(from: number, to: number, at: (x: number, share: number) => void): void {
  const middle = (from + to) / 2;
  const radius = (to - from) / 2;
  for (let i = 0; i < 8; i++) {
    const offset = radius * (nodes[i] as number);
    const share = radius * (kronrod[i] as number);
    at(middle - offset, share);
    if (i < 7) at(middle + offset, share);
  }
}

/** Near the least that a number can hold, a part of it is as much as all: no division makes it less. */
const leastError = 1e-300;

/** ∫ f over [from, to] by adaptive Gauss–Kronrod (7, 15) to an absolute `tolerance`. */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
  depth = 30,
): number {
  count(15);
  const whole = panel(f, from, to);
  if (!(whole.error > Math.max(tolerance, leastError)) || depth === 0) return whole.value;
  const middle = (from + to) / 2;
  return (
    integrate(f, from, middle, tolerance / 2, depth - 1) + integrate(f, middle, to, tolerance / 2, depth - 1)
  );
}

/**
 * The mean of a non-negative variable from its tail: ∫ P(X > t) dt, panel by panel between the `breaks` at which the
 * tail jumps or bends, then over doubling panels until nothing is left. `scaleMs` is the size of the first of these.
 */
export function meanOfTail(
  above: (tMs: number) => number,
  breaks: readonly number[],
  scaleMs: number,
): number {
  const tolerance = 1e-10 * scaleMs;
  const edges = [0, ...[...breaks].filter((b) => b > 0).sort((a, b) => a - b)];
  let sum = 0;
  for (let i = 1; i < edges.length; i++)
    sum += integrate(above, edges[i - 1] as number, edges[i] as number, tolerance);
  let from = edges[edges.length - 1] as number;
  for (let width = scaleMs, panels = 0; panels < 200; panels++) {
    sum += integrate(above, from, from + width, tolerance);
    from += width;
    if (above(from) * from < 1e-12 * sum) break;
    width *= 1.5;
  }
  return sum;
}
