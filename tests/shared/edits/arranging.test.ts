import { describe, expect, test } from 'vitest';
import { align } from '../../../shared/edits/align';
import { distribute } from '../../../shared/edits/distribute';
import type { EditResult } from '../../../shared/edits/edit';
import { duplicate } from '../../../shared/edits/insert';
import { lock } from '../../../shared/edits/lock';
import { order } from '../../../shared/edits/order';
import { tidied, tidy } from '../../../shared/edits/tidy';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { lockedParts } from '../../../shared/model/locked';
import { nodesInOrder } from '../../../shared/model/node-order';
import type { Design, Point } from '../../../shared/model/schema';

const made = (design: Design, result: EditResult): Design => {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
};

/** Four services called one by the other, c and d in a group in another. */
function sketch(places: Readonly<Record<string, Point>>): Design {
  return {
    ...emptyDesign('d', 'D', '2026-01-01T00:00:00.000Z'),
    system: {
      nodes: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        kind: 'service',
        ...(id === 'c' || id === 'd' ? { group: 'inner' } : {}),
      })),
      edges: [
        { id: 'ab', from: 'a', to: 'b' },
        { id: 'cd', from: 'c', to: 'd' },
      ],
      groups: [
        { id: 'outer', kind: 'region' },
        { id: 'inner', kind: 'zone', parent: 'outer' },
      ],
    },
    layout: {
      nodes: places,
      groups: {
        outer: { x: 900, y: 0, width: 700, height: 500 },
        inner: { x: 940, y: 60, width: 560, height: 400 },
      },
      edges: {
        ab: { points: [{ x: 50, y: 300 }] },
        cd: { points: [{ x: 1100, y: 240 }], fromSide: 'bottom' },
      },
    },
  };
}

const base = sketch({
  a: { x: 0, y: 0 },
  b: { x: 10, y: 250 },
  c: { x: 960, y: 120 },
  d: { x: 1200, y: 300 },
});
const at = (design: Design, id: string) => design.layout?.nodes?.[id];

describe('align', () => {
  test('puts sides in line, and leaves what is locked', () => {
    expect(at(made(base, align(base, { ids: ['a', 'b'], to: 'right' })), 'a')).toEqual({ x: 10, y: 0 });
    const locked = made(base, lock(base, { ids: ['a'] }));
    expect(at(made(locked, align(locked, { ids: ['a', 'b'], to: 'right' })), 'a')).toEqual({ x: 0, y: 0 });
  });

  test('moves a card with the group that is selected beside it, once', () => {
    const next = made(base, align(base, { ids: ['a', 'inner', 'c'], to: 'top' }));
    // The group goes up by 60 with its cards.
    expect(at(next, 'c')).toEqual({ x: 960, y: 60 });
    expect(next.layout?.groups?.['inner']?.y).toBe(0);
  });
});

describe('distribute', () => {
  const row = sketch({ a: { x: 0, y: 0 }, b: { x: 230, y: 10 }, c: { x: 700, y: 0 }, d: { x: 0, y: 900 } });

  test('makes the gaps equal, the first and the last staying', () => {
    const next = made(row, distribute(row, { ids: ['c', 'a', 'b'], along: 'horizontal' }));
    // 700 + 188 − 3 × 188 = 324, 162 for each of two gaps: b begins at 188 + 162 = 350.
    expect(['a', 'b', 'c'].map((id) => at(next, id)?.x)).toEqual([0, 350, 700]);
    expect(at(next, 'b')?.y).toBe(10);
  });

  test('needs three', () => {
    expect(distribute(row, { ids: ['a', 'b'], along: 'vertical' }).ok).toBe(false);
  });
});

