import { expect, test } from 'vitest';
import { betterOf, mainFigures, relativeChange } from '../../../shared/analysis/main-figures';
import { applyChanges } from '../../../shared/model/apply';
import { compareDesigns } from '../../../shared/rules/comparison';
import { sketch } from '../../../shared/rules/sketch';

const small = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  config: { api: { replicas: 2, concurrency: 10, serviceMs: 10, unitCostUsd: 50 } },
});

test('a design beside itself has no changed part, figure or finding', () => {
  expect(compareDesigns(small, small)).toEqual({
    parts: [],
    figures: [],
    otherFigures: 0,
    raised: [],
    cleared: [],
  });
});

test('what a change does to parts, figures and findings, and back again', () => {
  const changed = applyChanges(small, [{ op: 'patch-config', id: 'api', patch: { replicas: 1 } }]);
  const there = compareDesigns(small, changed, 1);
  expect(there.parts).toEqual([
    expect.objectContaining({
      kind: 'changed',
      id: 'api',
      fields: [{ path: ['config', 'replicas'], before: 2, after: 1 }],
    }),
  ]);
  // 2 or 1 replicas × 10 requests in progress ÷ 10 ms.
  expect(there.figures).toContainEqual({
    kind: 'node',
    part: 'api',
    metric: 'capacityRps',
    before: 2000,
    after: 1000,
  });
  // One replica of 50 US dollars less.
  const cost = there.figures?.find(({ kind, metric }) => kind === 'totals' && metric === 'monthlyCostUsd');
  expect((cost?.before ?? 0) - (cost?.after ?? 0)).toBeCloseTo(50, 9);
  expect(there.raised.filter(({ target }) => target === 'api')).not.toEqual([]);
  const back = compareDesigns(changed, small, 1);
  expect(back.cleared).toEqual(there.raised);
  expect(back.raised).toEqual(there.cleared);
});

test('figures are null where one of both has none, and parts and findings are compared all the same', () => {
  // A loop that never ends has no figures.
  const broken = applyChanges(small, [{ op: 'add-edge', edge: { id: 'loop', from: 'db', to: 'api' } }]);
  const { parts, figures, raised } = compareDesigns(small, broken);
  expect(parts).not.toEqual([]);
  expect(figures).toBeNull();
  expect(raised).not.toEqual([]);
});

test('of completion that is the latency of the flow itself only the latter is shown', () => {
  const change = { kind: 'flow', part: 'f', before: 1, after: 2 } as const;
  const figures = [
    { ...change, metric: 'meanMs' },
    { ...change, metric: 'completionMeanMs' },
    { ...change, metric: 'completionP99Ms' },
    { ...change, kind: 'edge', metric: 'rps' } as const,
  ];
  expect(mainFigures(figures).map(({ metric }) => metric)).toEqual(['meanMs', 'completionP99Ms']);
});

test.each([
  ['p99Ms', 'less'],
  ['monthlyCostUsd', 'less'],
  ['availability', 'more'],
  ['rateRps', null],
  ['servers', null],
] as const)('better of %s is %s', (metric, better) => {
  expect(betterOf(metric)).toBe(better);
});

test('by how much a figure grew', () => {
  expect(relativeChange({ before: 200, after: 250 })).toBe(0.25);
  expect(relativeChange({ before: 0, after: 5 })).toBeNull();
  expect(relativeChange({ before: 5, after: null })).toBeNull();
});
