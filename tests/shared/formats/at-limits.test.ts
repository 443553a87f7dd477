import { expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { toSvg } from '../../../shared/formats/svg/draw';
import { arrangementOf } from '../../../shared/layout/arrangement';
import { counts, geometry } from '../../../shared/model/limits';
import { bentEdge, nestedGroups, noteOf } from '../../support/hostile-files';

function drawn(document: object): string {
  const read = readDesign(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return toSvg(read.value, resolve(read.value), null, {}).svg;
}

const { farthestPx, largestSizePx } = geometry;
const corners = [
  ['a', { x: -farthestPx, y: -farthestPx }],
  ['b', { x: farthestPx, y: farthestPx }],
  ['c', { x: farthestPx, y: -farthestPx }],
  ['d', { x: 0, y: 0 }],
  ['e', { x: 1, y: 1 }],
] as const;

test('parts as far from each other as they may be, and as large, are drawn', () => {
  const ids = corners.map(([id]) => id);
  const edges = ids.flatMap((from) => ids.map((to) => ({ id: `${from}-${to}`, from, to })));
  const svg = drawn({
    ...nestedGroups(1),
    system: {
      nodes: ids.map((id) => ({ id, kind: 'service', name: id })),
      edges,
      groups: [{ id: 'g', kind: 'frame' }],
    },
    layout: {
      nodes: Object.fromEntries(corners),
      groups: { g: { x: 0, y: 0, width: largestSizePx, height: 1 } },
    },
  });
  expect(svg.match(/<title>|<path /g)?.length).toBeGreaterThan(edges.length);
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('a note of width 1 with a long text is drawn', () => {
  const svg = drawn(noteOf(1, 1, 'abcdefghi '.repeat(counts.textCharacters / 50)));
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test('an edge with as many bends as it may have is drawn', () => {
  expect(drawn(bentEdge(counts.bends))).not.toMatch(/NaN|Infinity/);
});

const groupCount = 2_000;

test('groups one beside the other, and thirty-two one in the other, are arranged', () => {
  const groups = Array.from({ length: groupCount }, (_, i) => {
    const depth = i % counts.groupDepth;
    return { id: `g${i}`, kind: 'frame', ...(depth > 0 && { parent: `g${i - 1}` }) };
  });
  const nodes = groups.map(({ id }, i) => ({ id: `n${i}`, kind: 'service', group: id }));
  const document = {
    ...nestedGroups(1),
    system: { groups, nodes },
    layout: { nodes: Object.fromEntries(nodes.map(({ id }, i) => [id, { x: i, y: i }])) },
  };
  const read = readDesign(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { boxes } = arrangementOf(read.value, resolve(read.value));
  expect(Object.keys(boxes)).toHaveLength(groupCount);
});
