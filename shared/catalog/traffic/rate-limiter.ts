import { assumed, listPrice, serverAvailability } from '../basis';
import type { Kind } from '../kind';

/** Counts what each caller asks for and refuses what is too much. */
export const rateLimiter: Kind = {
  id: 'rate-limiter',
  title: 'Rate limiter',
  layer: 'traffic',
  icon: 'gauge',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose: 'Counts the requests of each caller and refuses those beyond a limit, before they cost anything.',
  keywords: ['throttle', 'throttling', 'quota', 'token bucket', 'leaky bucket', 'limit', 'abuse', '429'],
  technologies: [
    { name: 'Envoy rate limit', icon: 'envoyproxy', aliases: ['envoy ratelimit', 'lyft ratelimit'] },
    { name: 'Redis counters', icon: 'redis', aliases: ['redis rate limit', 'redis-cell', 'bucket4j'] },
    {
      name: 'In memory',
      aliases: ['local limiter', 'nginx limit_req', 'guava rate limiter'],
      defaults: {
        serviceMs: assumed(0.05, 'A counter in the memory of each server, p99 0.25 ms', [0.01, 0.5]),
        cv: assumed(1.08, 'p99 0.25 ms ÷ mean 0.05 ms of a gamma service time', [0.5, 2]),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
    concurrency: assumed(16, '16 000 decisions a second on two virtual CPUs at 1 ms each', [4, 200]),
    serviceMs: assumed(1, 'Asks and raises a counter in a shared cache, p99 5 ms', [0.05, 10]),
    cv: assumed(1.08, 'p99 5 ms ÷ mean 1 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['replicas', 'rateLimitRps', 'concurrency', 'serviceMs', 'scaleUp'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'bandwidthMbps',
    'authentication',
    'instanceAvailability',
    'multiZone',
    'unitCostUsd',
  ],
};
