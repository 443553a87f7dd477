import { expect, test } from 'vitest';
import { hasManyParts, nearArea } from '../../../../renderer/canvas/near/near-area';
import { contains } from '../../../../shared/layout/geometry';
import { sampleDesign } from '../sample-design';

const view = { x: 0, y: 0, width: 1_000, height: 600 };

test('the area reaches beyond the view on every side', () => {
  expect(nearArea(view, null)).toEqual({ x: -500, y: -300, width: 2_000, height: 1_200 });
});

test('it stays as it is while the view lies in it, so that a movement hands over nothing', () => {
  const area = nearArea(view, null);
  expect(nearArea({ ...view, x: 500, y: -300 }, area)).toBe(area);
  expect(nearArea({ ...view, x: 501 }, area)).not.toBe(area);
});

test('it shrinks when one zooms in, and not at once', () => {
  const area = nearArea(view, null);
  const closer = (by: number) => ({ x: 100, y: 100, width: view.width / by, height: view.height / by });
  expect(nearArea(closer(2), area)).toBe(area);
  const shrunk = nearArea(closer(4), area);
  expect(shrunk.width).toBe(500);
  expect(contains(shrunk, closer(4))).toBe(true);
});

test('a design of few parts is handed over whole', () => {
  expect(hasManyParts(sampleDesign())).toBe(false);
});
