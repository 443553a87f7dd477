import { afterEach, expect, test } from 'vitest';
import { routeKeeper } from '../../../../renderer/canvas/edges/edge-routes';
import { type LabelWidths, type RouteRequest, startRouteJobs } from '../../../../renderer/engine/route-jobs';
import { useWorkspace } from '../../../../renderer/store/workspace';
import { routesOf } from '../../../../shared/diagram/route';
import type { Design } from '../../../../shared/model/schema';
import { fakeJobWorkers } from '../../../support/fake-job-worker';

/** So many services, each of which calls every other. */
function complete(count: number): Design {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  return {
    format: 'loadline',
    version: 1,
    id: `complete-${count}`,
    name: 'Complete',
    system: {
      nodes: ids.map((id) => ({ id, kind: 'service' })),
      edges: ids.flatMap((from) =>
        ids.flatMap((to) => (from === to ? [] : [{ id: `${from}-${to}`, from, to }])),
      ),
    },
    layout: {
      nodes: Object.fromEntries(
        ids.map((id, at) => [id, { x: (at % 8) * 300, y: Math.floor(at / 8) * 160 }]),
      ),
    },
  };
}

const still = { places: {}, boxes: {} };
const noLabels: LabelWidths = new Map();

function keeping() {
  const workers = fakeJobWorkers();
  const jobs = startRouteJobs(workers.spawn);
  let answers = 0;
  const routes = routeKeeper(jobs, () => {
    answers += 1;
  });
  /** What the worker was asked last. */
  const asked = (): RouteRequest => {
    const job = workers.all.at(-1)?.jobs.at(-1);
    if (job === undefined) throw new Error('The worker was asked nothing.');
    return job.request as RouteRequest;
  };
  return {
    asked,
    routes: (design: Design, moved = still) => routes(design, moved, noLabels, ''),
    workers: workers.all,
    /** Answers the worker's job as the worker does. */
    answer: async () => {
      const { edges, boxes } = asked();
      workers.all.at(-1)?.respond(routesOf(edges, boxes, () => 0));
      await Promise.resolve();
      await Promise.resolve();
    },
    answers: () => answers,
  };
}

afterEach(() => useWorkspace.setState({ toasts: [] }));

test('an ordinary design is routed at once, without the worker', () => {
  const { routes, workers } = keeping();
  expect(routes(complete(8)).size).toBe(56);
  expect(workers).toHaveLength(0);
});

test('a dense design has simple lines at once and those of the worker when it answers', async () => {
  const { routes, workers, asked, answer, answers } = keeping();
  const design = complete(30);
  const simple = routes(design);
  expect(simple.size).toBe(870);
  expect(workers).toHaveLength(1);
  await answer();
  expect(answers()).toBe(1);
  const settled = routes(design);
  expect(settled).not.toBe(simple);
  const { edges, boxes } = asked();
  expect(new Map(settled)).toEqual(routesOf(edges, boxes, () => 0));
});

test('a dense design keeps all lines but those of the cards that move', async () => {
  const { routes, workers, answer } = keeping();
  const design = complete(30);
  routes(design);
  await answer();
  const before = routes(design);
  const changed = (after: ReturnType<typeof routes>) =>
    [...after].filter(([id, route]) => before.get(id) !== route).map(([id]) => id);
  const ofMoved = [...before.keys()].filter((id) => id.split('-').includes('n9'));

  const dragged = routes(design, { places: { n9: { x: 1000, y: 2000 } }, boxes: {} });
  expect(changed(dragged).sort()).toEqual(ofMoved.sort());
  expect(workers[0]?.jobs).toHaveLength(1);

  const dropped = { ...design, layout: { nodes: { ...design.layout?.nodes, n9: { x: 1000, y: 2000 } } } };
  expect(changed(routes(dropped)).sort()).toEqual(ofMoved.sort());
  expect(workers[0]?.jobs).toHaveLength(2);
});

test('an answer about a design that has been changed since is not shown', async () => {
  const { routes, workers, answers } = keeping();
  const design = complete(30);
  routes(design);
  const changed = { ...design, layout: { nodes: { ...design.layout?.nodes, n9: { x: 1000, y: 2000 } } } };
  const interim = routes(changed);
  workers[0]?.respond(new Map());
  await Promise.resolve();
  await Promise.resolve();
  expect(answers()).toBe(0);
  expect(routes(changed)).toBe(interim);
});

test('where the worker fails the simple lines stay, and it is reported', async () => {
  const { routes, workers } = keeping();
  const design = complete(30);
  const simple = routes(design);
  workers[0]?.throw('out of memory');
  await Promise.resolve();
  await Promise.resolve();
  expect(routes(design)).toBe(simple);
  expect(useWorkspace.getState().toasts.map(({ text }) => text)).toEqual([
    'The edges could not be routed (out of memory): they are drawn without avoiding cards.',
  ]);
});

test('an edit that changes no edge and no box asks for no route, also while the worker works', async () => {
  const { routes, workers, answer } = keeping();
  const design = complete(30);
  const [first, ...others] = design.system.nodes ?? [];
  if (first === undefined) throw new Error('There is a node.');
  const edited = {
    ...design,
    system: { ...design.system, nodes: [{ ...first, config: { replicas: 9 } }, ...others] },
  };
  const simple = routes(design);
  expect(routes(edited)).toBe(simple);
  expect(workers.at(-1)?.jobs).toHaveLength(1);
  await answer();
  const settled = routes(edited);
  expect(settled).not.toBe(simple);
  expect(routes(design)).toBe(settled);
  expect(workers.at(-1)?.jobs).toHaveLength(1);
});
