import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collapse, expand } from '../../../shared/edits/collapse';
import type { EditResult } from '../../../shared/edits/edit';
import { group, ungroup } from '../../../shared/edits/group';
import { move } from '../../../shared/edits/move';
import { allPartBoxes, partBoxes } from '../../../shared/edits/part-boxes';
import { card, overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { copyFragment, insertable } from '../../../shared/model/fragment';
import { parseDesign } from '../../../shared/model/parse';
import { type Design, groupsOf, nodesOf } from '../../../shared/model/schema';
import { growth } from '../../support/growth';

function run(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

const nodeAt = (design: Design, id: string) => design.layout?.nodes?.[id];
const placeOf = (design: Design, id: string) => design.layout?.groups?.[id];

/** A region of two cards in a row, a card to its right, one below it and one above it that is as wide as both. */
const base: Design = {
  format: 'loadline',
  version: 1,
  id: 'design',
  name: 'Design',
  system: {
    nodes: [
      { id: 'api', kind: 'service', group: 'east' },
      { id: 'db', kind: 'sql-database', group: 'east' },
      { id: 'queue', kind: 'queue' },
      { id: 'logs', kind: 'logs' },
    ],
    edges: [{ id: 'e1', from: 'queue', to: 'logs' }],
    groups: [{ id: 'east', kind: 'region' }],
  },
  layout: {
    nodes: {
      api: { x: 20, y: 40 },
      db: { x: 260, y: 40 },
      queue: { x: 560, y: 40 },
      logs: { x: 20, y: 240 },
    },
    groups: { east: { x: 0, y: 0, width: 480, height: 160 } },
    marks: [
      { id: 'inside', kind: 'note', x: 200, y: 20, text: 'Why' },
      { id: 'beside', kind: 'note', x: 800, y: 40, text: 'Later' },
    ],
  },
};

describe('collapse', () => {
  const closed = run(base, collapse(base, { ids: ['east'] }));

  test('a collapsed group is a card at its upper left, and what stands in it has no box', () => {
    expect(partBoxes(closed).get('east')).toEqual({ x: 0, y: 0, width: card.width, height: card.height });
    expect([...partBoxes(closed).keys()].toSorted()).toEqual(['beside', 'east', 'logs', 'queue']);
  });

  test('the space beside and below closes up, by whole steps of the grid', () => {
    // 480 - 188 = 292 px are free to the right: 14 steps of 20; 160 - 92 = 68 px below: 3 steps.
    expect(nodeAt(closed, 'queue')).toEqual({ x: 280, y: 40 });
    expect(nodeAt(closed, 'logs')).toEqual({ x: 20, y: 180 });
    expect(closed.layout?.marks?.find(({ id }) => id === 'beside')).toMatchObject({ x: 520, y: 40 });
  });

  test('the document keeps the size that the group has when it is expanded, and the places of its members', () => {
    expect(placeOf(closed, 'east')).toMatchObject({ width: 480, height: 160, collapsed: true });
    expect(nodeAt(closed, 'db')).toEqual({ x: 260, y: 40 });
    expect(parseDesign(JSON.parse(JSON.stringify(closed))).ok).toBe(true);
  });

  test('the figures do not depend on it: the system keeps its reference', () => {
    expect(closed.system).toBe(base.system);
  });

  test('expanding undoes it exactly', () => {
    expect(run(closed, expand(closed, { ids: ['east'] }))).toEqual(base);
  });

  test('a part that was moved in between keeps its distance', () => {
    const moved = run(closed, move(closed, { ids: ['queue'], dx: 40, dy: 20 }));
    const open = run(moved, expand(moved, { ids: ['east'] }));
    expect(nodeAt(open, 'queue')).toEqual({ x: 600, y: 60 });
  });

  test('a group that was moved while it was collapsed makes room where it is', () => {
    const moved = run(closed, move(closed, { ids: ['east'], dx: 0, dy: 180 }));
    expect(nodeAt(moved, 'api')).toEqual({ x: 20, y: 220 });
    expect(placeOf(moved, 'east')).toMatchObject({ x: 0, y: 180, width: 480, collapsed: true });
    const open = run(moved, expand(moved, { ids: ['east'] }));
    const east = partBoxes(open).get('east');
    const logs = partBoxes(open).get('logs');
    expect(east && logs && overlaps(east, logs)).toBe(false);
  });

  test('a card that came where the group stands expanded moves aside', () => {
    const added = applyChanges(closed, [
      { op: 'add-node', node: { id: 'new', kind: 'service' }, at: { x: 20, y: 100 } },
    ]);
    const open = run(added, expand(added, { ids: ['east'] }));
    const [east, fresh] = [partBoxes(open).get('east'), partBoxes(open).get('new')];
    expect(east && fresh && overlaps(east, fresh)).toBe(false);
  });

  test('cards dropped on a collapsed group do not become members of it', () => {
    const moved = run(closed, move(closed, { ids: ['queue'], dx: -280, dy: -40 }));
    expect(nodesOf(moved).find(({ id }) => id === 'queue')?.group).toBeUndefined();
  });

  test('annotations in it go with it, and are moved with it', () => {
    const moved = run(closed, move(closed, { ids: ['east'], dx: 20, dy: 0 }));
    expect(moved.layout?.marks?.find(({ id }) => id === 'inside')).toMatchObject({ x: 220, y: 20 });
  });

  test('ungroup gives what stood in it the room again', () => {
    const loose = run(closed, ungroup(closed, { ids: ['east'] }));
    expect(loose.layout?.nodes).toEqual(base.layout?.nodes);
  });

  test('a copy stays collapsed and remembers nothing of what stood around the first', () => {
    const copy = insertable(closed, copyFragment(closed, ['east']), { x: 0, y: 400 });
    expect(Object.values(copy.boxes)).toEqual([{ x: 0, y: 400, width: 480, height: 160, collapsed: true }]);
  });

  test('a bend moves with both its ends and back', () => {
    const bent = applyChanges(base, [
      { op: 'place', places: { logs: { x: 560, y: 300 } } },
      { op: 'route', id: 'e1', points: [{ x: 700, y: 200 }] },
    ]);
    const done = run(bent, collapse(bent, { ids: ['east'] }));
    expect(run(done, expand(done, { ids: ['east'] }))).toEqual(bent);
  });
});

describe('nested groups', () => {
  const nested = run(base, group(base, { ids: ['east', 'queue'], kind: 'vpc' }));
  const outer = groupsOf(nested).find(({ kind }) => kind === 'vpc')?.id ?? '';

  test('the group around a collapsed one shrinks with it, and is as it was again', () => {
    const closed = run(nested, collapse(nested, { ids: ['east'] }));
    const before = placeOf(nested, outer);
    expect(placeOf(closed, outer)).toMatchObject({ width: (before?.width ?? 0) - 280 });
    expect(run(closed, expand(closed, { ids: ['east'] }))).toEqual(nested);
  });

  test('both collapsed and expanded again, in either order, are as they were', () => {
    const inner = run(nested, collapse(nested, { ids: ['east'] }));
    const both = run(inner, collapse(inner, { ids: [outer] }));
    expect([...partBoxes(both).keys()]).not.toContain('east');
    const open = run(both, expand(both, { ids: [outer] }));
    expect(run(open, expand(open, { ids: ['east'] }))).toEqual(nested);
  });
});

/** Cards in cells of a grid, grouped a few times. */
const sketches = fc
  .record({
    cells: fc.uniqueArray(fc.nat({ max: 48 }), { minLength: 2, maxLength: 16 }),
    picks: fc.array(fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
    chosen: fc.nat(),
  })
  .map(({ cells, picks, chosen }) => {
    let design: Design = {
      format: 'loadline',
      version: 1,
      id: 'sketch',
      name: 'Sketch',
      system: { nodes: cells.map((_, at) => ({ id: `n${at}`, kind: 'service' })) },
      layout: {
        nodes: Object.fromEntries(
          cells.map((cell, at) => [`n${at}`, { x: (cell % 7) * 240, y: Math.floor(cell / 7) * 140 }]),
        ),
      },
    };
    for (const pick of picks) {
      const ids = [...new Set(pick.map((at) => `n${at % cells.length}`))];
      design = run(design, group(design, { ids, kind: 'frame' }));
    }
    const groups = groupsOf(design);
    return { design, chosen: groups[chosen % groups.length]?.id ?? '' };
  });

/** Whether parts that are in the same group, or in none, lie over each other. */
function crosses(design: Design): boolean {
  const boxes = allPartBoxes(design);
  const parts = [
    ...nodesOf(design).map(({ id, group: within }) => ({ id, within })),
    ...groupsOf(design).map(({ id, parent }) => ({ id, within: parent })),
  ];
  return parts.some((a) =>
    parts.some((b) => {
      const [boxA, boxB] = [boxes.get(a.id), boxes.get(b.id)];
      return a.id < b.id && a.within === b.within && boxA && boxB && overlaps(boxA, boxB);
    }),
  );
}

describe('any nested groups', () => {
  test('expanding a collapsed group gives back the very layout', () => {
    fc.assert(
      fc.property(sketches, ({ design, chosen }) => {
        const closed = run(design, collapse(design, { ids: [chosen] }));
        expect(run(closed, expand(closed, { ids: [chosen] })).layout).toEqual(design.layout);
      }),
    );
  });

  test('cards that did not lie over each other do not after it', () => {
    fc.assert(
      fc.property(sketches, ({ design, chosen }) => {
        fc.pre(!crosses(design));
        const closed = run(design, collapse(design, { ids: [chosen] }));
        const [old, now] = [allPartBoxes(design), partBoxes(closed)];
        const shown = nodesOf(closed).filter(({ id }) => now.has(id));
        for (const a of shown)
          for (const b of shown) {
            const [oldA, oldB, nowA, nowB] = [old.get(a.id), old.get(b.id), now.get(a.id), now.get(b.id)];
            if (a.id >= b.id || !oldA || !oldB || !nowA || !nowB || overlaps(oldA, oldB)) continue;
            expect(overlaps(nowA, nowB)).toBe(false);
          }
      }),
    );
  });
});

/** So many cards in rows of forty, six of them in a group. */
function cardsInRows(count: number): Design {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  const plain: Design = {
    format: 'loadline',
    version: 1,
    id: 'large',
    name: 'Large',
    system: { nodes: ids.map((id) => ({ id, kind: 'service' })) },
    layout: {
      nodes: Object.fromEntries(
        ids.map((id, at) => [id, { x: (at % 40) * 240, y: Math.floor(at / 40) * 140 }]),
      ),
    },
  };
  return run(plain, group(plain, { ids: ['n0', 'n1', 'n2', 'n40', 'n41', 'n42'], kind: 'frame' }));
}

test('collapsing a group takes time in proportion to the design', () => {
  const collapseFirst = (design: Design): (() => unknown) => {
    const [frame] = groupsOf(design);
    return () => collapse(design, { ids: [frame?.id ?? ''] });
  };
  const ratio = growth(collapseFirst(cardsInRows(500)), collapseFirst(cardsInRows(4000)));
  // Eight times as many: quadratic growth would be 64.
  expect(ratio).toBeLessThan(32);
});
