import { assumed, listPrice, serverAvailability } from '../basis';
import type { Kind } from '../kind';
import { serverFields } from './server-fields';

/** Servers that take work from a queue or a stream. */
export const worker: Kind = {
  id: 'worker',
  title: 'Worker',
  layer: 'service',
  icon: 'cpu',
  behaviour: 'station',
  holdsSlot: true,
  maxScaleUp: 8,
  purpose: 'Takes work from a queue or a stream and does it while nobody waits.',
  keywords: ['consumer', 'job', 'background', 'processor', 'aggregator', 'task', 'subscriber'],
  technologies: [
    { name: 'Sidekiq', aliases: ['ruby', 'rails worker'] },
    { name: 'Celery', aliases: ['python worker', 'rq'] },
    { name: 'BullMQ', aliases: ['bull', 'node worker'] },
    { name: 'Hangfire', aliases: ['.net worker'] },
    { name: 'Temporal worker', aliases: ['temporal.io worker', 'cadence worker'] },
    {
      name: 'Flink',
      aliases: ['flink job'],
      defaults: {
        serviceMs: assumed(1, 'Counts and windows in memory', [0.05, 20]),
        concurrency: assumed(8, 'Task slots of one server', [1, 64]),
      },
    },
  ],
  defaults: {
    replicas: assumed(4, 'Short jobs at 1 000 a second, with room', [1, 1000]),
    concurrency: assumed(8, 'Jobs that a server of two virtual CPUs works on concurrently', [1, 256]),
    serviceMs: assumed(10, 'A short job, such as storing one event; long ones take seconds', [1, 60_000]),
    cv: assumed(1, 'Exponential; jobs differ', [0, 3]),
    instanceAvailability: serverAvailability,
    autoscaleDelaySeconds: assumed(120, 'From the alarm to the first job on a new server', [20, 600]),
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'cv', 'scaleUp'],
  more: serverFields(['sessions', 'slaAvailability', 'authentication', 'rateLimitRps']),
};
