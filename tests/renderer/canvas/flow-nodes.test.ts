import { expect, test } from 'vitest';
import { canvasPxOf, detailOf } from '../../../renderer/canvas/detail';
import { nodeDeriver } from '../../../renderer/canvas/flow-nodes';
import { withRunAt } from '../../../renderer/canvas/tools/bend';
import { resized } from '../../../renderer/canvas/tools/resize';
import { applyChanges } from '../../../shared/model/apply';
import { geometry } from '../../../shared/model/limits';
import { sampleDesign } from './sample-design';

const still = { places: {}, boxes: {} };

test('a part that stands and looks as before is the same object, whatever else changed', () => {
  const derive = nodeDeriver();
  const design = sampleDesign();
  const before = derive(design, new Set(), still);
  const moved = applyChanges(design, [{ op: 'place', places: { db: { x: 940, y: 0 } } }]);
  const after = derive(moved, new Set(['api']), still);
  const same = after.filter((node, index) => node === before[index]).map(({ id }) => id);
  expect(same).toEqual(['east', 'west', 'user', 'note']);
});

test('groups come before what stands in them and lie below it', () => {
  const nodes = nodeDeriver()(sampleDesign(), new Set(), still);
  expect(nodes.map(({ id }) => id)).toEqual(['east', 'west', 'user', 'api', 'db', 'note']);
  const [group, , card] = nodes;
  expect(group?.zIndex).toBeLessThan(card?.zIndex ?? 0);
});

test('every part has its size from the model, so that nothing has to be measured', () => {
  for (const node of nodeDeriver()(sampleDesign(), new Set(), still)) {
    expect(node.measured).toEqual({ width: node.width, height: node.height });
  }
});

test('what is dragged stands where the pointer holds it', () => {
  const moved = { places: { api: { x: 1, y: 2 } }, boxes: {} };
  const nodes = nodeDeriver()(sampleDesign(), new Set(), moved);
  expect(nodes.find(({ id }) => id === 'api')?.position).toEqual({ x: 1, y: 2 });
});

test.each([
  [1, 'full'],
  [0.96, 'full'],
  [0.95, 'enlarged'],
  [0.8, 'enlarged'],
  [0.79, 'compact'],
  [0.38, 'compact'],
  [0.37, 'tile'],
  [0.26, 'tile'],
  [0.1, 'dot'],
])('at a zoom of %d a card is drawn in detail %s', (zoom, detail) => {
  expect(detailOf(zoom)).toBe(detail);
});

test('a step that is shown is kept for a little below its zoom, so that an unsteady pinch changes nothing', () => {
  // 79.6 % is still shown as 80 %; from below, a step begins at its zoom.
  expect(detailOf(0.796, 'enlarged')).toBe('enlarged');
  expect(detailOf(0.796, 'compact')).toBe('compact');
  expect(detailOf(0.794, 'enlarged')).toBe('compact');
  expect(detailOf(0.376, 'compact')).toBe('compact');
  expect(detailOf(0.376, 'tile')).toBe('tile');
  expect(detailOf(0.2, 'full')).toBe('dot');
});

test('letters of 11 screen pixels are never drawn smaller, at any zoom', () => {
  for (let zoom = 0.05; zoom < 3; zoom *= 1.03) {
    expect(11 * canvasPxOf(zoom) * zoom).toBeGreaterThanOrEqual(11 - 1e-9);
  }
});

test('a resized box keeps its other side, and its smallest size', () => {
  const box = { x: 0, y: 0, width: 300, height: 200 };
  const smallest = { width: 120, height: 80 };
  expect(resized(box, 'nw', { x: 40, y: 60 }, smallest)).toEqual({ x: 40, y: 60, width: 260, height: 140 });
  expect(resized(box, 'e', { x: 20, y: 900 }, smallest)).toEqual({ x: 0, y: 0, width: 120, height: 200 });
});

test('moving an upright run of an edge moves both its corners sideways', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 50, y: 90 },
    { x: 100, y: 90 },
  ];
  expect(withRunAt(points, 1, { x: 70, y: 33 })).toEqual([
    { x: 0, y: 0 },
    { x: 70, y: 0 },
    { x: 70, y: 90 },
    { x: 100, y: 90 },
  ]);
});

test('notes and texts of the smallest and the largest size that a design allows have a box on the canvas', () => {
  const { farthestPx, smallestSizePx, largestSizePx } = geometry;
  const marks = [smallestSizePx, largestSizePx].flatMap((size) =>
    ['note', 'text'].flatMap((kind) =>
      [-farthestPx, farthestPx].map((at) => ({
        id: `${kind}${size}${at < 0 ? 'a' : 'b'}`,
        kind,
        x: at,
        y: at,
        width: size,
        height: size,
        text: 'Words that do not fit',
      })),
    ),
  );
  const design = { ...sampleDesign(), layout: { marks } };
  const nodes = nodeDeriver()(design, new Set(), { places: {}, boxes: {} });
  const drawn = nodes.filter(({ type }) => type === 'note' || type === 'text');
  expect(drawn).toHaveLength(marks.length);
  for (const { id, width = 0, height = 0 } of drawn) {
    expect(width, id).toBeGreaterThanOrEqual(24);
    expect(height, id).toBeGreaterThan(0);
    expect(Number.isFinite(width) && Number.isFinite(height), id).toBe(true);
  }
});
