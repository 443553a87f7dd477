import { assumed, listPrice, managedAvailability, managedReplicas, recordBytes, sourced } from '../basis';
import type { Kind } from '../kind';

const elastiCacheSla = sourced(
  0.9999,
  'SLA of ElastiCache over several zones, a single node 0.995; a refund threshold, not a measurement',
  'https://aws.amazon.com/elasticache/sla/',
);

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
    {
      name: 'Redis',
      icon: 'redis',
      aliases: ['redis cluster cache', 'redis enterprise', 'redis cloud'],
    },
    {
      name: 'Valkey',
      aliases: ['valkey cache'],
      defaults: {
        concurrency: assumed(
          40,
          'Several threads for the network: 200 000 operations a second at 0.2 ms',
          [5, 240],
        ),
      },
    },
    {
      name: 'Memcached',
      aliases: ['memcache', 'mcrouter'],
      protocol: 'memcached',
      defaults: {
        concurrency: assumed(40, '200 000 operations a second on several threads at 0.2 ms', [10, 200]),
      },
    },
    {
      name: 'ElastiCache',
      aliases: ['amazon elasticache', 'elasticache serverless', 'memorystore', 'azure cache for redis'],
      managed: true,
      defaults: {
        replicas: managedReplicas,
        concurrency: assumed(40, 'Two nodes of the class r6g.large: 200 000 operations a second', [20, 1000]),
        memoryBytes: assumed(
          26_000_000_000,
          'Two nodes of the class r6g.large',
          [500_000_000, 5_000_000_000_000],
        ),
        instanceAvailability: managedAvailability,
        slaAvailability: elastiCacheSla,
        unitCostUsd: listPrice(300, 'Two nodes of the class r6g.large'),
      },
    },
    {
      name: 'KeyDB',
      aliases: ['key db'],
      defaults: {
        concurrency: assumed(40, 'Several threads: 200 000 operations a second at 0.2 ms', [10, 200]),
      },
    },
    {
      name: 'Dragonfly',
      aliases: ['dragonflydb'],
      defaults: {
        concurrency: assumed(80, 'A thread a core: 400 000 operations a second on 4 at 0.2 ms', [20, 800]),
      },
    },
    {
      name: 'Hazelcast',
      aliases: ['ignite', 'apache ignite', 'coherence', 'data grid'],
      protocol: 'hazelcast',
      defaults: {
        serviceMs: assumed(0.4, 'One hop to the member that holds it, p99 3 ms', [0.1, 3]),
        cv: assumed(1.58, 'p99 3 ms ÷ mean 0.4 ms of a gamma service time', [0.5, 2]),
      },
    },
  ],
  defaults: {
    itemBytes: recordBytes,
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
    slaAvailability: elastiCacheSla,
    memoryBytes: assumed(13_000_000_000, 'A node of the class r6g.large', [500_000_000, 400_000_000_000]),
    ttlSeconds: assumed(3600, 'An hour', [0, 2_592_000]),
    unitCostUsd: listPrice(150, 'A node of the class r6g.large'),
  },
  main: ['hitRate', 'hitRates', 'replicas', 'serviceMs', 'memoryBytes'],
  more: [
    'concurrency',
    'cv',
    'items',
    'zipfExponent',
    'ttlSeconds',
    'invalidation',
    'writePolicy',
    'stampedeProtection',
    'scaleUp',
    'maxUtilization',
    'bandwidthMbps',
    'itemBytes',
    'instanceAvailability',
    'slaAvailability',
    'multiZone',
    'dataClasses',
    'unitCostUsd',
  ],
};
