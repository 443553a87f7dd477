import { describe, expect, test } from 'vitest';
import { occupancyOf } from '../../../shared/math/place-occupancy';
import { mostCompletedPerMs, type PlacePool } from '../../../shared/math/places';
import { boundedQueue, erlangC } from '../../../shared/math/queueing';
import { createRandom } from '../../../shared/math/random';
import { countedTurns } from '../../../shared/math/work';
import { occupancyOf as chainOf, completionRates } from '../../support/reference/places';

const worker: PlacePool = { lanes: 8, places: 8, workMs: 10, delayMs: 1000 };

describe('the most that a pool of places completes', () => {
  test('8 places that wait a second for each call carry 7.92 a second, not the 800 of their lanes', () => {
    // With as many lanes as places nothing waits for a lane: 8 ÷ (10 + 1000) ms
    expect(1000 * mostCompletedPerMs(worker)).toBeCloseTo(8 / 1.01, 9);
    expect(1000 * mostCompletedPerMs({ ...worker, delayMs: 0 })).toBeCloseTo(800, 9);
  });

  test('two requests at one lane and a delay of the same time complete at 4 ÷ 5', () => {
    // G(1) = 1 + 1 = 2, G(2) = 1 + 1 + ½ = 2.5
    expect(mostCompletedPerMs({ lanes: 1, places: 2, workMs: 1, delayMs: 1 })).toBeCloseTo(0.8, 12);
  });

  test('nothing but a delay, and nothing at all', () => {
    expect(mostCompletedPerMs({ lanes: 1, places: 6, workMs: 0, delayMs: 3 })).toBeCloseTo(2, 12);
    expect(mostCompletedPerMs({ lanes: 1, places: 6, workMs: 0, delayMs: 0 })).toBe(Number.POSITIVE_INFINITY);
  });

  test('a hundred thousand places that wait longer than they work keep all lanes busy', () => {
    // 100 lanes of 10 ms complete 10 a ms, for which 1 000 ms of delay hold 10 000 places.
    const many = { lanes: 100, places: 100_000, workMs: 10, delayMs: 1000 };
    expect(mostCompletedPerMs(many)).toBeCloseTo(10, 9);
    expect(mostCompletedPerMs({ ...many, places: 5000 })).toBeCloseTo(5000 / 1010, 3);
  });
});

