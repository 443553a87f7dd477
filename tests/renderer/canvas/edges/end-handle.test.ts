import { expect, test } from 'vitest';
import { endHandleAt } from '../../../../renderer/canvas/edges/end-handle';

const lineTo = (x: number) => [
  { x: 0, y: 0 },
  { x, y: 0 },
];

test('the handles at the ends of a line stand 16 px from the cards, and leave 48 px of a shorter straight line free', () => {
  expect(endHandleAt(lineTo(200), 'from')).toEqual({ x: 16, y: 0 });
  expect(endHandleAt(lineTo(200), 'to')).toEqual({ x: 184, y: 0 });
  expect(endHandleAt(lineTo(52), 'from')).toEqual({ x: 2, y: 0 });
  expect(endHandleAt(lineTo(52), 'to')).toEqual({ x: 50, y: 0 });
  expect(endHandleAt(lineTo(20), 'to')).toEqual({ x: 20, y: 0 });
});

test('of a line with corners each handle stands on its own first run', () => {
  const corner = [...lineTo(20), { x: 20, y: 100 }];
  expect(endHandleAt(corner, 'from')).toEqual({ x: 10, y: 0 });
  expect(endHandleAt(corner, 'to')).toEqual({ x: 20, y: 84 });
});
