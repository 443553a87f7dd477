import { describe, expect, test } from 'vitest';
import { placed } from '../../../shared/edits/placed';
import { columnPitch, rowPitch } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'design',
  name: 'Design',
  system: {
    nodes: [
      { id: 'api', kind: 'service' },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [{ id: 'api-db', from: 'api', to: 'db' }],
  },
  layout: { nodes: { api: { x: 0, y: 0 }, db: { x: columnPitch, y: 0 } } },
};

const addCache: readonly Change[] = [
  { op: 'add-node', node: { id: 'cache', kind: 'cache' } },
  { op: 'add-edge', edge: { id: 'api-cache', from: 'api', to: 'cache' } },
];

describe('placed', () => {
  test('gives a node that is added without a place one in the column behind its caller', () => {
    const after = applyChanges(design, placed(design, addCache));
    // The row of the caller is taken by the database; the next one below is free.
    expect(after.layout?.nodes?.['cache']).toEqual({ x: columnPitch, y: rowPitch });
  });

  test('keeps the place that a change says', () => {
    const at = { x: 40, y: 60 };
    const [first] = placed(design, [{ op: 'add-node', node: { id: 'cache', kind: 'cache' }, at }]);
    expect(first).toMatchObject({ at });
  });

  test('two nodes that are added at once do not cover each other', () => {
    const second: readonly Change[] = [
      { op: 'add-node', node: { id: 'other', kind: 'cache' } },
      { op: 'add-edge', edge: { id: 'api-other', from: 'api', to: 'other' } },
    ];
    const after = applyChanges(design, placed(design, [...addCache, ...second]));
    expect(after.layout?.nodes?.['other']).not.toEqual(after.layout?.nodes?.['cache']);
    expect(after.layout?.nodes?.['other']?.x).toBe(columnPitch);
  });

  test('a group that it is to stand in grows around it, and the group around that one', () => {
    const region = { x: -40, y: -60, width: 600, height: 200 };
    const grouped: Design = {
      ...design,
      system: { ...design.system, groups: [{ id: 'region', kind: 'region' }] },
      layout: { ...design.layout, groups: { region } },
    };
    const [first, ...others] = addCache;
    if (first?.op !== 'add-node') throw new Error('the cache comes first');
    const inRegion = { ...first, node: { ...first.node, group: 'region' } };
    const after = applyChanges(grouped, placed(grouped, [inRegion, ...others]));
    // The cache is at y = 140 and is 92 high, with 20 below it: it ends at 252, on the grid at 260, and
    // 260 − (−60) = 320.
    expect(after.layout?.groups?.['region']).toEqual({ ...region, height: 320 });
  });
});
