import { expect, test } from 'vitest';
import { later, meanOfLaw, type OwnTime, slowest } from '../../../support/reference/law';
import { unboundedQueue } from '../../../support/reference/queue';

const constant = (workMs: number, delayMs: number): OwnTime => ({
  workMs,
  cv: 0,
  delayMs,
  delayCv: 0,
  slowShare: 0,
  slowMs: 0,
});

// The sums of these round to either side of where a cumulative distribution jumps.
test.each([
  { workMs: 5.528, delayMs: 5.036, rps: 300, lateMs: 0.7 },
  { workMs: 3.507, delayMs: 5.127, rps: 600, lateMs: 0.7 },
  { workMs: 6.786, delayMs: 3.692, rps: 200, lateMs: 0.7 },
  { workMs: 0.774, delayMs: 3.692, rps: 2000, lateMs: 0.3 },
])(
  'the slower of two constant times after a wait is their closed form: $workMs, $delayMs',
  ({ workMs, delayMs, rps, lateMs }) => {
    const queue = unboundedQueue(
      3,
      { readRps: rps, writeRps: 0 },
      { readMs: workMs, writeMs: workMs, cv: 0 },
      1,
    );
    const law = queue.law(constant(workMs, delayMs));
    const { waitProbability: p, waitMs } = queue;
    const rate = p / waitMs;
    // D + r + ∫ 1 − (1 − p e^(−θ(t + r)))(1 − p e^(−θt)) dt
    const mean =
      workMs +
      delayMs +
      lateMs +
      (p / rate) * (1 + Math.exp(-rate * lateMs)) -
      (p ** 2 * Math.exp(-rate * lateMs)) / (2 * rate);
    expect(Math.abs(meanOfLaw(slowest([law, later(law, lateMs)])) / mean - 1)).toBeLessThan(1e-7);
  },
);
