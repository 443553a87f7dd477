import { assumed, listPrice, serverAvailability, sourced } from '../basis';
import type { Kind } from '../kind';

const nginxTest = 'https://www.nginx.com/blog/testing-the-performance-of-nginx-and-nginx-plus-web-servers/';

/** A cache in the way of the requests: it answers what it holds and passes on the rest. */
export const cachingProxy: Kind = {
  id: 'caching-proxy',
  title: 'Caching proxy',
  layer: 'cache',
  icon: 'database-zap',
  behaviour: 'inline-cache',
  maxScaleUp: 8,
  purpose: 'Stands in front of servers, answers the reads that it holds and passes on only the rest.',
  keywords: ['http cache', 'inline cache', 'page cache', 'accelerator', 'origin shield', 'proxy'],
  technologies: [
    {
      name: 'Varnish',
      aliases: ['varnish cache', 'vcl'],
      defaults: {
        ttlSeconds: assumed(120, 'Two minutes where the answer does not say', [0, 2_592_000]),
        stampedeProtection: assumed(true, 'Waits for the first of several misses of one object by itself'),
      },
    },
    {
      name: 'nginx cache',
      icon: 'nginx',
      aliases: ['proxy_cache', 'nginx caching', 'openresty cache'],
      defaults: {
        stampedeProtection: assumed(false, 'proxy_cache_lock is off unless it is set'),
      },
    },
    {
      name: 'Squid',
      aliases: ['squid cache', 'forward proxy cache'],
      defaults: {
        concurrency: assumed(10, 'One process: 5 000 requests a second at 2 ms', [2, 50]),
        serviceMs: assumed(2, 'A hit from memory or disk, p99 12 ms', [0.5, 10]),
        cv: assumed(1.29, 'p99 12 ms ÷ mean 2 ms of a gamma service time', [0.5, 2]),
        hitRate: assumed(0.5, 'What many people fetch from outside in common', [0.2, 0.8]),
        stampedeProtection: assumed(false, 'collapsed_forwarding is off unless it is set'),
      },
    },
    { name: 'Apache Traffic Server', aliases: ['ats', 'traffic server'] },
  ],
  defaults: {
    hitRate: assumed(0.8, 'Pages that many people read and that change seldom', [0.2, 0.99]),
    replicas: assumed(2, 'A pair, so that one may fail', [1, 50]),
    concurrency: sourced(
      12,
      '40 207 HTTPS requests a second on one core, halved for real traffic: 40 000 on two cores at 0.3 ms',
      nginxTest,
      [4, 100],
    ),
    serviceMs: assumed(0.3, 'A hit in memory, p99 2 ms', [0.1, 5]),
    cv: assumed(1.42, 'p99 2 ms ÷ mean 0.3 ms of a gamma service time', [0.5, 2]),
    memoryBytes: assumed(8_000_000_000, 'Half of a server of 16 GB', [500_000_000, 400_000_000_000]),
    ttlSeconds: assumed(300, 'Five minutes', [0, 2_592_000]),
    instanceAvailability: serverAvailability,
    unitCostUsd: listPrice(62, 'Two virtual CPUs'),
  },
  main: ['hitRate', 'hitRates', 'replicas', 'serviceMs', 'ttlSeconds'],
  more: [
    'concurrency',
    'cv',
    'items',
    'zipfExponent',
    'memoryBytes',
    'invalidation',
    'stampedeProtection',
    'queueLimit',
    'scaleUp',
    'connectionsPerReplica',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'multiZone',
    'dataClasses',
    'unitCostUsd',
  ],
};
