import { expect, test } from 'vitest';
import { edgesOf } from '../../../shared/model/schema';
import { cachedReads } from '../../../shared/rules/facts/caches';
import { flowAt } from '../../../shared/rules/facts/flow-at';
import { shareOfVisits } from '../../../shared/rules/facts/operations';
import { sketch } from '../../../shared/rules/sketch';
import { contextOf } from './assess';

const plain = sketch(
  { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
  'user -> api -> cache, api -> db',
  { config: { cache: { hitRate: 0.5 } }, edges: { 'api -> db': { onMissOf: 'cache' } } },
);

/** A read flow that looks a cache up and fills it on half of its requests. */
const context = contextOf({
  ...plain,
  system: {
    ...plain.system,
    edges: [
      ...edgesOf(plain),
      { id: 'fill', from: 'api', to: 'cache', onMissOf: 'cache', operation: 'write' },
    ],
  },
});
const { design } = context;

test('of 1 look-up and 0.5 fills two thirds read', () => {
  const [flow] = design.flows;
  expect(flow && shareOfVisits(design, flow, 'cache', 'read')).toBeCloseTo(1 / 1.5, 12);
  expect(flow && shareOfVisits(design, flow, 'db', 'read')).toBe(1);
});

test('a fill writes to the cache, but nothing writes to the store', () => {
  expect(flowAt(design, 'cache', 'write')).toBe(design.flows[0]);
  expect(flowAt(design, 'db', 'write')).toBeNull();
});

test('look-ups alone are cached reads', () => {
  const cache = design.nodes.find(({ id }) => id === 'cache');
  const reads = cache === undefined ? null : cachedReads(context, cache);
  expect(reads).toMatchObject({ rps: design.flows[0]?.rateRps, hitRate: 0.5 });
});
