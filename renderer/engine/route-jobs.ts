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
}

export type RouteJobs = Jobs<RouteRequest, ReadonlyMap<string, Route>>;

export function startRouteJobs(spawn: () => Worker = spawnWorker): RouteJobs {
  return startJobs(workerKinds.routes, spawn);
}

function spawnWorker(): Worker {
  return new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module', name: 'routes' });
}
