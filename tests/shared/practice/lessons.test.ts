import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import type { Quantity } from '../../../shared/math/quantity';
import { lessons } from '../../../shared/practice/lessons/index';

const amount = (quantity: Quantity | null | undefined): number | null =>
  quantity === null || quantity === undefined || typeof quantity === 'string'
    ? null
    : Number(Object.values(quantity)[0]);

/** What each figure of a lesson is at each of its positions. */
const amountsOf = (id: string): Readonly<Record<string, readonly (number | null)[]>> => {
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`There is no lesson ${id}.`);
  const analyses = lesson.turn.positions.map(({ design }) => {
    const result = analyze(resolve(design));
    if (!result.ok) throw new Error(`${id} has no figures.`);
    return result.analysis;
  });
  return Object.fromEntries(
    lesson.figures.map(({ title, amountOf }) => [
      title,
      analyses.map((analysis) => amount(amountOf(analysis))),
    ]),
  );
};

const rises = (amounts: readonly (number | null)[] = []): boolean =>
  amounts.every((one, at) => at === 0 || one === null || one > (amounts[at - 1] ?? Number.POSITIVE_INFINITY));
const falls = (amounts: readonly (number | null)[] = []): boolean =>
  rises(amounts.map((one) => (one === null ? null : -one)));

test('a queue: utilization is the rate of 1 ms, p99 is that of M/M/1, and without bound where it is overloaded', () => {
  const { Utilization: utilization, 'p99 latency': p99 } = amountsOf('queue');
  expect(utilization).toEqual(
    [0.1, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1.1].map((one) => expect.closeTo(one, 6)),
  );
  // ln(100) ÷ (μ − λ), and the round trip of the client, which is the same at every rate.
  const [slow = 0, fast = 0] = [p99?.[3] ?? 0, p99?.[1] ?? 0];
  expect(slow - fast).toBeCloseTo(Math.log(100) / 0.2 - Math.log(100) / 0.6, 0);
  expect(p99?.at(-1)).toBeNull();
});

test('a cache: the store gets what misses', () => {
  const store = amountsOf('cache')['Utilization of the store'] ?? [];
  // 1 500 reads of 4 ms on eight places.
  expect(store[0]).toBeCloseTo((1_500 * 0.004) / 8, 6);
  expect(store[5]).toBeCloseTo(0.1 * (store[0] ?? 0), 6);
  expect(falls(store)).toBe(true);
});

test('scaling: a larger server and more servers give the same throughput; only more give availability', () => {
  const found = amountsOf('scaling');
  const [rate = [], availability = []] = [found['Max throughput'], found['Availability']];
  expect(rate).toEqual([400, 800, 1_600, 800, 1_600, 3_200].map((one) => expect.closeTo(one, 3)));
  expect(availability[2]).toBe(availability[0]);
  expect(rises([availability[0] ?? 0, availability[3] ?? 0, availability[4] ?? 0])).toBe(true);
});

test('shards: the busiest keeps the hot key', () => {
  const busiest = amountsOf('shards')['Utilization of the busiest shard'] ?? [];
  // 5 000 reads of 4 ms on eight places of the shard that takes 10 % and a sixteenth of the rest.
  expect(busiest[4]).toBeCloseTo((5_000 * (0.1 + 0.9 / 16) * 0.004) / 8, 6);
  expect(falls(busiest)).toBe(true);
});

test('failover: two servers have to be down at once, and a third gains seconds of a month', () => {
  const [one, two, three] = (amountsOf('failover')['Availability'] ?? []).map(Number) as [
    number,
    number,
    number,
  ];
  expect(1 - two).toBeLessThan((1 - one) / 100);
  expect((three - two) * 30 * 86_400).toBeLessThan(10);
});

test('replication: what waits for more is slower and fails more often, and loses nothing', () => {
  const found = amountsOf('replication');
  expect(rises(found['p99 latency'])).toBe(true);
  expect(falls(found['Availability'])).toBe(true);
  expect((found['Writes lost when the leader fails (RPO)'] ?? []).map((one) => (one ?? 0) > 0)).toEqual([
    true,
    false,
    false,
  ]);
});

test('a quorum: each further copy makes a read slower, and all five fail with any', () => {
  const found = amountsOf('quorum');
  expect(rises(found['p99 latency'])).toBe(true);
  expect(found['Availability']?.at(-1)).toBeLessThan(found['Availability']?.[2] ?? 0);
});

test('every design is one of the format', () => {
  for (const { id, turn } of lessons)
    for (const { design } of turn.positions) {
      const read = readDesign(JSON.parse(JSON.stringify(design)));
      expect([id, read.ok ? [] : read.problems]).toEqual([id, []]);
    }
});
