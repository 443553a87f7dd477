import { logGamma } from './log-gamma';

/** ln n! less Stirling's ½ ln 2πn + n ln n − n, for n > 0. */
export function stirlingError(n: number): number {
  if (n < 16) return logGamma(n + 1) - 0.5 * Math.log(2 * Math.PI * n) - n * Math.log(n) + n;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
}

/**
 * x ln(x ÷ mean) + mean − x for x > 0 and a mean > 0, without cancellation where both are close.
 * C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 */
export function deviance(x: number, mean: number): number {
  const apart = x - mean;
  if (Math.abs(apart) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = apart / (x + mean);
  let sum = apart * v;
  let power = 2 * x * v;
  // v² < 0.01: each turn adds two digits and more, so that a dozen are enough.
  for (let j = 1; j < 100; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
