import type { Route } from '../../shared/diagram/route';
import type { RouteRequest } from './route-jobs';
import { routeServer } from './route-server';
import { serveJobs } from './serve-jobs';

serveJobs<RouteRequest, ReadonlyMap<string, Route>>(routeServer());
