import { expect, test } from 'vitest';
import { clearestCorner } from '../../../../renderer/panels/tour/tour-place';

const canvas = { x: 200, y: 40, width: 1000, height: 700 };
const size = { width: 300, height: 160 };
const at = (x: number, y: number) => ({ x, y, width: 170, height: 90 });

test('a sheet stands at the top left where nothing is there', () => {
  expect(clearestCorner(size, canvas, [])).toEqual({ x: 200, y: 40 });
});

test('a card in that corner sends it to the next that is free', () => {
  expect(clearestCorner(size, canvas, [at(330, 130)])).toEqual({ x: 900, y: 40 });
  expect(clearestCorner(size, canvas, [at(330, 130), at(980, 130)])).toEqual({ x: 200, y: 580 });
});

test('where each corner has a card, it covers the least of them', () => {
  const cards = [at(330, 130), at(980, 130), at(330, 600), at(1190, 730)];
  expect(clearestCorner(size, canvas, cards)).toEqual({ x: 900, y: 580 });
});
