import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog/index';
import { readDesign } from '../../../shared/catalog/read';
import { add } from '../../../shared/edits/add';
import { align } from '../../../shared/edits/align';
import { changeKind } from '../../../shared/edits/change-kind';
import type { EditResult } from '../../../shared/edits/edit';
import { group, ungroup } from '../../../shared/edits/group';
import { duplicate, paste } from '../../../shared/edits/insert';
import { move } from '../../../shared/edits/move';
import { editOf, operations } from '../../../shared/edits/operations';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { formatMessage } from '../../../shared/math/format-message';
import { applyChanges } from '../../../shared/model/apply';
import { copyFragment } from '../../../shared/model/fragment';
import { type Design, edgesOf, groupsOf, nodesOf } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates';

const base: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'api', kind: 'service', name: 'API', technology: 'Go', group: 'east' },
      { id: 'db', kind: 'sql-database', group: 'east' },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'api' },
      { id: 'e2', from: 'api', to: 'db' },
    ],
    groups: [{ id: 'east', kind: 'zone' }],
  },
  layout: {
    nodes: { user: { x: 0, y: 0 }, api: { x: 300, y: 20 }, db: { x: 600, y: 60 } },
    groups: { east: { x: 260, y: -40, width: 640, height: 260 } },
    edges: { e2: { points: [{ x: 550, y: 60 }] } },
    marks: [{ id: 'n', kind: 'note', x: 280, y: 120, width: 80, height: 40, text: 'here' }],
  },
};

function applied(result: EditResult, design: Design = base): Design {
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

const groupOf = (design: Design, id: string) => nodesOf(design).find((node) => node.id === id)?.group;

describe('move', () => {
  test('takes along what stands in a group, notes and bends of edges in it', () => {
    const { layout } = applied(move(base, { ids: ['east'], dx: 20, dy: 40 }));
    expect(layout?.nodes).toEqual({ user: { x: 0, y: 0 }, api: { x: 320, y: 60 }, db: { x: 620, y: 100 } });
    expect(layout?.edges?.['e2']?.points).toEqual([{ x: 570, y: 100 }]);
    expect(layout?.marks?.[0]).toMatchObject({ x: 300, y: 160 });
  });

  test('out of a zone changes the membership, and names the calls that take another network', () => {
    const twoZones: Design = {
      ...base,
      system: { ...base.system, groups: [...groupsOf(base), { id: 'west', kind: 'zone' }] },
      layout: {
        ...base.layout,
        groups: { ...base.layout?.groups, west: { x: 560, y: 400, width: 400, height: 300 } },
      },
    };
    const result = move(twoZones, { ids: ['db'], dx: 0, dy: 440 });
    expect(groupOf(applied(result, twoZones), 'db')).toBe('west');
    expect(result.ok && result.edit.notes.map(({ about }) => about)).toEqual(['network']);
  });
});

describe('align', () => {
  test.each([
    ['left', { api: 300, db: 300 }, 'x'],
    // 300 to 600 + 188: the middle is 544, a card half 94 to its left.
    ['centre', { api: 450, db: 450 }, 'x'],
    ['right', { api: 600, db: 600 }, 'x'],
    ['top', { api: 20, db: 20 }, 'y'],
    ['middle', { api: 40, db: 40 }, 'y'],
    ['bottom', { api: 60, db: 60 }, 'y'],
  ] as const)('%s', (to, expected, axis) => {
    const nodes = applied(align(base, { ids: ['api', 'db'], to })).layout?.nodes;
    expect({ api: nodes?.['api']?.[axis], db: nodes?.['db']?.[axis] }).toEqual(expected);
  });
});

describe('group', () => {
  test('around parts has room for its line and title on the grid, and stands in the group around it', () => {
    const grouped = applied(group(base, { ids: ['api'] }));
    const added = groupsOf(grouped).at(-1);
    expect(added?.parent).toBe('east');
    expect(groupOf(grouped, 'api')).toBe(added?.id);
    // The card reaches from 300, 20 to 488, 112; 20 px around it and 36 above, then out to the grid of 20.
    expect(partBoxes(grouped).get(added?.id ?? '')).toEqual({ x: 280, y: -20, width: 240, height: 160 });
  });

  test('ungroup leaves what stood in it', () => {
    const result = ungroup(base, { ids: ['east'] });
    expect(groupOf(applied(result), 'api')).toBeUndefined();
    expect(result.ok && result.edit.select).toEqual(['api', 'db']);
  });
});

describe('copies', () => {
  test('duplicate of a group takes its contents with free ids', () => {
    const copied = applied(duplicate(base, { ids: ['east'] }));
    expect(nodesOf(copied).map(({ id }) => id)).toEqual(['user', 'api', 'db', 'api-2', 'db-2']);
    expect(edgesOf(copied).at(-1)).toMatchObject({ from: 'api-2', to: 'db-2' });
    expect(copied.layout?.nodes?.['api-2']).toEqual({ x: 340, y: 60 });
  });

  test('paste puts the middle of the parts where it is asked, each again a step further', () => {
    const fragment = copyFragment(base, ['db']);
    const at = { x: 994, y: 546 };
    // A card is 188 × 92: its corner is 900, 500; it stood at 600, 60.
    expect(applied(paste(base, { fragment, at })).layout?.nodes?.['db-2']).toEqual({ x: 900, y: 500 });
    expect(applied(paste(base, { fragment, at, again: 1 })).layout?.nodes?.['db-2']).toEqual({
      x: 940,
      y: 540,
    });
  });
});

const changedTo = (kind: string) => readDesign(applied(changeKind(base, { id: 'db', kind })));

describe('change of kind', () => {
  test('keeps the name and drops a technology that the new kind lacks', () => {
    const [, api] = nodesOf(applied(changeKind(base, { id: 'api', kind: 'cache' })));
    expect(api).toEqual({ id: 'api', kind: 'cache', name: 'API', group: 'east' });
  });

  test('of every kind into every other leaves a design that can be read', () => {
    for (const { id } of kinds) expect(changedTo(id).ok).toBe(true);
  });
});

test('each operation is named once, and refuses what has none of its arguments or an unknown one', () => {
  const ids = operations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const refuses = (value: unknown) => !editOf(base, value).ok;
  const alone = operations.filter(({ summary }) => summary === '').map(({ id }) => id);
  expect(ids.filter((op) => !refuses({ op, nonsense: 1 }))).toEqual([]);
  expect(ids.filter((op) => !refuses({ op }))).toEqual(alone);
});

test('an edit of any template by any operation leaves a design that can be read, and the design it came from untouched', () => {
  const designs = templates.map(({ design }) => design);
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  const scenario = fc.record({
    design: fc.constantFrom(...designs),
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...kinds.map(({ id }) => id)),
    at: fc.record({ x: coordinate, y: coordinate }),
    which: fc.nat(),
  });
  fc.assert(
    fc.property(scenario, ({ design, picks, kind, at, which }) => {
      const parts = [...nodesOf(design), ...groupsOf(design)].map(({ id }) => id);
      const ids = [...new Set(picks.map((pick) => parts[pick % parts.length] ?? ''))];
      const [id = '', other = id] = ids;
      const values = [
        { op: 'add', kind, near: nodesOf(design)[which % nodesOf(design).length]?.id },
        { op: 'add', kind, at },
        { op: 'connect', from: id, to: other },
        { op: 'delete', ids },
        { op: 'move', ids, dx: at.x, dy: at.y },
        { op: 'align', ids, to: 'left' },
        { op: 'group', ids },
        { op: 'duplicate', ids },
        { op: 'change-kind', id, kind },
        { op: 'arrange' },
      ];
      const before = JSON.stringify(design);
      const result = editOf(design, values[which % values.length]);
      if (result.ok) {
        const read = readDesign(applyChanges(design, result.edit.changes));
        expect(read.ok ? [] : read.problems).toEqual([]);
      }
      expect(JSON.stringify(design)).toBe(before);
    }),
  );
});

