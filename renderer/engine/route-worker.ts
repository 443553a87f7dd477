import { type Route, routesOf } from '../../shared/diagram/route';
import type { RouteRequest } from './route-jobs';
import { serveJobs } from './serve-jobs';

serveJobs<RouteRequest, ReadonlyMap<string, Route>>(({ edges, boxes, labelWidths, labelScale }) =>
  routesOf(edges, boxes, (id) => labelWidths.get(id) ?? [], labelScale),
);
