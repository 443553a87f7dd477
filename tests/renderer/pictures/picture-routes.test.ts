import { describe, expect, test } from 'vitest';
import { startPictureRouteJobs } from '../../../renderer/engine/route-jobs';
import { pictureRoutes } from '../../../renderer/pictures/picture-routes';
import { resolve } from '../../../shared/catalog/resolve';
import { routesOf } from '../../../shared/diagram/route';
import type { Routing } from '../../../shared/formats/svg/picture';
import { routingOf } from '../../../shared/formats/svg/scene';
import type { Design } from '../../../shared/model/schema';
import { fakeJobWorkers } from '../../support/fake-job-worker';
import { sampleDesign } from '../canvas/sample-design';

/** So many services, each calling the next. */
function chain(count: number): Design {
  const ids = Array.from({ length: count }, (_, at) => `n${at}`);
  const nodes = ids.map((id) => ({ id, kind: 'service' }));
  const edges = ids.slice(1).map((to, at) => ({ id: `e${at}`, from: ids[at] ?? '', to }));
  return { ...sampleDesign(), system: { nodes, edges } };
}

const routing = (design: Design): Routing => routingOf(design, resolve(design), null, {});
const routed = ({ edges, boxes, labelWidths }: Routing) =>
  routesOf(edges, boxes, (id) => labelWidths.get(id) ?? []);

describe('the routes in a picture', () => {
  test('are worked out in place where that is quick, as they are without a window', async () => {
    const workers = fakeJobWorkers();
    const wanted = routing(sampleDesign());
    const routes = await pictureRoutes(wanted, () => startPictureRouteJobs(workers.spawn));
    expect(routes).toEqual(routed(wanted));
    expect(routes.size).toBe(2);
    expect(workers.all).toEqual([]);
  });

  test('of a large design come from a worker', async () => {
    const workers = fakeJobWorkers();
    const wanted = routing(chain(2_000));
    const routes = pictureRoutes(wanted, () => startPictureRouteJobs(workers.spawn));
    expect(workers.all.flatMap(({ jobs }) => jobs.map(({ request }) => request))).toEqual([
      { ...wanted, labelScale: 1 },
    ]);
    const response = new Map([['e0', { path: 'M0 0' }]]);
    workers.all[0]?.respond(response);
    expect(await routes).toBe(response);
  });

  test('say why there are none', async () => {
    const workers = fakeJobWorkers();
    const routes = pictureRoutes(routing(chain(2_000)), () => startPictureRouteJobs(workers.spawn));
    workers.all[0]?.throw('no memory');
    await expect(routes).rejects.toThrow('The edges could not be routed: no memory');
  });
});
