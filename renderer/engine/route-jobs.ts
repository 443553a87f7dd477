import type { RouteEdge } from '../../shared/diagram/ports';
import type { Route } from '../../shared/diagram/route';
import type { Box } from '../../shared/model/schema';
import { type Jobs, startJobs } from './jobs';
import { workerKinds } from './worker-kinds';

/** px of all wordings of the labels, from the wanted one to the shortest, by edge id; none for no label. */
export type LabelWidths = ReadonlyMap<string, readonly number[]>;

/** What routing reads of a design. */
export interface RouteRequest {
  readonly edges: readonly RouteEdge[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labelWidths: LabelWidths;
  /** The same number again for the same edges and boxes, whose lines are then not routed again. */
  readonly lines?: number;
  /** How much larger than at 100 % labels are drawn. */
  readonly labelScale: number;
}

/** A request as the worker is sent it: without edges and boxes where it has them from the one before. */
export type SentRouteRequest = Omit<RouteRequest, 'edges' | 'boxes'> &
  Partial<Pick<RouteRequest, 'edges' | 'boxes'>>;

function writesRequests(): (request: RouteRequest) => SentRouteRequest {
  let sent: number | undefined;
  return (request) => {
    const { edges, boxes, ...rest } = request;
    const isKnown = rest.lines !== undefined && rest.lines === sent;
    sent = rest.lines;
    return isKnown ? rest : request;
  };
}

export type RouteJobs = Jobs<RouteRequest, ReadonlyMap<string, Route>>;

/** For the routes on a canvas: only the latest are wanted. */
export function startRouteJobs(spawn: () => Worker = spawnWorker): RouteJobs {
  return startJobs(workerKinds.routes, spawn, { writer: writesRequests });
}

/** For the routes in pictures. */
export function startPictureRouteJobs(spawn: () => Worker = spawnWorker): RouteJobs {
  return startJobs(workerKinds.pictures, spawn);
}

function spawnWorker(): Worker {
  return new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module', name: 'routes' });
}
