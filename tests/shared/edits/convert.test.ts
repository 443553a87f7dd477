import { describe, expect, test } from 'vitest';
import { kindByName } from '../../../shared/catalog/kind-by-name';
import { readDesign } from '../../../shared/catalog/read';
import { convert } from '../../../shared/edits/convert';
import { convertibleParts } from '../../../shared/edits/convertible';
import type { EditResult } from '../../../shared/edits/edit';
import { spreadMiddles } from '../../../shared/edits/spread-middles';
import { overlaps } from '../../../shared/layout/geometry';
import { formatMessage } from '../../../shared/math/format-message';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { type Design, edgesOf, flowsOf, type Mark, marksOf, nodesOf } from '../../../shared/model/schema';

const shape = (id: string, text: string, x: number, more: Partial<Mark> = {}): Mark => ({
  id,
  kind: 'shape',
  x,
  y: 0,
  width: 160,
  height: 80,
  text,
  ...more,
});
const arrow = (id: string, from: string, to: string, more: Partial<Mark> = {}): Mark => ({
  id,
  kind: 'arrow',
  x: 0,
  y: 0,
  from: { part: from },
  to: { part: to },
  ...more,
});

const board = (...marks: readonly Mark[]): Design => ({
  ...emptyDesign('d', 'D', '2026-01-05T10:00:00.000Z'),
  layout: { marks },
});

const sketch = board(
  shape('s1', 'User', 0, { shape: 'person' }),
  shape('s2', 'Feed API', 300),
  shape('s3', 'feed\ncache', 600),
  shape('s4', 'Posts', 900, { shape: 'cylinder' }),
  arrow('a1', 's1', 's2'),
  arrow('a2', 's2', 's3', { text: 'timeline' }),
  arrow('a3', 's2', 's4', { route: 'curved' }),
  { id: 'n1', kind: 'note', x: 0, y: 300, text: 'Quota?' },
  arrow('a4', 'n1', 's4'),
);

function applied(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(formatMessage(result.reason));
  const next = applyChanges(design, result.edit.changes);
  const read = readDesign(next);
  expect(read.ok ? [] : read.problems).toEqual([]);
  return next;
}

/** Converts all that can be, as it is guessed. */
function convertAll(design: Design): Design {
  const ids = [...nodesOf(design), ...marksOf(design)].map(({ id }) => id);
  const parts = convertibleParts(design, ids).map(({ id, guess }) => ({
    id,
    kind: guess?.kind.id ?? 'custom',
    technology: guess?.technology,
  }));
  return applied(design, convert(design, { parts }));
}

describe('a kind by its name', () => {
  test.each([
    ['Cache', 'cache', undefined],
    ['feed cache', 'cache', undefined],
    ['Redis', 'cache', 'Redis'],
    ['User DB', 'sql-database', undefined],
    ['Kafka', 'stream', 'Kafka'],
    ['Load Balancer', 'load-balancer', undefined],
    ['Client', 'client', undefined],
  ])('%s is a %s', (name, kind, technology) => {
    const match = kindByName(name);
    expect(match?.kind.id).toBe(kind);
    expect(match?.technology).toBe(technology);
  });

  test.each(['Checkout', 'Audit', '', '  ', 'Component'])('%j says nothing', (name) => {
    expect(kindByName(name)).toBeNull();
  });
});

describe('turning a sketch into components', () => {
  const next = convertAll(sketch);

  test('gives each shape the kind that its name or its form means, with its text as the name', () => {
    expect(nodesOf(next).map(({ kind, name }) => [kind, name])).toEqual([
      ['client', 'User'],
      ['service', 'Feed API'],
      ['cache', 'feed cache'],
      ['sql-database', 'Posts'],
    ]);
  });

  test('makes edges of the free arrows between them, with their text and their line', () => {
    expect(edgesOf(next).map(({ from, to, label }) => [from, to, label])).toEqual([
      ['user', 'feed-api', undefined],
      ['feed-api', 'feed-cache', 'timeline'],
      ['feed-api', 'posts', undefined],
    ]);
    expect(next.layout?.edges?.['feed-api-posts']?.style).toBe('curved');
  });

  test('gives a client its first flow, and the store behind a cache its misses', () => {
    expect(flowsOf(next)).toMatchObject([{ entry: 'user', kind: 'read' }]);
    expect(edgesOf(next).at(-1)?.onMissOf).toBe('feed-cache');
  });

  test('leaves notes, and their arrows end at the new cards', () => {
    expect(marksOf(next).map(({ id }) => id)).toEqual(['n1', 'a4']);
    expect(marksOf(next).at(-1)).toMatchObject({ from: { part: 'n1' }, to: { part: 'posts' } });
  });

  test('puts each card where its shape was', () => {
    // Middles at 80, 380, 680 and 980; a card is 188 wide, and the grid 20.
    expect(nodesOf(next).map(({ id }) => next.layout?.nodes?.[id]?.x)).toEqual([-20, 280, 580, 880]);
  });

  test('does not touch arrows between parts that are not turned', () => {
    const one = applied(sketch, convert(sketch, { parts: [{ id: 's4', kind: 'sql-database' }] }));
    expect(edgesOf(one)).toEqual([]);
    expect(marksOf(one).find(({ id }) => id === 'a3')).toMatchObject({ to: { part: 'posts' } });
  });

  test('joins what is turned later to what is a component already', () => {
    const api = applied(sketch, convert(sketch, { parts: [{ id: 's2', kind: 'service' }] }));
    const both = applied(api, convert(api, { parts: [{ id: 's3', kind: 'cache' }] }));
    expect(edgesOf(both).map(({ from, to }) => [from, to])).toEqual([['feed-api', 'feed-cache']]);
  });
});

