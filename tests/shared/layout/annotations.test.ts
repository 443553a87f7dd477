import { expect, test } from 'vitest';
import { arrowHeadAt, arrowLine, arrowPath } from '../../../shared/layout/annotations/arrow-line';
import { annotations } from '../../../shared/layout/annotations/index';
import { placedInk } from '../../../shared/layout/annotations/ink';
import { borderTowards } from '../../../shared/layout/annotations/outline';
import { shapePaths } from '../../../shared/layout/annotations/shape-paths';
import { markBox, markBoxes } from '../../../shared/layout/geometry';
import type { Design, Mark } from '../../../shared/model/schema';
import { shapes, textSizes } from '../../../shared/model/vocabulary';

const box = { x: 0, y: 0, width: 100, height: 40 };

test.each([
  // Along the level the border is 50 px from the middle in every form.
  ['box', { x: 300, y: 20 }, { x: 100, y: 20 }],
  ['ellipse', { x: 300, y: 20 }, { x: 100, y: 20 }],
  ['diamond', { x: 300, y: 20 }, { x: 100, y: 20 }],
  // Towards a corner: the box's own; half of each half axis on the diamond; 1/√2 of them on the ellipse.
  ['box', { x: 150, y: 60 }, { x: 100, y: 40 }],
  ['diamond', { x: 150, y: 60 }, { x: 75, y: 30 }],
  ['ellipse', { x: 150, y: 60 }, { x: 50 + 50 / Math.SQRT2, y: 20 + 20 / Math.SQRT2 }],
] as const)('the border of a %s towards %o is at %o', (outline, to, at) => {
  const found = borderTowards(box, outline, to);
  expect(found.x).toBeCloseTo(at.x, 9);
  expect(found.y).toBeCloseTo(at.y, 9);
});

const bound: Mark = { id: 'a', kind: 'arrow', x: 0, y: 0, from: { part: 'left' }, to: { part: 'right' } };
const right = { x: 200, y: 200, width: 100, height: 40 };
const attachedOf = (id: string) => ({ box: id === 'left' ? box : right, outline: 'box' as const });

test('a straight arrow runs from border to border, four px from each', () => {
  const level = { ...right, y: 0 };
  const { points } = arrowLine(bound, (id) => ({ box: id === 'left' ? box : level, outline: 'box' }));
  expect(points).toEqual([
    { x: 104, y: 20 },
    { x: 196, y: 20 },
  ]);
});

test('an elbow leaves and arrives at the sides that face each other', () => {
  // 200 px across and 200 down: as far in both directions, so it leaves at the right, and turns half-way between 104 and 196.
  const { points, middle } = arrowLine({ ...bound, route: 'elbow' }, attachedOf);
  expect(points).toEqual([
    { x: 104, y: 20 },
    { x: 150, y: 20 },
    { x: 150, y: 220 },
    { x: 196, y: 220 },
  ]);
  expect(middle).toEqual({ x: 150, y: 120 });
  expect(arrowPath({ points, route: 'curved' })).toBe('M104 20C150 20 150 220 196 220');
});

test('an arrow whose part is gone ends where it ended when it was drawn', () => {
  const { points } = arrowLine(
    { id: 'a', kind: 'arrow', x: 10, y: 20, from: { x: 0, y: 0 }, to: { part: 'gone', x: 30, y: 40 } },
    () => undefined,
  );
  expect(points).toEqual([
    { x: 10, y: 20 },
    { x: 40, y: 60 },
  ]);
});

test('a head points along the last run, and there is none where none is asked for', () => {
  const line = {
    points: [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ],
  };
  // A line of 2 px has wings of 8 + 2.5 × 2 = 13 px, 0.45 rad off: 100 − 13 cos 0.45 = 88.29, 13 sin 0.45 = 5.65.
  expect(arrowHeadAt(line, 'end', 'arrow', 2)).toEqual({
    path: 'M88.29 -5.65L100 0L88.29 5.65',
    isFilled: false,
  });
  expect(arrowHeadAt(line, 'start', 'triangle', 2)?.isFilled).toBe(true);
  expect(arrowHeadAt(line, 'end', 'none', 2)).toBeNull();
});

test('ink is as large as its box says', () => {
  const ink: Mark = { id: 'i', kind: 'ink', x: 5, y: 5, path: [0, 0, 10, 20, 10, -20] };
  expect(markBox(ink)).toEqual({ x: 5, y: 5, width: 20, height: 20 });
  expect(placedInk({ ...ink, width: 40, height: 10 })).toEqual([
    { x: 0, y: 0 },
    { x: 20, y: 10 },
    { x: 40, y: 0 },
  ]);
});

test.each(shapes)('a %s is drawn in its box and grows with its text', (shape) => {
  const { outline } = shapePaths(shape, box);
  expect(outline).toMatch(/^M[\d. -]+[a-zA-Z].*Z$/);
  expect(outline).not.toContain('NaN');
  const small: Mark = { id: 's', kind: 'shape', shape, width: 100, height: 30, text: 'word '.repeat(30) };
  expect(markBox(small).height).toBeGreaterThan(100);
});

test('a text is higher in each larger size', () => {
  const heights = textSizes.map((size) => markBox({ id: 't', kind: 'text', size, text: 'one' }).height);
  // 14, 20, 28 and 36 px, a line being 20/14 of that.
  expect(heights).toEqual([20, 29, 40, 51]);
});

test('an arrow among the boxes of a design is where what it ends at is, and other kinds say how they are bound', () => {
  const marks: readonly Mark[] = [
    { ...bound, to: { part: 'shape' } },
    { id: 'shape', kind: 'shape', x: 200, y: 0, width: 100, height: 40 },
  ];
  const design = { layout: { marks }, system: {} } as unknown as Design;
  expect(markBoxes(design, new Map([['left', box]])).get('a')).toEqual({
    x: 104,
    y: 20,
    width: 92,
    height: 1,
  });
  const bindable = annotations.filter((one) => one.outlineOf({ id: 'm', kind: one.id }) !== null);
  expect(bindable.map(({ id }) => id)).toEqual(['note', 'text', 'shape', 'image']);
});
