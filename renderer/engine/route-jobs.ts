import type { RouteEdge } from '../../shared/diagram/ports';
import type { Route } from '../../shared/diagram/route';
import type { Box } from '../../shared/model/schema';
import { type Jobs, startJobs } from './jobs';

/** px of all wordings of the labels, from the wanted one to the shortest, by edge id; none for no label. */
export type LabelWidths = ReadonlyMap<string, readonly number[]>;

/** What routing wants to know of a design. */
export interface RouteQuestion {
  readonly edges: readonly RouteEdge[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly labelWidths: LabelWidths;
}

export type RouteJobs = Jobs<RouteQuestion, ReadonlyMap<string, Route>>;

/** The work of routing is limited: a worker that takes so long does not end. */
const limitMs = 20_000;

export function startRouteJobs(spawn: () => Worker = spawnWorker): RouteJobs {
  return startJobs(spawn, { limitMs, latestWins: true });
}

function spawnWorker(): Worker {
  return new Worker(new URL('./route-worker.ts', import.meta.url), { type: 'module', name: 'routes' });
}
