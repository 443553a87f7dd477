import { type Route, routesOf } from '../../shared/diagram/route';
import type { Job, JobAnswer } from './jobs';
import type { RouteQuestion } from './route-jobs';

self.addEventListener('message', ({ data: { job, asked } }: MessageEvent<Job<RouteQuestion>>) => {
  const told = routesOf(asked.edges, asked.boxes, (id) => asked.labelWidths.get(id) ?? []);
  const answer: JobAnswer<ReadonlyMap<string, Route>> = { job, told };
  self.postMessage(answer);
});
