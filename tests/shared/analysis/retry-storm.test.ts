import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDesign } from '../../../shared/analysis/load-design';
import { solveFull } from '../../../shared/analysis/loads';
import { retryStormsOf } from '../../../shared/analysis/retry-storm';
import { type DesignSketch, designOf } from '../../support/resolved';

const busy = { serviceMs: 1, config: { queueLimit: 200 } };

/** Two servers of 1 000 a second that call each other twice, each for a flow of its own. */
const crossed = (rateRps: number, retries: number): DesignSketch => ({
  nodes: { u: { behaviour: 'source' }, v: { behaviour: 'source' }, a: busy, b: busy },
  edges: {
    'u -> a': { flows: ['f'] },
    'a -> b': { flows: ['f'], calls: 2, retries },
    'v -> b': { flows: ['g'] },
    'b -> a': { flows: ['g'], calls: 2, retries },
  },
  flows: { f: { entry: 'u', rateRps }, g: { entry: 'v', rateRps } },
});

/** The f in [0, 1] at which `carried`, which falls with f, is 1 000 a second. */
function shareAtCapacity(carried: (refused: number) => number): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (carried(middle) > 1000) low = middle;
    else high = middle;
  }
  return low;
}

describe('a retry storm', () => {
  test('is found where two stations crowd each other out: whoever was full first stays full', () => {
    // Each is asked for 400 of its own flow and 800 of the other's, 1 200 in all of 1 000.
    // Say b is full and refuses f. Its own flow's first calls are not retried, the other's are tried nine times:
    // 400 (1 − f) + 800 (1 − f^9) = 1 000 at f = 0.4964 (201.4 + 798.5).
    // Then a gets 400 + 2 × 201.4 = 803 of 1 000 and refuses next to nothing, so that b stays full; and the other way round.
    const refused = shareAtCapacity((f) => 400 * (1 - f) + 800 * (1 - f ** 9));
    expect(refused).toBeCloseTo(0.4964, 3);
    const storms = retryStormsOf(designOf(crossed(400, 8)));
    expect(storms).toHaveLength(1);
    expect(['a', 'b']).toContain(storms[0]?.node);
    expect(storms[0]?.settles).toBe(true);
    expect(storms[0]?.leastRefused).toBeLessThan(1e-6);
    expect(storms[0]?.mostRefused).toBeCloseTo(refused, 4);
  });

  test('ends with the retries: without them one station no longer crowds out the other', () => {
    // y = share passed on, of both alike: 400 y + 800 y² = 1 000 at y = (−0.4 + √3.36) ÷ 1.6 = 0.8956.
    const design = designOf(crossed(400, 0));
    expect(retryStormsOf(design)).toEqual([]);
    const result = loadDesign(design);
    if (!result.ok) throw new Error('no loads');
    expect(result.loaded.loads.passed[2]?.reads).toBeCloseTo((-0.4 + Math.sqrt(3.36)) / 1.6, 3);
  });

  test('needs more load than the stations carry, and grows with the load it is asked about', () => {
    // 150 + 300 = 450 of 1 000; with factor 8 / 3 the 400 + 800 from above.
    expect(retryStormsOf(designOf(crossed(150, 8)))).toEqual([]);
    expect(retryStormsOf(designOf(crossed(150, 8)), 8 / 3)).toHaveLength(1);
  });

  test('needs a limit to the queue: a station without one refuses nothing that could be retried', () => {
    const sketch = crossed(400, 8);
    const endless = { serviceMs: 1 };
    const nodes = { ...sketch.nodes, a: endless, b: endless };
    expect(retryStormsOf(designOf({ ...sketch, nodes }))).toEqual([]);
  });

  test('is not what one overloaded station has, however often it is called again', () => {
    // carried = λ (1 − f) grows with λ, 2 000 (1 − f^9) falls with f: one crossing, at f^9 = 1 ÷ 2, f = 0.926.
    const design = designOf({
      nodes: { u: { behaviour: 'source' }, a: busy },
      edges: { 'u -> a': { retries: 8 } },
      flows: { f: { entry: 'u', rateRps: 2000 } },
    });
    expect(retryStormsOf(design)).toEqual([]);
    const result = loadDesign(design);
    if (!result.ok) throw new Error('no loads');
    expect(result.loaded.loads.passed[1]?.refused).toBeCloseTo(0.5 ** (1 / 9), 4);
  });

  test('cannot be where no call leads back: full or empty, such a system comes to the same', () => {
    const station = fc.record({
      serviceMs: fc.integer({ min: 1, max: 5 }),
      limit: fc.integer({ min: 1, max: 30 }),
    });
    const call = fc.record({ calls: fc.constantFrom(0.5, 1, 2), retries: fc.integer({ min: 0, max: 6 }) });
    const drawn = fc.record({
      stations: fc.array(station, { minLength: 3, maxLength: 3 }),
      calls: fc.array(call, { minLength: 4, maxLength: 4 }),
      rateRps: fc.integer({ min: 50, max: 2000 }),
    });
    fc.assert(
      fc.property(drawn, ({ stations, calls, rateRps }) => {
        const arrows = ['u -> s0', 's0 -> s1', 's0 -> s2', 's1 -> s2'];
        const design = designOf({
          nodes: Object.fromEntries([
            ['u', { behaviour: 'source' }],
            ...stations.map(
              ({ serviceMs, limit }, i) => [`s${i}`, { serviceMs, config: { queueLimit: limit } }] as const,
            ),
          ]),
          edges: Object.fromEntries(arrows.map((arrow, i) => [arrow, calls[i] ?? {}])),
          flows: { f: { entry: 'u', rateRps }, g: { kind: 'write', entry: 's1', rateRps } },
        });
        const result = loadDesign(design);
        if (!result.ok) throw new Error('no loads');
        const { model, loads } = result.loaded;
        for (const full of solveFull(model))
          full.passed.forEach(({ refused }, node) => {
            expect(refused).toBeCloseTo(loads.passed[node]?.refused ?? 0, 8);
          });
      }),
      { numRuns: 60 },
    );
  });
});
