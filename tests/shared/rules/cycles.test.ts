import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circleThrough, cyclesOf } from '../../../shared/rules/facts/cycles';

const callsOf = (calls: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(calls));

test('a chain has no cycle', () => {
  expect(cyclesOf(['a', 'b', 'c'], callsOf({ a: ['b', 'c'], b: ['c'] }))).toEqual([]);
});

test('a node that calls itself is a cycle of one', () => {
  expect(cyclesOf(['a', 'b'], callsOf({ a: ['a', 'b'] }))).toEqual([['a']]);
});

test('two circles that share no node are two cycles, each in the given order', () => {
  const calls = callsOf({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['e'], e: ['c'] });
  expect(cyclesOf(['e', 'd', 'c', 'b', 'a'], calls)).toEqual([
    ['e', 'd', 'c'],
    ['b', 'a'],
  ]);
});

test('the circle through a member is the shortest one back to it', () => {
  const calls = callsOf({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['a'] });
  expect(circleThrough(['a', 'b', 'c', 'd', 'e'], calls)).toEqual(['a', 'b', 'c', 'a']);
});

test('a chain of 20 000 calls in a ring neither overflows the stack nor loses a member', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
  const calls = new Map(ids.map((id, i) => [id, [`n${(i + 1) % ids.length}`]]));
  expect(cyclesOf(ids, calls)).toEqual([ids]);
});

test('two nodes are in one cycle exactly where each is reached from the other', () => {
  const size = 7;
  const ids = Array.from({ length: size }, (_, i) => `n${i}`);
  const pair = fc.tuple(fc.nat(size - 1), fc.nat(size - 1));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 16 }), (pairs) => {
      const calls = new Map(
        ids.map((id, i) => [id, pairs.filter(([from]) => from === i).map(([, to]) => `n${to}`)]),
      );
      const reached = (from: string): Set<string> => {
        const seen = new Set(calls.get(from) ?? []);
        for (const id of seen) for (const next of calls.get(id) ?? []) seen.add(next);
        return seen;
      };
      const cycles = cyclesOf(ids, calls);
      for (const a of ids) {
        for (const b of ids) {
          const together = cycles.some((members) => members.includes(a) && members.includes(b));
          expect(together).toBe(reached(a).has(b) && reached(b).has(a));
        }
      }
    }),
  );
});
