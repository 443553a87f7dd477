import { assumed, listPrice, sla, sourced } from '../basis';
import type { Kind } from '../kind';

/** A cache beside the store: the caller looks here first and asks the store only for what is missing. */
export const cache: Kind = {
  id: 'cache',
  title: 'Cache',
  layer: 'cache',
  icon: 'zap',
  behaviour: 'aside-cache',
  maxScaleUp: 8,
  purpose: 'Keeps what is read often in memory, so that only the misses reach the store.',
  keywords: ['memory', 'lookaside', 'cache-aside', 'session', 'hot', 'in-memory'],
  protocol: 'redis',
  technologies: [
    { name: 'Redis', aliases: ['valkey', 'elasticache', 'keydb'] },
    {
      name: 'Memcached',
      aliases: ['memcache'],
      protocol: 'memcached',
      defaults: {
        concurrency: assumed(40, '200 000 operations a second on several threads at 0.2 ms', [10, 200]),
      },
    },
    { name: 'Dragonfly', aliases: ['dragonflydb'] },
  ],
  defaults: {
    hitRate: assumed(0.9, 'A working set that fits, read far more often than written', [0.3, 0.99]),
    replicas: assumed(2, 'Two nodes, so that one may fail', [1, 100]),
    concurrency: sourced(
      20,
      '100 000 operations a second a node without pipelining, at 0.2 ms each',
      'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/benchmarks/',
      [5, 200],
    ),
    serviceMs: assumed(0.2, 'p99 1 ms', [0.05, 2]),
    cv: assumed(1.08, 'p99 1 ms ÷ mean 0.2 ms of a gamma service time', [0.5, 2]),
    instanceAvailability: assumed(0.999, 'A single node; 0.9999 over several zones', [0.99, 0.9999]),
    slaAvailability: sla(0.999, 'ElastiCache'),
    memoryBytes: assumed(13_000_000_000, 'A node of the class r6g.large', [500_000_000, 400_000_000_000]),
    ttlSeconds: assumed(3600, 'An hour', [0, 2_592_000]),
    evictionPolicy: assumed('LRU', 'What was not read for longest goes first'),
    unitCostUsd: listPrice(150, 'A node of the class r6g.large'),
  },
  main: ['hitRate', 'hitRates', 'replicas', 'serviceMs', 'memoryBytes'],
  more: [
    'concurrency',
    'cv',
    'items',
    'zipfExponent',
    'ttlSeconds',
    'evictionPolicy',
    'scaleUp',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
