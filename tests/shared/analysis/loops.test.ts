import { describe, expect, test } from 'vitest';
import { noTimes, settleLoop } from '../../../shared/analysis/loop-times';
import { emptySpectrum } from '../../../shared/math/lattice';
import { analysisOf } from '../../support/figures';

/** One station that a request comes back to with probability `gain`, at next to no load; round trips of no time. */
const returning = (gain: number, back: 'itself' | 'over another') =>
  analysisOf({
    nodes: {
      u: { behaviour: 'source' },
      x: { serviceMs: 10 },
      y: { serviceMs: 0 },
    },
    edges: {
      'u -> x': { rttMs: 0 },
      ...(back === 'itself'
        ? { 'x -> x': { calls: gain, rttMs: 0 } }
        : { 'x -> y': { calls: gain, rttMs: 0 }, 'y -> x': { rttMs: 0 } }),
    },
    flows: { f: { entry: 'u', rateRps: 1e-9 } },
  }).flows[0];

/** Share by which a percentile is off −ln(1 − p) × mean, that of an exponential. */
const off = (value: number | null | undefined, meanMs: number, p: number): number =>
  Math.abs((value ?? Number.NaN) / (-meanMs * Math.log(1 - p)) - 1);

describe('the times of a loop', () => {
  // A geometric number, of mean 1 ÷ (1 − gain), of exponentials of 10 ms is an exponential of 10 ÷ (1 − gain) ms.
  test.each([
    { gain: 0.5, back: 'itself' },
    { gain: 0.9, back: 'over another' },
    { gain: 0.99, back: 'itself' },
    { gain: 0.999, back: 'over another' },
    { gain: 0.9999, back: 'itself' },
  ] as const)('of gain $gain, back to $back, are those of all of its turns', ({ gain, back }) => {
    const flow = returning(gain, back);
    const meanMs = 10 / (1 - gain);
    expect(off(flow?.p50Ms, meanMs, 0.5)).toBeLessThan(0.01);
    expect(off(flow?.p95Ms, meanMs, 0.95)).toBeLessThan(0.01);
    expect(off(flow?.p99Ms, meanMs, 0.99)).toBeLessThan(0.01);
    expect(off(flow?.p999Ms, meanMs, 0.999)).toBeLessThan(0.02);
  });

  test('are given up on where they never settle, and said to be', () => {
    const known = noTimes();
    let turns = 0;
    const visit = () => {
      turns += 1;
      const spectrum = emptySpectrum();
      // Now the one, now the other
      spectrum.re.fill(turns % 2 === 0 ? 0.5 : -0.5);
      return { shiftMs: 0, spectrum, lostMs2: 0 };
    };
    settleLoop(known, [7], 1, visit);
    expect(turns).toBeGreaterThan(200);
    expect(turns).toBeLessThan(2_010);
    expect([...known.unsettled]).toEqual([7]);
    expect(known.visits.get(7)?.spectrum?.re).toHaveLength(257);
  });

  test('of two calls that may both come back end, and are longer than those of one', () => {
    // Each visit comes back 0.45 + 0.45 times in the mean, and both calls of one visit may: 10 ÷ (1 − 0.9) = 100 ms
    const { flows } = analysisOf({
      nodes: { u: { behaviour: 'source' }, x: { serviceMs: 10 }, y: { serviceMs: 0 }, z: { serviceMs: 0 } },
      edges: {
        'u -> x': { rttMs: 0 },
        'x -> y': { calls: 0.45, rttMs: 0 },
        'x -> z': { calls: 0.45, rttMs: 0 },
        'y -> x': { rttMs: 0 },
        'z -> x': { rttMs: 0 },
      },
      flows: { f: { entry: 'u', rateRps: 1e-9 } },
    });
    expect(flows[0]?.meanMs).toBeCloseTo(100, 5);
    // Requests that branch are fewer and longer: the tail is beyond that of one call of gain 0.9, −ln(0.01) × 100 ms.
    expect(flows[0]?.p99Ms ?? 0).toBeGreaterThan(100 * Math.log(100));
    expect(flows[0]?.p50Ms ?? 0).toBeLessThan(100 * Math.log(2));
  });
});
