import { sessionPlaces } from '../vocabulary';
import { choice, field, flag, seconds, servers, share } from './field';

/** How it grows with the load, and what it remembers. */
export const scalingFields = {
  autoscaleMin: field(servers, { title: 'Min servers' }),
  autoscaleMax: field(servers, { title: 'Max servers' }),
  autoscaleDelaySeconds: field(seconds, {
    title: 'Scale-out time',
    hint: 'From the alarm to the first request of a new server',
  }),
  sessions: field(choice(sessionPlaces, { 'in-memory': 'in memory', external: 'external store' }), {
    title: 'Session storage',
    hint: 'Where session state is kept between requests',
  }),
  leaderElection: field(flag, {
    title: 'Leader election',
    hint: 'One server is active; another takes over when it fails',
  }),
  contention: field(share, {
    title: 'Contention',
    hint: 'Share of the work that cannot run in parallel (σ of the universal scalability law)',
  }),
  coherency: field(share, {
    title: 'Coherency',
    hint: 'Coordination cost of each pair of servers (κ of the universal scalability law)',
  }),
};
