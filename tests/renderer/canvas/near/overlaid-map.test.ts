import { expect, test } from 'vitest';
import { nearFinder } from '../../../../renderer/canvas/near/near-index';
import { overlaidMap, overlayOf } from '../../../../renderer/canvas/near/overlaid-map';
import type { Box } from '../../../../shared/model/schema';

const base = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
]);
const map = overlaidMap(base, new Map([['b', 20]]));

test('it reads as a copy with the other values would', () => {
  const copy = new Map(base).set('b', 20);
  expect([...map]).toEqual([...copy]);
  expect([...map.values()]).toEqual([...copy.values()]);
  expect([...map.keys()]).toEqual([...copy.keys()]);
  expect([map.get('a'), map.get('b'), map.get('x'), map.has('b'), map.has('x'), map.size]).toEqual([
    1,
    20,
    undefined,
    true,
    false,
    3,
  ]);
  const seen: unknown[] = [];
  map.forEach((value, id) => {
    seen.push([id, value]);
  });
  expect(seen).toEqual([...copy]);
});

test('the base stays as it was, and can be asked for', () => {
  expect(base.get('b')).toBe(2);
  expect(overlayOf(map)?.base).toBe(base);
  expect(overlayOf(base)).toBeUndefined();
});

test('a drag looks at what it moves alone: the index of the rest is not compared again', () => {
  let compared = 0;
  const find = nearFinder<Box>(
    (box) => [box],
    () => {
      compared += 1;
      return true;
    },
  );
  const resting = new Map(
    Array.from({ length: 1_000 }, (_, at) => [`${at}`, { x: at * 300, y: 0, width: 200, height: 90 }]),
  );
  const area = { x: 0, y: 0, width: 1_000, height: 100 };
  find(resting, area);
  const dragged = (x: number) =>
    overlaidMap(resting, new Map([['900', { x, y: 0, width: 200, height: 90 }]]));
  expect(find(dragged(100), area)).toEqual(new Set(['0', '1', '2', '3', '900']));
  expect(find(dragged(5_000), area)).toEqual(new Set(['0', '1', '2', '3']));
  expect(find(resting, area)).toEqual(new Set(['0', '1', '2', '3']));
  expect(compared).toBe(0);
});
