import { count, countedTurns } from './work';

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

/**
 * Panels that one integral, or all the integrals of one mean, may divide into before the worst alone are divided further, and
 * the turns that they may take: a function may cost thousands at each place. Means of common designs take some ten thousand.
 */
const mostPanels = 4_000;
const mostTurns = 4_000_000;
/** Panels of an integral that is not reached in so many: a function with noise above the tolerance has them without bound. */
const fewPanels = 60;

/**
 * How many panels are left, the turns that may have been counted when they are, and those after which nothing is divided any
 * more, not even the worst: a mean of a tail as long as a million service times has hundreds of such integrals.
 */
interface Budget {
  panels: number;
  readonly turns: number;
  readonly lastTurns: number;
}

const fullBudget = (): Budget => {
  const turns = countedTurns() + mostTurns;
  return { panels: mostPanels, turns, lastTurns: turns + 2 * mostTurns };
};

/** ∫ f over [from, to] by adaptive Gauss–Kronrod (7, 15) to an absolute `tolerance`; near it where f is too rough for that. */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
  budget: Budget = fullBudget(),
): number {
  return divided(f, from, to, tolerance, 30, budget) ?? dividedAtWorst(f, from, to, tolerance, budget);
}

/** Each panel divided until it is within its part of the tolerance; null where the budget does not suffice. */
function divided(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
  depth: number,
  budget: Budget,
): number | null {
  if (budget.panels <= 0 || countedTurns() > budget.turns) return null;
  budget.panels -= 1;
  count(15);
  const whole = panel(f, from, to);
  if (!(whole.error > Math.max(tolerance, leastError)) || depth === 0) return whole.value;
  const middle = (from + to) / 2;
  const left = divided(f, from, middle, tolerance / 2, depth - 1, budget);
  if (left === null) return null;
  const right = divided(f, middle, to, tolerance / 2, depth - 1, budget);
  return right === null ? null : left + right;
}

/** The panel of the largest error divided, again and again, `fewPanels` times at the most, and no more once the budget's last turns are taken. */
function dividedAtWorst(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
  budget: Budget,
): number {
  count(15);
  const panels = [{ from, to, ...panel(f, from, to) }];
  for (let i = 1; i < fewPanels && countedTurns() <= budget.lastTurns; i += 2) {
    const worst = panels.reduce((most, one) => (one.error > most.error ? one : most));
    if (!(panels.reduce((sum, { error }) => sum + error, 0) > tolerance)) break;
    const middle = (worst.from + worst.to) / 2;
    count(30);
    panels.splice(
      panels.indexOf(worst),
      1,
      { from: worst.from, to: middle, ...panel(f, worst.from, middle) },
      { from: middle, to: worst.to, ...panel(f, middle, worst.to) },
    );
  }
  return panels.reduce((sum, { value }) => sum + value, 0);
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
  const budget = fullBudget();
  let sum = 0;
  for (let i = 1; i < edges.length; i++)
    sum += integrate(above, edges[i - 1] as number, edges[i] as number, tolerance, budget);
  let from = edges[edges.length - 1] as number;
  for (let width = scaleMs, panels = 0; panels < 200; panels++) {
    sum += integrate(above, from, from + width, tolerance, budget);
    from += width;
    if (above(from) * from < 1e-12 * sum) break;
    width *= 1.5;
  }
  return sum;
}