describe('tidy', () => {
  test('of all puts groups around their cards, and takes bends and sides of edges whose ends moved apart away', () => {
    const next = made(base, tidy(base, {}));
    const { nodes = {}, groups = {} } = next.layout ?? {};
    const [inner, outer, c] = [groups['inner'], groups['outer'], nodes['c']];
    expect(inner && outer && inner.x > outer.x && inner.y > outer.y).toBe(true);
    expect(inner && c && c.x > inner.x && c.x + 188 < inner.x + inner.width).toBe(true);
    expect(next.layout?.edges).toBeUndefined();
    expect(next.system).toBe(base.system);
  });

  test('of a selection leaves the rest, and the groups around grow where they have to', () => {
    const arrangement = { places: { c: { x: 0, y: 0 }, d: { x: 900, y: 0 } }, boxes: {} };
    const next = made(base, tidy(base, { ids: ['c', 'd'], arrangement }));
    // The upper left of the two was (960, 120).
    expect([at(next, 'c'), at(next, 'd')]).toEqual([
      { x: 960, y: 120 },
      { x: 1860, y: 120 },
    ]);
    // 1860 + 188 + 20 for the line of the inner group, and 20 more for the outer.
    const ends = ['inner', 'outer'].map((id) => {
      const box = next.layout?.groups?.[id];
      return box && box.x + box.width;
    });
    expect(ends).toEqual([2068, 2088]);
    expect([at(next, 'a'), at(next, 'b')]).toEqual([at(base, 'a'), at(base, 'b')]);
  });

  test('takes bends along where both ends move by the same', () => {
    const arrangement = {
      places: { a: { x: 100, y: 0 }, b: { x: 110, y: 250 }, c: { x: 0, y: 0 } },
      boxes: {},
    };
    const next = made(base, tidy(base, { ids: ['a', 'b', 'c'], arrangement }));
    // The arrangement begins at 0, as the three did: a and b move by 100.
    expect(next.layout?.edges?.['ab']).toEqual({ points: [{ x: 150, y: 300 }] });
  });

  test('leaves locked cards and the groups around them', () => {
    const locked = made(base, lock(base, { ids: ['c'] }));
    const { nodes, groups } = tidied(locked);
    expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    expect(groups).toEqual([]);
  });
});

describe('order', () => {
  const pile = sketch({ a: { x: 0, y: 0 }, b: { x: 20, y: 20 }, c: { x: 2000, y: 0 }, d: { x: 40, y: 40 } });
  const ids = (design: Design) => nodesInOrder(design).map(({ id }) => id);

  test.each([
    ['front', 'a', ['b', 'c', 'd', 'a'], { a: 1 }],
    ['back', 'd', ['d', 'a', 'b', 'c'], { d: -1 }],
    // c is over it and does not touch it: the next step is over d.
    ['forward', 'b', ['a', 'c', 'd', 'b'], { b: 1 }],
    ['backward', 'd', ['a', 'd', 'b', 'c'], { a: -1, d: -1 }],
  ] as const)('to %s: %s', (to, id, expected, said) => {
    const next = made(pile, order(pile, { ids: [id], to }));
    expect(ids(next)).toEqual(expected);
    expect(Object.keys(next.layout?.order ?? {}).length).toBeLessThanOrEqual(Object.keys(said).length);
    expect(next.system).toBe(pile.system);
  });

  test('forward and backward again is as before, and a deleted card leaves no order', () => {
    const there = made(pile, order(pile, { ids: ['a'], to: 'forward' }));
    expect(ids(there)).toEqual(['b', 'a', 'c', 'd']);
    expect(ids(made(there, order(there, { ids: ['a'], to: 'backward' })))).toEqual(ids(pile));
    const front = made(pile, order(pile, { ids: ['a'], to: 'front' }));
    expect(applyChanges(front, [{ op: 'remove', ids: ['a'] }]).layout?.order).toBeUndefined();
  });
});

describe('lock', () => {
  test('is said once for each part, and goes with it', () => {
    const locked = made(base, lock(base, { ids: ['a', 'inner', 'ab'] }));
    expect([...lockedParts(locked)]).toEqual(['a', 'inner']);
    expect(made(locked, lock(locked, { ids: ['a'] }))).toBe(locked);
    expect(applyChanges(locked, [{ op: 'remove', ids: ['a'] }]).layout?.locked).toEqual(['inner']);
    const free = made(locked, lock(locked, { ids: ['a', 'inner'], locked: false }));
    expect(free.layout?.locked).toBeUndefined();
  });
});

test('a copy of two parts has the bends and sides of the edge between them, moved along', () => {
  const next = made(base, duplicate(base, { ids: ['c', 'd'], dx: 10, dy: 700 }));
  const copied = (next.system.edges ?? []).at(-1);
  expect(copied?.id).not.toBe('cd');
  expect(next.layout?.edges?.[copied?.id ?? '']).toEqual({
    points: [{ x: 1110, y: 940 }],
    fromSide: 'bottom',
  });
});
