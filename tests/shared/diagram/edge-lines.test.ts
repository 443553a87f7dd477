import { describe, expect, test } from 'vitest';
import type { RouteEdge } from '../../../shared/diagram/ports';
import { type Route, routeOf, routesOf } from '../../../shared/diagram/route';
import { fewestBends } from '../../../shared/diagram/through-bends';
import type { Box, Point, Side } from '../../../shared/model/schema';
import { sides } from '../../../shared/model/vocabulary';

const cardAt = (x: number, y: number): Box => ({ x, y, width: 210, height: 92 });

/** Whether a line of level and upright runs passes through the inside of a card. */
const passes = (points: readonly Point[], box: Box): boolean =>
  points.slice(1).some((b, at) => {
    const a = points[at] ?? b;
    return (
      Math.min(a.x, b.x) < box.x + box.width &&
      Math.max(a.x, b.x) > box.x &&
      Math.min(a.y, b.y) < box.y + box.height &&
      Math.max(a.y, b.y) > box.y
    );
  });

const portsOf = ({ points, fromSide, toSide }: Route) => {
  const [from, to] = [points.at(0), points.at(-1)];
  if (from === undefined || to === undefined) throw new Error('The line has no ends.');
  return { from: { ...from, side: fromSide }, to: { ...to, side: toSide } };
};

describe('whatever sides a person chose', () => {
  const pairs = sides.flatMap((fromSide) => sides.map((toSide): [Side, Side] => [fromSide, toSide]));
  test.each(pairs)(
    'from %s to %s the line passes neither its own cards nor one between',
    (fromSide, toSide) => {
      for (const to of [cardAt(600, 0), cardAt(600, 400), cardAt(-600, 300), cardAt(0, 400)]) {
        const boxes = new Map([
          ['a', cardAt(0, 0)],
          ['b', to],
          ['between', cardAt(to.x / 2 + 20, to.y / 2 + 10)],
        ]);
        if (to.x === 0) boxes.delete('between');
        const edge: RouteEdge = { id: 'e', from: 'a', to: 'b', fromSide, toSide };
        const route = routesOf([edge], boxes).get('e');
        expect([route?.fromSide, route?.toSide]).toEqual([fromSide, toSide]);
        for (const box of boxes.values())
          expect(passes(route?.points ?? [], box), JSON.stringify(route?.points)).toBe(false);
      }
    },
  );
});

describe('bends that a person placed', () => {
  const bend = { x: 300, y: 60 };

  test('behind the side that the line leaves by make no run that goes back on itself', () => {
    const boxes = new Map([
      ['a', cardAt(0, 200)],
      ['b', cardAt(262, 0)],
    ]);
    const points = [{ x: 200, y: 46 }];
    const edge: RouteEdge = { id: 'e', from: 'a', to: 'b', fromSide: 'right', toSide: 'left', points };
    const line = routesOf([edge], boxes).get('e')?.points ?? [];
    expect(line.length).toBeGreaterThan(3);
    line.slice(2).forEach((c, at) => {
      const [a, b] = [line[at] ?? c, line[at + 1] ?? c];
      expect(
        (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y),
        JSON.stringify(line),
      ).toBeGreaterThanOrEqual(0);
    });
  });

  test('stay, and the rest of the line goes around a card that comes into its way', () => {
    const obstacle = cardAt(330, 120);
    const boxes = new Map([
      ['a', cardAt(0, 0)],
      ['b', cardAt(700, 140)],
      ['obstacle', obstacle],
    ]);
    const route = routesOf([{ id: 'e', from: 'a', to: 'b', points: [bend] }], boxes).get('e');
    expect(passes(route?.points ?? [], obstacle)).toBe(false);
    expect(
      passes(route?.points ?? [], { x: bend.x - 0.01, y: bend.y - 0.01, width: 0.02, height: 0.02 }),
    ).toBe(true);
  });

  test('are no more than say how the line runs: what was worked out is worked out again when a card moves', () => {
    const [from, to] = [cardAt(0, 0), cardAt(500, 200)];
    const route = routeOf({ from, to });
    const moved = route.points.map((point, at) => (at === 1 || at === 2 ? { ...point, x: 260 } : point));
    const kept = fewestBends(portsOf(route), moved.slice(1, -1));
    expect(kept).toHaveLength(1);
    expect(routeOf({ from, to, points: kept }).points).toEqual(moved);
    // The callee goes up beyond the caller: the run stays at 260 and leads straight there.
    const after = routeOf({ from, to: cardAt(500, -300), points: kept });
    expect(after.points.map(({ x }) => x)).toEqual([210, 260, 260, 500]);
  });
});

test('parallel edges between two cards run beside each other', () => {
  const boxes = new Map([
    ['a', cardAt(0, 0)],
    ['b', cardAt(400, 0)],
  ]);
  const routes = routesOf(
    [
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'a', to: 'b' },
      { id: '3', from: 'b', to: 'a' },
    ],
    boxes,
  );
  const heights = [...routes.values()].map(({ points }) => points.map(({ y }) => y));
  expect(heights.every((ys) => ys.every((y) => y === ys[0]))).toBe(true);
  const ys = heights.map(([y]) => y ?? 0).sort((a, b) => a - b);
  expect(ys.slice(1).every((y, at) => y - (ys[at] ?? 0) >= 12)).toBe(true);
});

describe('the styles of a line', () => {
  const [from, to] = [cardAt(0, 0), cardAt(500, 300)];

  test('straight goes from end to end, its arrow in its own direction', () => {
    const { points, arrow } = routeOf({ from, to, style: 'straight' });
    expect(points).toHaveLength(2);
    expect(arrow).not.toBe(routeOf({ from, to }).arrow);
  });

  test('curved leaves and enters as the elbow does, and sweeps less where a card stands in the bend', () => {
    const elbow = routeOf({ from, to });
    const curved = routeOf({ from, to, style: 'curved' });
    expect(curved.points).toEqual(elbow.points);
    expect(curved.path).not.toBe(elbow.path);
    expect([curved.line.at(0), curved.line.at(-1)]).toEqual([elbow.points.at(0), elbow.points.at(-1)]);
    const obstacle = cardAt(150, 150);
    const beside = routeOf({ from, to, style: 'curved' }, [obstacle]);
    expect(
      beside.line.some((point) => passes([point, { x: point.x + 0.01, y: point.y + 0.01 }], obstacle)),
    ).toBe(false);
  });
});
