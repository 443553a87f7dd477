import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StationLoad, sizeStation } from '../../../../shared/rules/fixes/size-station';

const load = (overrides: Partial<StationLoad>): StationLoad => ({
  replicas: 1,
  utilization: 0.5,
  maxUtilization: 0.7,
  hotShare: 0,
  instanceAvailability: 0.995,
  availabilityTarget: null,
  ...overrides,
});

describe('the fewest servers', () => {
  test('carry the load within the planned limit with one lost', () => {
    // 11 700 rps × 10 ms ÷ 32 = 3.656 servers busy; ÷ 0.7 = 5.22, so 6 are needed and 7 with one to lose.
    expect(sizeStation(load({ replicas: 1, utilization: 3.65625 }))).toBe(7);
  });

  test('are one more where seven are not up often enough for three nines and a half', () => {
    // 6 of 7 at 0.995: 0.99948 < 0.9995; 6 of 8: 0.999993.
    expect(sizeStation(load({ replicas: 1, utilization: 3.65625, availabilityTarget: 0.9995 }))).toBe(8);
  });

  test('are two where nothing arrives', () => {
    expect(sizeStation(load({ utilization: 0 }))).toBe(2);
  });

  test('do not grow by a rounding error where the limit is met exactly', () => {
    // 3 × 0.7 ÷ 0.7 is 3 up to binary dust.
    expect(sizeStation(load({ replicas: 3, utilization: 0.7 }))).toBe(4);
  });

  test('stay those of one lost where no number of servers meets the availability target', () => {
    expect(sizeStation(load({ utilization: 0.5, availabilityTarget: 1 }))).toBe(2);
  });

  test('are counted for the busiest of those that an IP hash leads to', () => {
    // Of 2, the busiest takes 0.2 + 0.8 ÷ 2 = 0.6 and is at 1.2, so 0.35 is what one may take: 0.8 ÷ 0.15 = 5.33, 6 and one.
    expect(sizeStation(load({ replicas: 2, utilization: 1.2, hotShare: 0.2 }))).toBe(7);
  });

  test('cannot help where one key alone is too much for a server', () => {
    expect(sizeStation(load({ replicas: 2, utilization: 3, hotShare: 0.5 }))).toBeNull();
  });

  test('are not reported where nobody would run so many, and that is found at once', () => {
    // Calls that double at each of forty callers: 10¹² servers’ worth. One more is one more only below 2⁵³.
    for (const utilization of [1e6, 1e12, 1e300])
      expect(sizeStation(load({ replicas: 2, utilization, availabilityTarget: 0.999 }))).toBeNull();
  });
});

test('with one lost the rest stay within the limit, and one fewer would not', () => {
  const given = fc.record({
    replicas: fc.integer({ min: 1, max: 20 }),
    utilization: fc.double({ min: 0.01, max: 20, noNaN: true }),
    maxUtilization: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
  });
  fc.assert(
    fc.property(given, (values) => {
      const n = sizeStation(load(values)) ?? 0;
      const busy = values.utilization * values.replicas;
      expect(busy / (n - 1)).toBeLessThanOrEqual(values.maxUtilization * (1 + 1e-6));
      if (n > 2) expect(busy / (n - 2)).toBeGreaterThan(values.maxUtilization);
    }),
  );
});
