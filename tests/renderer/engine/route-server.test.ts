import { expect, test, vi } from 'vitest';
import { routeServer } from '../../../renderer/engine/route-server';
import { resolve } from '../../../shared/catalog/resolve';
import { drawnLines, routeEdgesOf, routesOf } from '../../../shared/diagram/route';
import { nodeBoxes } from '../../../shared/layout/geometry';
import { sceneOf } from '../../bench/scene';

const design = sceneOf(60);
const resolved = resolve(design);
const edges = routeEdgesOf(design, resolved);
const boxes = nodeBoxes(resolved, design.layout?.nodes ?? {});
const widths = (px: number) => new Map(edges.map(({ id }) => [id, [px, px / 2]] as const));

test('lines are routed once for one number, and labels along them are as if all were routed anew', () => {
  const draw = vi.fn(drawnLines);
  const serve = routeServer(draw);
  for (const [px, labelScale] of [
    [90, 1],
    [40, 1],
    [90, 1.6],
    [90, 1],
  ] as const) {
    const routes = serve({ edges, boxes, labelWidths: widths(px), labelScale, lines: 1 });
    expect(routes).toEqual(routesOf(edges, boxes, () => [px, px / 2], labelScale));
  }
  expect(draw).toHaveBeenCalledTimes(1);
});

test('other edges, and requests without a number, are routed anew', () => {
  const draw = vi.fn(drawnLines);
  const serve = routeServer(draw);
  const request = { edges, boxes, labelWidths: widths(90), labelScale: 1 };
  serve({ ...request, lines: 1 });
  expect(serve({ ...request, edges: edges.slice(0, 5), lines: 2 }).size).toBe(5);
  serve(request);
  serve(request);
  expect(draw).toHaveBeenCalledTimes(4);
});
