import type { Route } from '../../shared/diagram/route';
import type { SentRouteRequest } from './route-jobs';
import { routeServer } from './route-server';
import { serveJobs } from './serve-jobs';

serveJobs<SentRouteRequest, ReadonlyMap<string, Route>>(routeServer());
