import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../../support/figures';

describe('a loop through a station that is full', () => {
  test('is shared by the flows as their fixed point says, not as it is when the sum of them has settled', () => {
    // x serves 1 000 a second and calls y for half of what it serves; y sends all on to x.
    const analysis = analysisOf({
      nodes: {
        a: { behaviour: 'source' },
        b: { behaviour: 'source' },
        x: { serviceMs: 1 },
        y: { serviceMs: 0 },
      },
      edges: {
        'a -> x': {},
        'b -> y': {},
        'x -> y': { calls: 0.5 },
        'y -> x': {},
      },
      flows: {
        big: { entry: 'a', rateRps: 1500, responseBytes: 1000 },
        small: { entry: 'b', rateRps: 400 },
      },
    });
    // x is offered 1500 + 400 + 0.5 × 1000 = 2400, so it passes on s = 1000 ÷ 2400; of the big flow it is offered
    // o = 1500 + 0.5 s o, o = 1500 ÷ (1 − 0.5 s) = 1894.737, and 0.5 s o × 1000 bytes go on to y: 394 736.8 a second.
    expect(analysis.nodes[2]?.offeredRps).toBeCloseTo(2400, 6);
    expect(analysis.edges[2]?.bytesPerSecond).toBeCloseTo(
      (0.5 * (1000 / 2400) * 1500 * 1000) / (1 - 0.5 / 2.4),
      3,
    );
  });

  test('comes to an end where what arrives is more than a number holds', () => {
    const analysis = analysisOf({
      nodes: { a: { behaviour: 'source' }, x: { config: { queueLimit: 3 } }, y: { serviceMs: 0 } },
      edges: {
        'a -> x': { calls: 100, retries: 3 },
        'a -> y': { calls: 100 },
        'x -> y': { calls: 0.5 },
        'y -> x': { calls: 0.5, retries: 2 },
      },
      flows: { all: { entry: 'a', rateRps: 1.7e308 } },
    });
    expect(analysis.nodes[1]?.id).toBe('x');
  });
});
