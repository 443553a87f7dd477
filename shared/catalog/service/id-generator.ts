import { assumed, listPrice, serverAvailability } from '../basis';
import type { Kind } from '../kind';

/** Hands out numbers that nobody else has. */
export const idGenerator: Kind = {
  id: 'id-generator',
  title: 'ID generator',
  layer: 'service',
  icon: 'fingerprint-pattern',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose: 'Hands out ids that are unique without asking a database for each of them.',
  keywords: [
    'snowflake',
    'sequence',
    'ticket',
    'unique',
    'counter',
    'key generation',
    'kgs',
    'uuid',
    'range',
  ],
  technologies: [
    { name: 'Snowflake', aliases: ['sonyflake', 'snowflake id', 'tsid'] },
    {
      name: 'Range allocator',
      aliases: ['ranges', 'hi-lo', 'segment', 'leaf', 'zookeeper counter', 'key generation service'],
      defaults: {
        serviceMs: assumed(0.5, 'A number out of a range in memory; a new range is fetched ahead', [0.05, 5]),
      },
    },
    {
      name: 'Ticket server',
      aliases: ['flickr ticket server', 'auto increment', 'database sequence'],
      defaults: {
        concurrency: assumed(16, '8 000 ids a second at 2 ms each: every one is a write', [4, 64]),
        serviceMs: assumed(2, 'One write into a table of one row, p99 10 ms', [0.5, 10]),
        cv: assumed(1.08, 'p99 10 ms ÷ mean 2 ms of a gamma service time', [0.5, 2]),
      },
    },
  ],
  defaults: {
    replicas: assumed(2, 'Two with a number each, so that one may fail', [1, 1024]),
    concurrency: assumed(8, '16 000 ids a second of one server at 0.5 ms each', [2, 64]),
    serviceMs: assumed(0.5, 'Counts in memory; most of it is the call', [0.05, 5]),
    cv: assumed(1, 'Exponential: p99 2.3 ms', [0.3, 2]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(31, 'One virtual CPU'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'leaderElection', 'scaleUp'],
  more: [
    'cv',
    'queueLimit',
    'maxUtilization',
    'connectionPool',
    'bandwidthMbps',
    'instanceAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