describe('the number of requests in a pool of places', () => {
  test('with no more places than lanes it is M/M/P', () => {
    // S + D = 2, P = 3, λ = 1: a = 2, Erlang C(3, 2) = 4 ÷ 9; all that is in progress is a.
    const found = occupancyOf({ lanes: 5, places: 3, workMs: 0.5, delayMs: 1.5 }, 1, null);
    expect(found?.utilization).toBeCloseTo(2 / 3, 12);
    expect(found?.waitProbability).toBeCloseTo(4 / 9, 12);
    expect(found?.inProgress).toBeCloseTo(2, 12);
  });

  test('M/M/2/4 with 1.5 erlangs refuses 0.124043, as qsmmmk of the queueing package', () => {
    // p₄ = (1.5⁴ ÷ 8) ÷ (1 + 1.5 + 1.5² ÷ 2 + 1.5³ ÷ 4 + 1.5⁴ ÷ 8) = 0.6328125 ÷ 5.1015625
    // Source of the formula: Gross and Harris, Fundamentals of Queueing Theory, M/M/c/K; qsmmmk of GNU Octave's queueing package
    const found = occupancyOf({ lanes: 2, places: 2, workMs: 1, delayMs: 0 }, 1.5, 4);
    expect(found?.refused).toBeCloseTo(0.124043, 6);
    expect(found?.refused).toBeCloseTo(boundedQueue(2, 4, 1, 1.5).refused, 12);
  });

  test('55 agents for 48 erlangs of 240 s: 0.238701 wait, on average 8.184 s', () => {
    // λ = 360 ÷ 1800 s, Wq = C ÷ (55 ÷ 240 − 0.2). Source of the formula: Erlang, Solution of some problems in the theory of
    // probabilities of significance in automatic telephone exchanges, 1917
    const found = occupancyOf({ lanes: 55, places: 55, workMs: 240, delayMs: 0 }, 0.2, null);
    expect(found?.waitProbability).toBeCloseTo(0.238701, 6);
    expect(found?.waitProbability).toBeCloseTo(erlangC(55, 48), 12);
    expect((found?.stages ?? 0) / (55 / 240)).toBeCloseTo(8.184, 3);
  });

  test('more than the pool completes has no figures without a limit, and is refused with one', () => {
    expect(occupancyOf(worker, 0.02, null)).toBeNull();
    const found = occupancyOf(worker, 100, 1_000_000);
    expect(found?.refused).toBeCloseTo(1 - mostCompletedPerMs(worker) / 100, 9);
    expect(found?.inProgress).toBeCloseTo(8, 9);
    expect(found?.utilization).toBeCloseTo(1, 9);
  });

  test('agrees with the chain worked out state by state, from next to no load to several times too much', () => {
    const random = createRandom(11);
    const whole = (most: number) => 1 + Math.floor(random.uniform() * most);
    for (let i = 0; i < 400; i++) {
      const pool = {
        lanes: whole(40),
        places: whole(90),
        workMs: random.uniform() < 0.1 ? 0 : 10 ** (4 * random.uniform() - 2),
        delayMs: random.uniform() < 0.1 ? 0 : 10 ** (4 * random.uniform() - 2),
      };
      const rates = completionRates(pool);
      const most = rates.at(-1) ?? 0;
      if (!Number.isFinite(most)) continue;
      expect(Math.abs(mostCompletedPerMs(pool) / most - 1)).toBeLessThan(1e-9);
      const limit = random.uniform() < 0.5 ? null : whole(120);
      const perMs = most * (limit === null ? random.uniform() : 3 * random.uniform());
      const [found, chain] = [occupancyOf(pool, perMs, limit), chainOf(pool, perMs, limit)];
      expect(found?.inProgress).toBeCloseTo(chain.inProgress, 8);
      expect(found?.waitProbability).toBeCloseTo(chain.waitProbability, 9);
      expect(found?.refused).toBeCloseTo(chain.lossShare, 9);
      expect(found?.utilization).toBeCloseTo(chain.phi, 9);
    }
  });

  test.each([
    { lanes: 4, places: 1500, workMs: 1, delayMs: 160, perMs: 3.6 },
    { lanes: 150, places: 1500, workMs: 20, delayMs: 60, perMs: 7.4 },
    { lanes: 40, places: 1500, workMs: 2, delayMs: 1, perMs: 19.95 },
    { lanes: 500, places: 1500, workMs: 1, delayMs: 9, perMs: 60 },
  ])(
    'leaves out only numbers that do not matter: $lanes lanes, $places places, $perMs a ms',
    ({ perMs, ...pool }) => {
      const [found, chain] = [occupancyOf(pool, perMs, null), chainOf(pool, perMs, null)];
      expect((found?.inProgress ?? 0) / chain.inProgress).toBeCloseTo(1, 9);
      expect(found?.waitProbability).toBeCloseTo(chain.waitProbability, 9);
    },
  );

  test.each([
    { lanes: 40, workMs: 1, delayMs: 4000, perMs: 30 },
    { lanes: 20_000, workMs: 10, delayMs: 70, perMs: 1999 },
    { lanes: 8, workMs: 2, delayMs: 1, perMs: 3.99999 },
  ])('of 200 000 places it goes through a small part: $lanes lanes, $delayMs ms', ({ perMs, ...of }) => {
    const before = countedTurns();
    expect(occupancyOf({ ...of, places: 200_000 }, perMs, null)?.inProgress).toBeGreaterThan(0);
    expect(countedTurns() - before).toBeLessThan(20_000);
  });

  test('with thousands of lanes and a hundred thousand places it is a queue and a delay', () => {
    // ρ = 0.98: M/M/5000 has C(5000, 4900) waiting, and what waits 1 ÷ (c ÷ S − λ) = 0.01 ms on average.
    const pool = { lanes: 5000, places: 100_000, workMs: 1, delayMs: 2 };
    const queued = (erlangC(5000, 4900) / 100) * 4900;
    expect((occupancyOf(pool, 4900, null)?.inProgress ?? 0) / (4900 * 3 + queued)).toBeCloseTo(1, 9);
  });
});