describe('a group grows around', () => {
  const east = (design: Design) => design.layout?.groups?.['east'];

  test('a component that is added at its edge', () => {
    const design = applied(add(base, { kind: 'cache', at: { x: 880, y: 200 }, connect: false }));
    expect(groupOf(design, 'cache')).toBe('east');
    const [box, place] = [east(design), design.layout?.nodes?.['cache']];
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThanOrEqual((place?.x ?? 0) + 188 + 20);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThanOrEqual((place?.y ?? 0) + 92 + 20);
  });

  test('what is pasted into it, and not around what it has room for', () => {
    const fragment = copyFragment(base, ['db']);
    const pasted = applied(paste(base, { fragment, at: { x: 880, y: 200 } }));
    expect(east(pasted)?.width).toBeGreaterThan(640);
    expect(east(applied(add(base, { kind: 'cache', at: { x: 480, y: 140 }, connect: false })))).toEqual(
      east(base),
    );
  });
});

describe('change kind', () => {
  const texts = (design: Design, id: string, kind: string): readonly string[] => {
    const result = changeKind(design, { id, kind });
    if (!result.ok) throw new Error(result.reason.text);
    return result.edit.notes.flatMap((note) => (note.about === 'kind' ? [formatMessage(note.message)] : []));
  };
  const withFlow: Design = {
    ...base,
    system: {
      ...base.system,
      flows: [{ id: 'f', name: 'F', kind: 'read', entry: 'user', rate: { rps: 1 } }],
      nodes: nodesOf(base).map((node) =>
        node.id === 'api' ? { ...node, layer: 'edge', config: { concurrency: 8, ttlSeconds: 5 } } : node,
      ),
    },
  };

  test('says what is lost, what is kept without use, and what no longer fits', () => {
    expect(texts(base, 'db', 'document-database')).toEqual([]);
    expect(texts(withFlow, 'api', 'client')).toEqual([
      'The technology Go is removed',
      'Its own layer is removed: it moves to client',
      'Kept but not used: Concurrency, TTL',
      '1 call arrives here, and a client takes none',
    ]);
    expect(texts(withFlow, 'user', 'service')).toEqual(['1 flow starts here, which only a client can do']);
  });

  test('counts the calls on misses of a cache that is no longer one', () => {
    const cached: Design = {
      ...base,
      system: {
        ...base.system,
        nodes: [...nodesOf(base), { id: 'cache', kind: 'cache' }],
        edges: [
          ...edgesOf(base).map((edge) => (edge.id === 'e2' ? { ...edge, onMissOf: 'cache' } : edge)),
          { id: 'e3', from: 'api', to: 'cache' },
        ],
      },
    };
    expect(texts(cached, 'cache', 'service')).toEqual(['1 call on its misses is made on each request']);
  });
});
