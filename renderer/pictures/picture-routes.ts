import { type Route, routesWithin } from '../../shared/diagram/route';
import type { Routing } from '../../shared/formats/svg/picture';
import { type RouteJobs, startPictureRouteJobs } from '../engine/route-jobs';
import { t } from '../words/t';

/** So much is looked at for routes at once, a few ms of it; those of a larger design come from a worker. */
const quickWork = 100_000;

let jobs: RouteJobs | null = null;

function sharedJobs(): RouteJobs {
  jobs ??= startPictureRouteJobs();
  return jobs;
}

/** The routes in a picture, which never hold the window for long. */
export async function pictureRoutes(
  { edges, boxes, labelWidths }: Routing,
  running: () => RouteJobs = sharedJobs,
): Promise<ReadonlyMap<string, Route>> {
  const quick = routesWithin(quickWork, edges, boxes, (id) => labelWidths.get(id) ?? []);
  if (quick !== null) return quick;
  const outcome = await running().run({ edges, boxes, labelWidths, labelScale: 1 });
  if (outcome.kind === 'done') return outcome.response;
  const message = outcome.kind === 'threw' ? outcome.message : t('it took too long');
  throw new Error(t('The edges could not be routed: {message}', { message }));
}
