import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn } from '../../support/figures';

/** Percentiles and Apdex of one flow over a round trip and one station, which is next to idle. */
const timesOf = (rttMs: number, readMs: number, cv: number, p50Ms: number) =>
  flowIn(
    analysisOf({
      nodes: { u: { behaviour: 'source' }, a: { config: { readMs, cv } } },
      edges: { 'u -> a': { rttMs } },
      flows: { f: { entry: 'u', rateRps: 1e-6, targets: { p50Ms } } },
    }),
    'f',
  );

describe('Apdex', () => {
  test('counts a request that takes just the target as satisfied, and just four times of it as tolerated', () => {
    // 20 ms and nothing else
    expect(timesOf(20, 0, 0, 20).apdex).toBe(1);
    expect(timesOf(20, 0, 0, 19.9).apdex).toBe(0.5);
    expect(timesOf(20, 0, 0, 5).apdex).toBe(0.5);
    expect(timesOf(20, 0, 0, 4.9).apdex).toBe(0);
    // 20 + 10 ms, both constant
    expect(timesOf(20, 10, 0, 30).apdex).toBeCloseTo(1, 7);
    expect(timesOf(20, 10, 0, 7.5).apdex).toBeCloseTo(0.5, 7);
  });

  test('counts nothing where all that is served takes longer than the target, if only by a little', () => {
    // From 20 ms on, most of it just above: P(T ≤ 20) = 0 whatever the service
    expect(timesOf(20, 10, 1, 5).apdex).toBeLessThan(1e-12);
    expect(timesOf(20, 10, 2.5, 5).apdex).toBeLessThan(1e-3);
  });

  test('counts what is served just after the least time', () => {
    // 20 ms and an exponential of 1 ms: within 20.2 ms 1 − e^(−0.2), within 80.8 ms all
    expect(timesOf(20, 1, 1, 20.2).apdex).toBeCloseTo((1 - Math.exp(-0.2) + 1) / 2, 4);
    expect(timesOf(20, 1, 1, 20.01).apdex).toBeCloseTo((1 - Math.exp(-0.01) + 1) / 2, 4);
  });

  test('is the share within the target and half the share within four times of it', () => {
    // Exponential with a mean of 10 ms: 1 − (e^(−1) + e^(−4)) ÷ 2
    expect(timesOf(0, 10, 1, 10).apdex).toBeCloseTo(1 - (Math.exp(-1) + Math.exp(-4)) / 2, 3);
  });

  test('counts an answer of one way in full where its time is the target', () => {
    // Half of the requests take 4 ms, the others 12: within 4 ms one half, within 16 ms all
    const analysis = analysisOf({
      nodes: {
        u: { behaviour: 'source' },
        lb: { behaviour: 'distributor', config: { readMs: 0 } },
        a: { config: { readMs: 4, cv: 0 } },
        b: { config: { readMs: 12, cv: 0 } },
      },
      edges: { 'u -> lb': {}, 'lb -> a': { choice: true }, 'lb -> b': { choice: true } },
      flows: { f: { entry: 'u', rateRps: 1e-6, targets: { p50Ms: 4 } } },
    });
    expect(flowIn(analysis, 'f').apdex).toBeCloseTo(0.75, 4);
    expect(flowIn(analysis, 'f').p99Ms).toBeCloseTo(12, 1);
  });
});

describe('percentiles of what takes one time', () => {
  test('are that time where fewer have to wait', () => {
    // M/M/1/8 of 44 a second and 10 ms: P(no wait) = 0.56, so the median is the service alone
    const analysis = analysisOf({
      nodes: { u: { behaviour: 'source' }, a: { config: { readMs: 10, cv: 0, queueLimit: 8 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 44 } },
    });
    expect(flowIn(analysis, 'f').p50Ms).toBeCloseTo(10, 6);
  });

  test('are that time', () => {
    expect(timesOf(20, 10, 0, 30)).toMatchObject({ p50Ms: 30, p95Ms: 30, p99Ms: 30, p999Ms: 30 });
  });
});
