import { expect, test } from 'vitest';
import { eachDot, paceOf, trackOf } from '../../../renderer/canvas/traffic/dots';

test('dots follow each other closer and faster the more calls there are, and not at all without calls', () => {
  expect(paceOf(0)).toBeNull();
  const [few, many] = [paceOf(10), paceOf(100_000)];
  expect(many?.gapPx).toBeLessThan(few?.gapPx ?? 0);
  expect(many?.pxPerSecond).toBeGreaterThan(few?.pxPerSecond ?? 0);
  expect(paceOf(1e12)).toEqual(paceOf(1e6));
});

test('dots stand on the line, a gap apart, and move on with time', () => {
  const track = trackOf([
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ]);
  const dotsAt = (seconds: number) => {
    const dots: [number, number][] = [];
    eachDot(track, { gapPx: 80, pxPerSecond: 10 }, seconds, (x, y) => dots.push([x, y]));
    return dots;
  };
  expect(track.length).toBe(200);
  expect(dotsAt(0)).toEqual([
    [0, 0],
    [80, 0],
    [100, 60],
  ]);
  // 3 s × 10 px = 30 px farther.
  expect(dotsAt(3)).toEqual([
    [30, 0],
    [100, 10],
    [100, 90],
  ]);
  expect(dotsAt(8)).toEqual(dotsAt(0));
});
