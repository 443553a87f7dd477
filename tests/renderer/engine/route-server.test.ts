import { expect, test, vi } from 'vitest';
import { startRouteJobs } from '../../../renderer/engine/route-jobs';
import { routeServer } from '../../../renderer/engine/route-server';
import { resolve } from '../../../shared/catalog/resolve';
import { drawnLines, routeEdgesOf, routesOf } from '../../../shared/diagram/route';
import { nodeBoxes } from '../../../shared/layout/geometry';
import { sceneOf } from '../../bench/scene';
import { fakeJobWorkers } from '../../support/fake-job-worker';

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

test('a worker is sent edges and boxes once for one number, and a new worker again', () => {
  const { all, spawn } = fakeJobWorkers();
  const jobs = startRouteJobs(spawn);
  const request = { edges, boxes, labelWidths: widths(90), labelScale: 1 };
  const sent = (worker: number): readonly boolean[] =>
    all[worker]?.jobs.map((job) => 'edges' in (job.request as object)) ?? [];
  for (const lines of [1, 1, 2]) {
    void jobs.run({ ...request, lines });
    all[0]?.respond(new Map());
  }
  void jobs.run(request);
  expect(sent(0)).toEqual([true, false, true, true]);
  all[0]?.throw('Out of memory');
  void jobs.run({ ...request, lines: 2 });
  expect(sent(1)).toEqual([true]);
  jobs.stop();
});
