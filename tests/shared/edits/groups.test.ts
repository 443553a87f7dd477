import { describe, expect, test } from 'vitest';
import { collapse } from '../../../shared/edits/collapse';
import type { EditResult } from '../../../shared/edits/edit';
import { fitGroup } from '../../../shared/edits/fit-group';
import { group, resizeGroup } from '../../../shared/edits/group';
import { move } from '../../../shared/edits/move';
import { moveInto } from '../../../shared/edits/move-into';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { contains, overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, groupsOf, nodesOf } from '../../../shared/model/schema';

function run(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

/** A zone in a region with a card each, another zone beside, and a card outside of all. */
const base: Design = {
  format: 'loadline',
  version: 1,
  id: 'design',
  name: 'Design',
  system: {
    nodes: [
      { id: 'api', kind: 'service', name: 'API', group: 'zone-a' },
      { id: 'db', kind: 'sql-database', group: 'region' },
      { id: 'out', kind: 'service', name: 'Out' },
    ],
    groups: [
      { id: 'region', kind: 'region', name: 'East' },
      { id: 'zone-a', kind: 'zone', name: 'A', parent: 'region' },
      { id: 'zone-b', kind: 'zone', name: 'B' },
    ],
  },
  layout: {
    nodes: { api: { x: 40, y: 80 }, db: { x: 300, y: 80 }, out: { x: 1200, y: 80 } },
    groups: {
      region: { x: 0, y: 0, width: 520, height: 220 },
      'zone-a': { x: 20, y: 40, width: 240, height: 160 },
      'zone-b': { x: 700, y: 0, width: 300, height: 200 },
    },
  },
};

const place = (design: Design, id: string) => design.layout?.groups?.[id];
const groupOf = (design: Design, id: string) => nodesOf(design).find((node) => node.id === id)?.group;

describe('a member that is moved over the edge of its group', () => {
  // Its right side is at 80 + 40 + 188 = 308, its middle at 214: within the zone, which ends at 260.
  const moved = run(base, move(base, { ids: ['api'], dx: 80, dy: 0 }));

  test('stays a member, and the group grows around it', () => {
    expect(groupOf(moved, 'api')).toBe('zone-a');
    // 308 + 20 = 328, on the grid 340.
    expect(place(moved, 'zone-a')).toEqual({ x: 20, y: 40, width: 320, height: 160 });
  });

  test('groups around grow too, with room for their line', () => {
    const far = run(base, move(base, { ids: ['db'], dx: 100, dy: 60 }));
    // 80 + 60 + 92 + 20 = 252, on the grid 260; 300 + 100 + 188 + 20 = 608, on the grid 620.
    expect(place(far, 'region')).toEqual({ x: 0, y: 0, width: 620, height: 260 });
  });

  test('nothing shrinks when it is moved back', () => {
    const back = run(moved, move(moved, { ids: ['api'], dx: -80, dy: 0 }));
    expect(place(back, 'zone-a')).toEqual(place(moved, 'zone-a'));
  });

  test('leaves it once its middle is outside', () => {
    const left = run(base, move(base, { ids: ['api'], dx: 400, dy: 400 }));
    expect(groupOf(left, 'api')).toBeUndefined();
    expect(place(left, 'zone-a')).toEqual(place(base, 'zone-a'));
  });
});

describe('moving in', () => {
  test('a zone dropped with its middle in a region stands in it, and the region grows around it', () => {
    const moved = run(base, move(base, { ids: ['zone-b'], dx: -400, dy: 0 }));
    expect(groupsOf(moved).find(({ id }) => id === 'zone-b')?.parent).toBe('region');
    const [region, zone] = [partBoxes(moved).get('region'), partBoxes(moved).get('zone-b')];
    expect(region && zone && contains(region, zone)).toBe(true);
  });

  test('a group never goes into a smaller one', () => {
    const moved = run(base, move(base, { ids: ['region'], dx: 590, dy: -10 }));
    expect(groupsOf(moved).find(({ id }) => id === 'region')?.parent).toBeUndefined();
  });

  test('crossing a zone says so', () => {
    const result = move(base, { ids: ['out'], dx: -440, dy: 0 });
    expect(result.ok && result.edit.notes).toMatchObject([
      { message: { text: '{name} is now in {group}', values: { name: 'Out', group: 'B' } } },
    ]);
    const inside = move(base, { ids: ['api'], dx: 20, dy: 0 });
    expect(inside.ok && inside.edit.notes).toEqual([]);
  });
});

describe('resizing', () => {
  test('never makes a group smaller than its content, and expels nothing', () => {
    const resized = run(
      base,
      resizeGroup(base, { id: 'region', box: { x: 100, y: 100, width: 120, height: 80 } }),
    );
    // The zone: 20 − 20 and 40 − 36 → 0; the database: 300 + 188 + 20 = 508 → 520.
    expect(place(resized, 'region')).toEqual({ x: 0, y: 0, width: 520, height: 220 });
    expect(groupOf(resized, 'db')).toBe('region');
    expect(groupsOf(resized).find(({ id }) => id === 'zone-a')?.parent).toBe('region');
  });

  test('takes in what comes to lie in it', () => {
    const box = { x: 700, y: 0, width: 800, height: 200 };
    expect(groupOf(run(base, resizeGroup(base, { id: 'zone-b', box })), 'out')).toBe('zone-b');
  });

  test('an inner group pushes out the line of the outer one', () => {
    const box = { x: 20, y: 40, width: 240, height: 300 };
    const resized = run(base, resizeGroup(base, { id: 'zone-a', box }));
    expect(place(resized, 'region')).toEqual({ x: 0, y: 0, width: 520, height: 360 });
  });
});

describe('fit to content', () => {
  test('makes groups as small as what stands in them, the inner ones first', () => {
    const wide = run(
      base,
      resizeGroup(base, { id: 'zone-a', box: { x: 20, y: 40, width: 260, height: 600 } }),
    );
    const fitted = run(wide, fitGroup(wide, { ids: ['region', 'zone-a'] }));
    // The card with 20 beside and below, 36 above: 20, 44 → 40, 248 → 260, 192 → 200.
    expect(place(fitted, 'zone-a')).toEqual({ x: 20, y: 40, width: 240, height: 160 });
    expect(place(fitted, 'region')).toEqual({ x: 0, y: 0, width: 520, height: 220 });
  });

  test('leaves an empty group as it is', () => {
    const result = fitGroup(base, { ids: ['zone-b'] });
    expect(result.ok && result.edit.changes).toEqual([]);
  });
});

describe('move into', () => {
  test('puts a card into a group at a free place, and the group grows where there is none', () => {
    const moved = run(base, moveInto(base, { ids: ['out'], group: 'zone-a' }));
    expect(groupOf(moved, 'out')).toBe('zone-a');
    const boxes = partBoxes(moved);
    const [zone, region, out, api] = ['zone-a', 'region', 'out', 'api'].map((id) => boxes.get(id));
    expect(zone && out && contains(zone, out)).toBe(true);
    expect(region && zone && contains(region, zone)).toBe(true);
    expect(out && api && overlaps(out, api)).toBe(false);
  });

  test('takes a card out into the group around, beside the one that it leaves', () => {
    const moved = run(base, moveInto(base, { ids: ['api'], group: null }));
    expect(groupOf(moved, 'api')).toBe('region');
    const [zone, api] = [partBoxes(moved).get('zone-a'), partBoxes(moved).get('api')];
    expect(zone && api && overlaps(zone, api)).toBe(false);
  });

  test('opens a collapsed group, so that one sees where it went', () => {
    const closed = run(base, collapse(base, { ids: ['zone-a'] }));
    const moved = run(closed, moveInto(closed, { ids: ['out'], group: 'zone-a' }));
    expect(place(moved, 'zone-a')?.collapsed).toBeUndefined();
    expect(partBoxes(moved).has('out')).toBe(true);
  });

  test('a group cannot stand in itself', () => {
    expect(moveInto(base, { ids: ['region'], group: 'zone-a' }).ok).toBe(false);
  });
});

test('grouping members of a group makes an inner one, and the outer one grows around it', () => {
  const grouped = run(base, group(base, { ids: ['api'], kind: 'cluster', name: 'Fleet' }));
  const cluster = groupsOf(grouped).find(({ kind }) => kind === 'cluster');
  expect(cluster?.parent).toBe('zone-a');
  const [zone, inner] = [partBoxes(grouped).get('zone-a'), partBoxes(grouped).get(cluster?.id ?? '')];
  expect(zone && inner && contains(zone, inner)).toBe(true);
});
