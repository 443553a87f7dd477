import { expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { worstRetryChain } from '../../../shared/rules/facts/retry-chains';
import { retriedWrite } from '../../../shared/rules/resilience/retried-write';
import { retryAmplification } from '../../../shared/rules/resilience/retry-amplification';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

const kinds = { user: 'client', a: 'service', b: 'service', c: 'service', d: 'service' } as const;

function worst(design: Design) {
  const resolved = resolve(design);
  const [flow] = resolved.flows;
  if (flow === undefined) throw new Error('the sketch has no flow');
  const { attempts, retried } = worstRetryChain(resolved, flow);
  return [attempts, retried.map(({ id }) => id)];
}

test('tries multiply along a chain, and side branches do not', () => {
  const edges = {
    'user -> a': { retries: 1 },
    'a -> b': { retries: 2 },
    'a -> c': { retries: 4 },
    'b -> d': { retries: 3 },
  };
  // By b: 2 × 3 × 4 = 24; by c: 2 × 5 = 10.
  expect(worst(sketch(kinds, 'user -> a -> b -> d, a -> c', { edges }))).toEqual([
    24,
    ['user-a', 'a-b', 'b-d'],
  ]);
});

test('of two ways to one callee the worse counts, once', () => {
  const edges = { 'a -> b': { retries: 1 }, 'a -> c': { retries: 2 }, 'c -> d': { retries: 1 } };
  // By b: 2; by c: 3 × 2 = 6.
  expect(worst(sketch(kinds, 'user -> a -> b -> d, a -> c -> d', { edges }))).toEqual([6, ['a-c', 'c-d']]);
});

test('calls in a circle end, and calls that nobody waits for end the chain', () => {
  const circle = sketch(kinds, 'user -> a -> b -> a', { edges: { 'b -> a': { calls: 0.1, retries: 2 } } });
  expect(worst(circle)).toEqual([3, ['b-a']]);
  const apart = sketch(kinds, 'user -> a ~> b -> c', {
    edges: { 'user -> a': { retries: 1 }, 'b -> c': { retries: 5 } },
  });
  expect(worst(apart)).toEqual([2, ['user-a']]);
});

test('eight tries are no finding, nine are, and the fix keeps those next to the end', () => {
  const tries = (first: number, second: number) =>
    sketch(kinds, 'user -> a -> b', {
      edges: { 'user -> a': { retries: first - 1 }, 'a -> b': { retries: second - 1 } },
    });
  expect(findingsOf(tries(2, 4), [retryAmplification])).toEqual([]);
  const design = tries(3, 3);
  const [finding] = findingsOf(design, [retryAmplification]);
  expect(finding).toMatchObject({ target: 'reads', values: { attempts: { count: 9 } } });
  const fixed = applyChanges(design, finding?.quickFix?.changes ?? []);
  expect(fixed.system.edges?.map(({ retries }) => retries)).toEqual([0, 2]);
});

test('a flow that says it is not idempotent is reported whatever the practices answer', () => {
  const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
    flows: {
      orders: { kind: 'write', rps: 10, idempotent: false },
      drafts: { kind: 'write', rps: 10 },
      reads: { rps: 10 },
    },
    edges: { 'api -> db': { retries: 1 } },
    system: { practices: { 'retried-write': { answer: 'yes' } } },
  });
  expect(findingsOf(design, [retriedWrite]).map(({ target }) => target)).toEqual(['orders']);
});