test('an arrow whose head is at its start calls the other way', () => {
  const design = board(
    shape('a', 'Orders API', 0),
    shape('b', 'Orders DB', 400),
    arrow('x', 'b', 'a', { startHead: 'arrow', endHead: 'none' }),
  );
  expect(edgesOf(convertAll(design)).map(({ from, to }) => [from, to])).toEqual([
    ['orders-api', 'orders-db'],
  ]);
});

test('an arrow to what starts requests stays an arrow, at the new cards', () => {
  const design = board(shape('a', 'Push API', 0), shape('b', 'User', 400), arrow('x', 'a', 'b'));
  const next = convertAll(design);
  expect(edgesOf(next)).toEqual([]);
  expect(marksOf(next)).toMatchObject([{ id: 'x', from: { part: 'push-api' }, to: { part: 'user' } }]);
});

test('a shape that is drawn around others is a boundary and stays; so does one without a text', () => {
  const design = board(
    shape('outer', 'Our cloud', -40, { y: -40, width: 900, height: 300 }),
    shape('a', 'Orders API', 0),
    shape('b', '  ', 300),
  );
  expect(convertibleParts(design, ['outer', 'a', 'b']).map(({ id }) => id)).toEqual(['a']);
});

test('a plain box keeps its id, its edges and its place', () => {
  const design: Design = {
    ...emptyDesign('d', 'D', '2026-01-05T10:00:00.000Z'),
    system: {
      nodes: [
        { id: 'api', kind: 'service' },
        { id: 'box', kind: 'custom', name: 'Session Redis' },
      ],
      edges: [{ id: 'e', from: 'api', to: 'box' }],
    },
    layout: { nodes: { api: { x: 0, y: 0 }, box: { x: 300, y: 0 } } },
  };
  const next = convertAll(design);
  expect(nodesOf(next)[1]).toMatchObject({ id: 'box', kind: 'cache', technology: 'Redis' });
  expect(edgesOf(next)).toEqual(edgesOf(design));
  expect(next.layout).toEqual(design.layout);
});

test('names the one part that is turned, and counts several', () => {
  const label = (parts: readonly { readonly id: string; readonly kind: string }[]): string => {
    const result = convert(sketch, { parts });
    return result.ok ? formatMessage(result.edit.label) : '';
  };
  expect(label([{ id: 's3', kind: 'cache' }])).toBe('Turn feed cache into Cache');
  expect(
    label([
      { id: 's3', kind: 'cache' },
      { id: 's2', kind: 'service' },
    ]),
  ).toBe('Turn 2 parts into components');
});

test('refuses parts and kinds that are not there', () => {
  expect(convert(sketch, { parts: [{ id: 'n1', kind: 'cache' }] }).ok).toBe(false);
  expect(convert(sketch, { parts: [{ id: 's1', kind: 'no-such-kind' }] }).ok).toBe(false);
});

describe('cards of a tight sketch', () => {
  const cardsAt = (points: readonly { readonly x: number; readonly y: number }[]) =>
    points.map(({ x, y }) => ({ x: x - 94, y: y - 46, width: 188, height: 92 }));

  test('move apart until none covers another', () => {
    const tight = [
      { x: 0, y: 0 },
      { x: 120, y: 0 },
      { x: 240, y: 20 },
      { x: 120, y: 90 },
    ];
    const cards = cardsAt(spreadMiddles(tight));
    for (const [at, a] of cards.entries())
      for (const b of cards.slice(at + 1)) expect(overlaps(a, b)).toBe(false);
  });

  test('stay where they are when there is room, and whatever is drawn at one place', () => {
    const roomy = [
      { x: 0, y: 0 },
      { x: 240, y: 0 },
      { x: 0, y: 144 },
    ];
    expect(spreadMiddles(roomy)).toBe(roomy);
    const same = [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ];
    expect(spreadMiddles(same)).toBe(same);
  });
});
