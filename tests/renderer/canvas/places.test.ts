import { expect, test } from 'vitest';
import {
  type PlaceHistory,
  placeBack,
  placeForward,
  placeLeft,
  type ScreenPlace,
} from '../../../renderer/canvas/places';

const at = (x: number, lanes = false): ScreenPlace => ({ x, y: 0, zoom: 1, lanes });
const none: PlaceHistory = { design: null, past: [], future: [] };

test('back goes to the place before the jump, forward to where it led', () => {
  const jumped = placeLeft(none, 'a', at(0));
  const back = placeBack(jumped, 'a', at(500));
  expect(back?.to).toEqual(at(0));
  expect(placeBack(back?.history ?? none, 'a', at(0))).toBeNull();
  const forward = placeForward(back?.history ?? none, 'a', at(0));
  expect(forward?.to).toEqual(at(500));
  expect(placeBack(forward?.history ?? none, 'a', at(500))?.to).toEqual(at(0));
});

test('a jump that hardly moved the view is no place of its own', () => {
  const twice = placeLeft(placeLeft(none, 'a', at(0)), 'a', at(10));
  expect(twice.past).toEqual([at(0)]);
  expect(placeBack(twice, 'a', at(5))).toBeNull();
});

test('lanes and one’s own arrangement are two places at the same view', () => {
  const turned = placeLeft(none, 'a', at(0));
  expect(placeBack(turned, 'a', at(0, true))?.to).toEqual(at(0));
});

test('a new jump ends what lay ahead', () => {
  const back = placeBack(placeLeft(none, 'a', at(0)), 'a', at(500));
  expect(placeLeft(back?.history ?? none, 'a', at(0)).future).toEqual([]);
});

test('places of another design are none of this one’s', () => {
  const other = placeLeft(none, 'a', at(0));
  expect(placeBack(other, 'b', at(500))).toBeNull();
  expect(placeLeft(other, 'b', at(900)).past).toEqual([at(900)]);
});

test('only the last fifty are kept', () => {
  let history = none;
  for (let jump = 0; jump < 80; jump += 1) history = placeLeft(history, 'a', at(jump * 100));
  expect(history.past).toHaveLength(50);
  expect(history.past.at(-1)).toEqual(at(7900));
});
