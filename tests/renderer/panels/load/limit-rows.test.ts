import { expect, test } from 'vitest';
import { limitRows } from '../../../../renderer/panels/drawer/load/limit-rows';

const miss = (metric: string, load: number | null) => ({
  part: 'f',
  metric,
  target: 1,
  actual: 2,
  load,
  cause: null,
});

test('targets and stations are listed in the order of their loads; what is missed at any load apart', () => {
  const station = (node: string, load: number) => ({
    node,
    load,
    plannedLoad: load / 2,
    limitedBy: 'work' as const,
    heldUpBy: null,
  });
  const { always, rows } = limitRows({
    misses: [miss('meanMs', null), miss('p99Ms', 3), miss('p50Ms', 5)],
    order: [station('a', 4), station('far', 30)],
    highestLoad: 20,
  });
  expect(always.map(({ metric }) => metric)).toEqual(['meanMs']);
  expect(rows.map((row) => (row.kind === 'miss' ? row.miss.metric : row.node))).toEqual([
    'p99Ms',
    'a',
    'p50Ms',
  ]);
});
