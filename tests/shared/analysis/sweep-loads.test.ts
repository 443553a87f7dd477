import { describe, expect, test } from 'vitest';
import { kneeLoad, sweepLoads } from '../../../shared/analysis/sweep-loads';

describe('the loads of a sweep', () => {
  test.each([2, 5, 24, 40])('%i and more rise from 0.05 to 1.2 times saturation', (count) => {
    const loads = sweepLoads(2, Math.max(4, count));
    expect(loads).toHaveLength(Math.max(4, count));
    expect(loads[0]).toBeCloseTo(0.1, 12);
    expect(loads.at(-1)).toBeCloseTo(2.4, 12);
    expect(loads.every((load, i) => i === 0 || load > (loads[i - 1] ?? 0))).toBe(true);
  });

  test('come closer to saturation by the same factor each, down to 0.005 of it', () => {
    const below = sweepLoads(1, 24).filter((load) => load < 1);
    // 15 % of 24 are 4 at saturation and beyond.
    expect(below).toHaveLength(20);
    const gaps = below.map((load) => 1 - load);
    expect(gaps.at(-1)).toBeCloseTo(0.005, 12);
    for (let i = 1; i < gaps.length; i++)
      expect((gaps[i] ?? 0) / (gaps[i - 1] ?? 1)).toBeCloseTo((0.005 / 0.95) ** (1 / 19), 9);
    expect(sweepLoads(1, 24)[20]).toBeCloseTo(1, 4);
    expect(sweepLoads(1, 24)[20]).toBeGreaterThan(1);
  });

  test('are evenly spaced around the load ×1 where nothing saturates', () => {
    expect(sweepLoads(null, 24).map((load) => Number(load.toFixed(4)))).toEqual(
      Array.from({ length: 24 }, (_, i) => Number((0.05 * (i + 1)).toFixed(4))),
    );
  });
});

describe('the knee', () => {
  const curve = (meanMs: (load: number) => number | null, count = 24) =>
    sweepLoads(1, count).map((load) => ({
      load,
      rateRps: 100 * load,
      meanMs: load < 1 ? meanMs(load) : null,
    }));

  test('of one server is at half of its capacity, where load × (1 − load) is highest', () => {
    // Mean of M/M/1: 1 ÷ (1 − load), and so the power load × (1 − load).
    expect(kneeLoad(curve((load) => 1 / (1 - load)))).toBeCloseTo(0.5, 2);
  });

  test('moves towards saturation with a time that does not depend on the load', () => {
    // load ÷ (3 + 1 ÷ (1 − load)): its derivative is 0 where 3(1 − load)² = 2 load − 1, load = (4 − 2) ÷ 3.
    expect(kneeLoad(curve((load) => 3 + 1 / (1 - load), 40))).toBeCloseTo(2 / 3, 2);
  });

  test('is not there where the latency does not grow, or is not known', () => {
    expect(kneeLoad(curve(() => 5))).toBeNull();
    expect(kneeLoad(curve(() => null))).toBeNull();
    expect(kneeLoad([])).toBeNull();
  });
});
