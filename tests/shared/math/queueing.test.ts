import { describe, expect, test } from 'vitest';
import { attempts, boundedQueue, erlangB, erlangC, queueWait } from '../../../shared/math/queueing';

describe('Erlang', () => {
  test('neither overflows with many servers nor loses small loads', () => {
    // B(c, a) by its defining sum, in logarithms: a = 0.9 c for c = 1000 is far beyond a^c ÷ c!.
    expect(erlangB(1000, 900)).toBeGreaterThan(0);
    expect(erlangB(1000, 900)).toBeLessThan(1e-3);
    expect(erlangB(3, 0)).toBe(0);
    expect(erlangC(400, 1e-9)).toBe(0);
  });

  test('the closed form for very many servers continues the recursion', () => {
    // With a = c, B is close to √(2 ÷ πc) (Jagerman's limit), from either side of the switch.
    const limit = (servers: number) => Math.sqrt(2 / (Math.PI * servers));
    expect(erlangB(20_000, 20_000) / limit(20_000)).toBeCloseTo(1, 2);
    expect(erlangB(20_001, 20_001) / erlangB(20_000, 20_000)).toBeCloseTo(Math.sqrt(20_000 / 20_001), 6);
  });

  test('a queue at its capacity has no wait to tell', () => {
    expect(queueWait(2, 10, 0.2, 1, 1)).toBeNull();
    expect(queueWait(2, 10, 0, 1, 1)).toMatchObject({ probability: 0, meanMs: 0 });
  });
});

describe('a queue with a limit', () => {
  test('one server and room for two: weights 1, ρ, ρ²', () => {
    // ρ = 2: weights 1, 2, 4; refused 4 ÷ 7; of the accepted 3, 2 wait one service.
    const queue = boundedQueue(1, 2, 10, 0.2);
    expect(queue.refused).toBeCloseTo(4 / 7, 12);
    expect(queue.waitProbability).toBeCloseTo(2 / 3, 12);
    expect(queue.waitMs).toBeCloseTo((2 / 3) * 10, 12);
    expect(queue.utilization).toBeCloseTo((2 * 3) / 7, 12);
  });

  test('a limit below the servers leaves that many servers', () => {
    expect(boundedQueue(10, 3, 10, 0.2).refused).toBeCloseTo(erlangB(3, 2), 12);
  });

  test('a huge limit is the queue without one, below capacity; above it the surplus is refused', () => {
    const wait = queueWait(4, 10, 0.3, 1, 1);
    expect(boundedQueue(4, 1_000_000_000, 10, 0.3).waitMs).toBeCloseTo(wait?.meanMs ?? 0, 9);
    expect(boundedQueue(4, 1_000_000_000, 10, 0.8).refused).toBeCloseTo(0.5, 9);
    expect(boundedQueue(4, 1_000_000, 10, 0.4).waitProbability).toBeCloseTo(1, 3);
  });

  test('a load next to nothing is not a number of its own', () => {
    const queue = boundedQueue(500, 600, 10, 1e-12);
    for (const figure of [queue.refused, queue.waitProbability, queue.waitMs])
      expect(figure).toBeCloseTo(0, 12);
    expect(queue.utilization).toBeCloseTo(2e-14, 20);
  });
});

test('retries: one attempt, and one more for each refusal', () => {
  expect(attempts(0.5, 2)).toBeCloseTo(1 + 0.5 + 0.25, 12);
  expect(attempts(1, 2)).toBe(3);
  expect(attempts(0, 5)).toBe(1);
});

describe('very many servers', () => {
  /** B by its recursion. */
  function recursion(servers: number, load: number): number {
    let blocked = 1;
    for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
    return blocked;
  }

  test('refuse what is too much where the terms underflow', () => {
    expect(erlangB(30_000, 60_000)).toBeCloseTo(recursion(30_000, 60_000), 12);
    // B → 1 − c ÷ a far above the servers.
    expect(erlangB(1e12, 1e13)).toBeCloseTo(0.9, 9);
    expect(boundedQueue(30_000, 40_000, 1, 60_000).refused).toBeCloseTo(0.5, 9);
  });

  test.each([-3, 0, 3])('near their capacity, %s deviations from it, agree with fewer by √c', (away) => {
    // √c B depends on (c − a) ÷ √c alone in the limit (Halfin and Whitt, 1981); the next term is of 1 ÷ √c.
    const scaled = (servers: number) =>
      Math.sqrt(servers) * erlangB(servers, servers + away * Math.sqrt(servers));
    expect(Math.abs(scaled(8e12) / scaled(1e6) - 1)).toBeLessThan(10 / Math.sqrt(1e6));
    expect(Math.abs(scaled(8e12) / scaled(1e10) - 1)).toBeLessThan(10 / Math.sqrt(1e10));
  });
});
