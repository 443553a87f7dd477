import { describe, expect, test } from 'vitest';
import { add } from '../../../shared/edits/add';
import { connect } from '../../../shared/edits/connect';
import { drawnSides, droppedPlace, sideAt, sideTowards } from '../../../shared/edits/dropped-place';
import { card, handleOf, overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { type Design, edgesOf } from '../../../shared/model/schema';

const design: Design = {
  ...emptyDesign('d', 'D', '2026-01-01T00:00:00.000Z'),
  system: {
    nodes: [
      { id: 'api', kind: 'service' },
      { id: 'cache', kind: 'cache' },
    ],
  },
  layout: { nodes: { api: { x: 0, y: 0 }, cache: { x: 600, y: 0 } } },
};
const api = { x: 0, y: 0, width: card.width, height: card.height };
const cache = { ...api, x: 600 };

describe('an edge that is dropped on the free canvas', () => {
  test.each([
    ['right', { x: 300, y: 46 }],
    ['left', { x: -100, y: 46 }],
    ['bottom', { x: 105, y: 300 }],
    ['top', { x: 105, y: -200 }],
  ] as const)('to the %s ends at the facing side of the card that will stand there', (side, at) => {
    expect(sideTowards(api, at)).toBe(side);
    const dropped = droppedPlace(design, 'api', at);
    if (dropped === null) throw new Error('no place');
    const end = handleOf(dropped.box, dropped.toSide);
    expect(Math.abs(end.x - at.x)).toBeLessThanOrEqual(10);
    expect(Math.abs(end.y - at.y)).toBeLessThanOrEqual(10);
  });

  test('keeps off another card where there is room around the point', () => {
    const dropped = droppedPlace(design, 'api', { x: 450, y: 46 });
    expect(dropped === null || overlaps(dropped.box, cache)).toBe(false);
  });

  test('adds a card that is called from where it was drawn, a cache or not', () => {
    const result = add(design, {
      kind: 'sql-database',
      from: 'cache',
      fromSide: 'top',
      at: { x: 900, y: 46 },
    });
    if (!result.ok) throw new Error(result.reason.text);
    const next = applyChanges(design, result.edit.changes);
    expect(edgesOf(next).map(({ from, to }) => `${from} > ${to}`)).toEqual(['cache > sql-database']);
    expect(next.layout?.edges).toEqual({ 'cache-sql-database': { fromSide: 'top' } });
  });
});

describe('the sides of an edge that was drawn', () => {
  test('are left to the automatic route where the gesture used the same', () => {
    expect(drawnSides(api, cache, 'right', { x: 705, y: 46 }, ['right', 'left'])).toEqual({});
  });

  test('are kept where they are others, the end that says none taking the nearest', () => {
    expect(drawnSides(api, cache, 'bottom', { x: 705, y: 46 }, ['right', 'left'])).toEqual({
      fromSide: 'bottom',
      toSide: 'left',
    });
    expect(drawnSides(api, cache, 'right', { x: 705, y: 88 }, ['right', 'left'])).toEqual({
      fromSide: 'right',
      toSide: 'bottom',
    });
  });

  test('to a card at the left are those that face each other, so that nothing loops around the caller', () => {
    expect(drawnSides(cache, api, 'left', { x: 105, y: 46 }, ['right', 'left'])).toEqual({
      fromSide: 'left',
      toSide: 'right',
    });
  });

  test('are those that lie near the end', () => {
    expect(sideAt(api, { x: 4, y: 40 })).toBe('left');
    expect(sideAt(api, { x: 100, y: 46 })).toBeUndefined();
  });

  test('stand in the layout of the design', () => {
    const result = connect(design, { from: 'api', to: 'cache', fromSide: 'top', toSide: 'top' });
    if (!result.ok) throw new Error(result.reason.text);
    const next = applyChanges(design, result.edit.changes);
    expect(next.layout?.edges).toEqual({ 'api-cache': { fromSide: 'top', toSide: 'top' } });
  });
});
