import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { figuresOf } from '../../../shared/diagram/figures';
import { labelHeight } from '../../../shared/diagram/label-places';
import { edgeWidthPx } from '../../../shared/diagram/path';
import type { RouteEdge } from '../../../shared/diagram/ports';
import {
  elbowRoutes,
  type Route,
  routeEdgesOf,
  routeOf,
  routesOf,
  routesWithin,
} from '../../../shared/diagram/route';
import { nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import { layoutByLayer } from '../../../shared/layout/layered';
import type { Box, Point } from '../../../shared/model/schema';
import { drawnAnalysis, drawnResolved, drawnTinyUrl } from '../../support/drawn-tinyurl';
import { randomDesign } from '../../support/random-design';

const runsOf = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((b, i) => {
    const a = points[i] ?? b;
    return {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
  });
/** The inside of a card: a line may touch its border. */
const inside = (box: Box): Box => ({
  x: box.x + 1,
  y: box.y + 1,
  width: box.width - 2,
  height: box.height - 2,
});
const touches = (run: Box, box: Box) =>
  overlaps({ ...run, width: Math.max(run.width, 0.01), height: Math.max(run.height, 0.01) }, inside(box));
const crossed = (route: Route | undefined, boxes: Iterable<Box>) =>
  [...boxes].filter((box) => runsOf(route?.points ?? []).some((run) => touches(run, box)));
const labelBox = ({ label }: Route): Box | null =>
  label === null
    ? null
    : { x: label.x - label.room / 2, y: label.y - labelHeight / 2, width: label.room, height: labelHeight };

const cardAt = (x: number, y: number): Box => ({ x, y, width: 210, height: 92 });
const edge = (id: string, from: string, to: string): RouteEdge => ({ id, from, to });

describe('one edge', () => {
  test('runs straight between two cards side by side', () => {
    const route = routeOf({ from: cardAt(0, 0), to: cardAt(300, 0) });
    expect(route.points).toEqual([
      { x: 210, y: 46 },
      { x: 300, y: 46 },
    ]);
    expect(route.path).toBe('M210 46L300 46');
    expect([route.fromSide, route.toSide]).toEqual(['right', 'left']);
  });

  test('bends twice in the gutter where the cards stand at different heights, corners rounded with 9 px', () => {
    const route = routeOf({ from: cardAt(0, 0), to: cardAt(300, 200) });
    expect(route.points.map((point) => point.y)).toEqual([46, 46, 246, 246]);
    const [, out, down] = route.points;
    expect(out?.x).toBe(down?.x);
    expect(out?.x).toBeGreaterThan(210);
    expect(out?.x).toBeLessThan(300);
    expect(route.path.match(/Q/g)).toHaveLength(2);
    expect(route.path).toContain(`L${(out?.x ?? 0) - 9} 46Q${out?.x} 46 ${out?.x} 55`);
  });

  test('goes from below to above where one card stands over the other', () => {
    const route = routeOf({ from: cardAt(0, 0), to: cardAt(20, 200) });
    expect([route.fromSide, route.toSide]).toEqual(['bottom', 'top']);
  });

  test('goes to the left where the target stands there, with no loop back', () => {
    const [from, to] = [cardAt(400, 0), cardAt(0, 30)];
    const route = routeOf({ from, to });
    expect([route.fromSide, route.toSide]).toEqual(['left', 'right']);
    expect(Math.max(...route.points.map((point) => point.y))).toBeLessThan(122);
    expect(crossed(route, [from, to])).toEqual([]);
  });

  test('goes around both where a person chose the sides that lie away from each other', () => {
    const [from, to] = [cardAt(400, 0), cardAt(0, 30)];
    const route = routeOf({ from, to, fromSide: 'right', toSide: 'left' });
    expect(Math.max(...route.points.map((point) => point.y))).toBeGreaterThan(122);
    expect(crossed(route, [from, to])).toEqual([]);
  });

  test('passes through the bends that a person placed', () => {
    const points = [
      { x: 250, y: -80 },
      { x: 270, y: 300 },
      { x: 330, y: 300 },
    ];
    const route = routeOf({ from: cardAt(0, 0), to: cardAt(400, 0), points });
    const runs = runsOf(route.points);
    for (const point of points) {
      const holds = runs.some(
        (run) =>
          point.x >= run.x &&
          point.x <= run.x + run.width &&
          point.y >= run.y &&
          point.y <= run.y + run.height,
      );
      expect(holds, JSON.stringify(point)).toBe(true);
    }
  });

  test('leaves and enters by the sides that a person chose', () => {
    const route = routeOf({ from: cardAt(0, 0), to: cardAt(400, 300), fromSide: 'top', toSide: 'right' });
    expect(route.points.at(0)).toEqual({ x: 105, y: 0 });
    expect(route.points.at(-1)).toEqual({ x: 610, y: 346 });
  });

  test('is as wide as the logarithm of its calls says: 1 px at 10, 3.2 px at 100 000', () => {
    expect(edgeWidthPx(0)).toBe(1);
    expect(edgeWidthPx(10)).toBe(1);
    // 1 + 2.2 × (3 − 1) ÷ 4
    expect(edgeWidthPx(1000)).toBe(2.1);
    expect(edgeWidthPx(1e5)).toBe(3.2);
    expect(edgeWidthPx(1e9)).toBe(3.2);
  });
});

describe('several edges', () => {
  test('leave one card at places of their own, in the order of where they lead', () => {
    const boxes = new Map([
      ['a', cardAt(0, 200)],
      ['x', cardAt(320, 0)],
      ['y', cardAt(320, 200)],
      ['z', cardAt(320, 400)],
    ]);
    const routes = routesOf([edge('3', 'a', 'z'), edge('1', 'a', 'x'), edge('2', 'a', 'y')], boxes);
    const starts = ['1', '2', '3'].map((id) => routes.get(id)?.points[0]?.y ?? Number.NaN);
    expect(starts).toEqual([228, 246, 264]);
  });

  test('do not share a lane where their runs would lie on each other', () => {
    const boxes = new Map([
      ['a', cardAt(0, 0)],
      ['b', cardAt(0, 140)],
      ['x', cardAt(320, 400)],
      ['y', cardAt(320, 540)],
    ]);
    const routes = routesOf([edge('1', 'a', 'x'), edge('2', 'b', 'y')], boxes);
    const lanes = ['1', '2'].map((id) => routes.get(id)?.points[1]?.x ?? Number.NaN);
    expect(Math.abs((lanes[0] ?? 0) - (lanes[1] ?? 0))).toBeGreaterThanOrEqual(8);
  });

  test('pass a card that stands between', () => {
    const boxes = new Map([
      ['a', cardAt(0, 0)],
      ['between', cardAt(320, 10)],
      ['b', cardAt(640, 0)],
    ]);
    const route = routesOf([edge('1', 'a', 'b')], boxes).get('1');
    expect(route?.points.length).toBeGreaterThan(2);
    expect(crossed(route, boxes.values())).toEqual([]);
  });

  test('have no route where a card is missing', () => {
    expect(routesOf([edge('1', 'a', 'b')], new Map([['a', cardAt(0, 0)]])).size).toBe(0);
  });
});

/** Every node calls every other. */
function completeGraph(count: number, placeOf: (at: number) => Box) {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  const edges = ids.flatMap((from) =>
    ids.flatMap((to) => (from === to ? [] : [edge(`${from}-${to}`, from, to)])),
  );
  return { edges, boxes: new Map(ids.map((id, at) => [id, placeOf(at)])) };
}

describe('edges that lie on each other without end', () => {
  const grids: readonly (readonly [string, (at: number) => Box])[] = [
    ['in a row', (at) => cardAt(at * 300, 0)],
    ['far apart', (at) => cardAt((at % 9) * 1e6, Math.floor(at / 9) * 1e6)],
  ];

  test.each(grids)('all have a route, for a limited amount of work: a complete graph %s', (_, placeOf) => {
    const { edges, boxes } = completeGraph(80, placeOf);
    // 6320 edges: without a limit, 24 to 39 million boxes were looked at to plan them.
    const routes = routesWithin(17_000_000, edges, boxes);
    expect(routes?.size).toBe(6320);
  });

  test('of one hub are drawn for work in proportion to their number', () => {
    const count = 5_000;
    const ids = Array.from({ length: count }, (_, at) => `n${at}`);
    const boxes = new Map([
      ['hub', cardAt(0, 0)],
      ...ids.map((id, at) => [id, cardAt(600, at * 120)] as const),
    ]);
    const routes = routesWithin(
      15_000_000,
      ids.map((id) => edge(id, 'hub', id)),
      boxes,
    );
    expect(routes?.size).toBe(count);
  });

  test('are given up where less work is allowed than they need, and are the same where it is enough', () => {
    const { edges, boxes } = completeGraph(9, (at) => cardAt((at % 3) * 300, Math.floor(at / 3) * 160));
    expect(routesWithin(100, edges, boxes)).toBeNull();
    expect(routesWithin(edges.length * 60 + 1, edges, boxes)).toBeNull();
    let labels = 0;
    const dense = completeGraph(80, (at) => cardAt(at * 300, 0));
    expect(routesWithin(400_000, dense.edges, dense.boxes, () => (labels += 1))).toBeNull();
    expect(labels, 'given up before the labels').toBe(0);
    expect(routesWithin(1_000_000, edges, boxes)).toEqual(routesOf(edges, boxes));
  });

  test('can be drawn at once by their ends alone: level and upright runs from card to card, without labels', () => {
    const { edges, boxes } = completeGraph(20, (at) => cardAt((at % 5) * 300, Math.floor(at / 5) * 160));
    const routes = elbowRoutes(edges, boxes);
    const resting = routesOf(edges, boxes);
    expect(routes.size).toBe(edges.length);
    for (const [id, route] of routes) {
      expect(route.label).toBeNull();
      for (const run of runsOf(route.points)) expect(Math.min(run.width, run.height)).toBeLessThan(0.001);
      const { fromSide, toSide, points } = resting.get(id) ?? {};
      expect([route.fromSide, route.toSide]).toEqual([fromSide, toSide]);
      if (toSide === 'left' || toSide === 'right') expect(route.points.at(-1)?.x).toBe(points?.at(-1)?.x);
    }
  });
});

describe('TinyURL', () => {
  const boxes = nodeBoxes(drawnResolved, drawnTinyUrl.layout?.nodes ?? {});
  const figures = figuresOf(drawnResolved, drawnAnalysis);
  const routes = routesOf(routeEdgesOf(drawnTinyUrl, drawnResolved), boxes, (id) =>
    (figures.edge(id)?.alternatives ?? []).map(({ width }) => width),
  );

  test('has a route for every edge, under no card', () => {
    expect(routes.size).toBe(drawnResolved.edges.length);
    for (const [id, route] of routes) expect(crossed(route, boxes.values()), id).toEqual([]);
  });

  test('has a label on every edge, under no card and on no other label', () => {
    const labels = [...routes.values()].flatMap((route) => labelBox(route) ?? []);
    expect(labels).toHaveLength(routes.size);
    for (const label of labels) {
      for (const box of boxes.values()) expect(overlaps(label, box)).toBe(false);
      expect(labels.filter((other) => other !== label && overlaps(other, label))).toEqual([]);
    }
  });

  test('is routed the same each time', () => {
    const again = routesOf(routeEdgesOf(drawnTinyUrl, drawnResolved), boxes, (id) =>
      (figures.edge(id)?.alternatives ?? []).map(({ width }) => width),
    );
    expect(again).toEqual(routes);
  });
});

describe('any design', () => {
  test('laid out by layer, has no edge under its own two cards, and no label under any card or other label', () => {
    fc.assert(
      fc.property(randomDesign(), (design) => {
        const resolved = resolve(design);
        const boxes = nodeBoxes(resolved, layoutByLayer(resolved).places);
        const edges = routeEdgesOf(design, resolved);
        const routes = routesOf(edges, boxes);
        const labels = [...routes.values()].flatMap((route) => labelBox(route) ?? []);
        for (const { id, from, to } of edges) {
          const own = [boxes.get(from), boxes.get(to)].filter((box) => box !== undefined);
          expect(crossed(routes.get(id), own), id).toEqual([]);
        }
        for (const label of labels) {
          for (const box of boxes.values()) expect(overlaps(label, box)).toBe(false);
          expect(labels.filter((other) => other !== label && overlaps(other, label))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('wherever its cards stand, has routes of level and upright runs that end at the cards', () => {
    fc.assert(
      fc.property(randomDesign({ placed: true }), (design) => {
        const resolved = resolve(design);
        const boxes = nodeBoxes(resolved, design.layout?.nodes ?? {});
        for (const route of routesOf(routeEdgesOf(design, resolved), boxes).values()) {
          for (const run of runsOf(route.points)) expect(Math.min(run.width, run.height)).toBeLessThan(0.001);
          expect(route.path).toMatch(/^M[-\d. LQ]+$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('two edges do not run on each other over a long way, where their cards leave them room', () => {
  // a's run leaves at 46 and must bend behind the first obstacle; b's must bend before the second one and arrives at 49.
  const boxes = new Map([
    ['a', cardAt(0, 0)],
    ['b', cardAt(0, 300)],
    ['obstacle', cardAt(600, 200)],
    ['second', cardAt(600, 310)],
    ['x', cardAt(1200, 200)],
    ['y', cardAt(1500, 3)],
  ]);
  const edges = [edge('1', 'a', 'x'), edge('2', 'b', 'y')];
  const runs = [...routesOf(edges, boxes)].flatMap(([id, route]) =>
    runsOf(route.points)
      .filter((run) => run.width > 24)
      .map((run) => ({ id, ...run })),
  );
  for (const run of runs) {
    const near = runs.filter(
      (other) =>
        other.id !== run.id &&
        Math.abs(other.y - run.y) < 5 &&
        Math.min(other.x + other.width, run.x + run.width) - Math.max(other.x, run.x) > 24 &&
        other.height === 0 &&
        run.height === 0,
    );
    expect(near, run.id).toEqual([]);
  }
});
