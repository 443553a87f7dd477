import type { Flow } from '../../../../../shared/model/schema';
import type { Tried } from '../attempt';
import { drawn } from './drawing';

const flow = (
  id: string,
  name: string,
  kind: 'read' | 'write',
  rps: number,
  rest: Partial<Flow> = {},
): Flow => ({
  id,
  name,
  kind,
  entry: 'people',
  rate: { rps },
  ...rest,
});

const flows = [
  flow('follow', 'Redirect', 'read', 12_000, {
    requestBytes: 300,
    responseBytes: 500,
    targets: { p99Ms: 100, availability: 0.9995 },
  }),
  flow('make', 'Shorten', 'write', 120, {
    requestBytes: 600,
    responseBytes: 200,
    storedBytes: 500,
    idempotent: true,
    targets: { p99Ms: 250, availability: 0.999 },
  }),
  flow('count', 'See clicks', 'read', 12, { requestBytes: 300, responseBytes: 2000 }),
];

/**
 * No CDN and no allocator: a firewall and Envoy before two services, Cassandra read at one copy, ids made in each server from its
 * number and the time, clicks through Pulsar into Postgres by a worker that sums them.
 */
const strong: Tried = {
  design: drawn('Short links on Cassandra', {
    targets: { rpoSeconds: 60, rtoSeconds: 900, consistency: 'eventual' },
    flows,
    nodes: {
      people: ['client'],
      shield: ['waf', { rateLimitRps: 60_000 }, 'Cloudflare'],
      entry: ['reverse-proxy', { replicas: 6, multiZone: true }, 'Envoy'],
      follower: ['service', { replicas: 14, autoscaleMin: 9, autoscaleMax: 30, multiZone: true }, 'Rust'],
      maker: ['service', { replicas: 3, multiZone: true, authentication: 'api-key' }, 'Rust'],
      hot: [
        'cache',
        { replicas: 4, hitRate: 0.92, ttlSeconds: 43_200, stampedeProtection: true, multiZone: true },
        'Memcached',
      ],
      links: [
        'wide-column-store',
        {
          shards: 6,
          replicasPerShard: 3,
          shardKey: 'short key',
          shardKeySpread: 'many',
          backupEverySeconds: 60,
          multiZone: true,
        },
        'Cassandra',
      ],
      clicks: [
        'stream',
        { partitions: 24, partitionKey: 'short key', deadLetter: true, multiZone: true },
        'Pulsar',
      ],
      summer: ['worker', { replicas: 6, serviceMs: 1, multiZone: true }, 'Rust'],
      totals: [
        'sql-database',
        { replicasPerShard: 2, multiZone: true, backupEverySeconds: 300 },
        'PostgreSQL',
      ],
      watch: ['metrics'],
      journal: ['logs'],
    },
    edges: {
      'people shield': {},
      'shield entry': {},
      'entry follower': { flows: ['follow'] },
      'entry maker': { flows: ['make', 'count'] },
      'follower hot': { protocol: 'tcp' },
      'follower links': { onMissOf: 'hot', timeoutMs: 100 },
      'follower clicks': { mode: 'async', operation: 'write', requestBytes: 100 },
      'maker links': { flows: ['make'], timeoutMs: 500 },
      'maker totals': { flows: ['count'], protocol: 'sql', timeoutMs: 1000 },
      'clicks summer': {},
      'summer totals': { protocol: 'sql', operation: 'write', calls: 0.01, storedBytes: 60 },
    },
    practices: [
      'automated-recovery',
      'metrics',
      'logs',
      'traces',
      'business-metrics',
      'burn-rate-alerts',
      'safe-deployment',
      'least-privilege',
      'secret-manager',
      'load-tested',
      'idempotent-consumers',
      'untested-restore',
      'no-mutual-tls',
    ],
    writing: {
      apis: [
        {
          id: 'a1',
          method: 'POST',
          path: '/links',
          request: 'address, wish for a key, date',
          response: '201 with the key',
          auth: 'API key',
          idempotent: true,
        },
        { id: 'a2', method: 'GET', path: '/{key}', response: '302 with the address' },
        { id: 'a3', method: 'GET', path: '/links/{key}/clicks', response: 'counts a minute' },
      ],
      entities: [
        {
          id: 'e1',
          name: 'Link',
          store: 'links',
          partitionKey: 'short key',
          fields: [{ name: 'key' }, { name: 'address' }, { name: 'expires' }],
        },
        {
          id: 'e2',
          name: 'Click count',
          store: 'totals',
          fields: [{ name: 'key' }, { name: 'minute' }, { name: 'count' }],
        },
      ],
      decisions: [
        {
          id: 'd1',
          title: 'Store',
          choice: 'Cassandra, read at one of three copies',
          alternatives: [
            'PostgreSQL with read replicas: 12 000 reads a second and 3 TB need shards that we would run ourselves',
          ],
        },
        {
          id: 'd2',
          title: 'Keys',
          choice: 'Time, server number and a counter, mixed and in base 62',
          alternatives: ['A central counter: 120 calls a second that everything waits for'],
        },
        {
          id: 'd3',
          title: 'Edge',
          choice: 'No CDN: each of the 12 000 redirects is counted in the region',
          alternatives: ['301 and a CDN, which takes 80 % of the load and the clicks with it'],
        },
      ],
    },
  }),
  asked: [
    'new-links',
    'reads',
    'peak',
    'retention',
    'latency',
    'availability',
    'statistics',
    'abuse',
    'loss',
  ],
  typed: {
    writes: '40',
    reads: '4000',
    'peak-reads': '12k',
    'peak-writes': '120',
    storage: '3 TB',
    cache: '40 GB',
    out: '6 MB/s',
    keys: '3.5e12',
  },
  answers: {
    expectations:
      'People shorten a long address and get a new link. Following the short link is a redirect. A link may expire on a date its maker sets. A maker can wish for an alias. We show statistics: how many clicks each link had. Accounts and billing are out of scope, so is any preview of pages. Redirects take at most 100 ms at p99 and 99.95 % of them succeed; 99.9 % of writes. Keys are unique and nobody should guess the next one.',
    goals:
      'Availability before consistency: a new link may be stale for a second in other zones, eventual is enough. We scale out: more redirect servers and more shards. A zone can fail, since each shard has a replica in three zones; rpo is one minute and rto 15 minutes.',
    'high-level':
      'A redirect asks the cache, then the store for a miss, and answers 302. A write makes its key in the server itself and stores it if not exists. Each click goes to the stream without waiting, a worker adds up the totals of a minute.',
    'deep-dive':
      'Keys: each server takes a block of numbers from the time and its own number, a snowflake, and writes them in base 62, seven characters. A permutation hides the order so no one can guess a neighbour. An alias may collide, so its insert is conditional. When a server dies its unused numbers are a gap and nothing else is lost.\nCache: four nodes with consistent hashing; if one is lost a quarter of the hits, about 2 800 requests a second, become misses and land on the store, which has headroom for twice that. One request at a time fills a key, so there is no stampede.\nClicks are async: the redirect does not wait. We answer 302 and not 301 because a browser cache would hide clicks. A click id makes duplicates idempotent, and the lag of the consumer is watched.\nHot links: one link in the news is one key, its partition of the cache is copied to all nodes.\nExpiry: Cassandra deletes by ttl, and a read checks the date.',
    justify:
      'Throughput: 12 000 requests a second enter, 14 servers carry 20 000 rps. Latency: network 20 ms, proxy 3 ms, service 5 ms, cache 1 ms, so p99 is under 100 ms with the tail of the store. The price of Cassandra is that a fresh link may not be found for a moment; we give up read-your-writes rather than pay for quorum reads.',
    metrics:
      'Rate, errors and p99 of each service, hit rate of the cache, lag of the stream, utilization of the shards. New links and clicks a minute as business figures.',
    health:
      'Every server has a health check and is replaced within a minute. A canary follows a known link each ten seconds. We page on burn rate of the 99.95 %.',
    logs: 'Structured logs are collected centrally, kept for 30 days, and hold no full addresses of people. One redirect in a hundred is logged.',
    security:
      'TLS everywhere, an API key to make links, rate limit at the firewall, addresses are checked for phishing and abuse. Services have least privilege: redirect can only read.',
  },
};

/** One Go service for all, DynamoDB, Redis, SQS with a function, a few targets. */
const good: Tried = {
  design: drawn('Short links, one service', {
    targets: { rpoSeconds: 300 },
    flows: flows.map(({ targets, ...rest }) =>
      rest.id === 'follow' && targets ? { ...rest, targets } : rest,
    ),
    nodes: {
      people: ['client'],
      lb: ['load-balancer'],
      api: ['service', { replicas: 10, multiZone: true }],
      redis: ['cache', { replicas: 2, hitRate: 0.85, ttlSeconds: 3600, multiZone: true }],
      table: [
        'key-value-store',
        { shards: 4, replicasPerShard: 3, shardKey: 'key', shardKeySpread: 'many', multiZone: true },
      ],
      queue: ['queue', { multiZone: true }],
      counter: ['worker', { replicas: 4, serviceMs: 1, concurrency: 8 }],
      stats: ['sql-database', { replicasPerShard: 2 }],
    },
    edges: {
      'people lb': {},
      'lb api': {},
      'api redis': { flows: ['follow'] },
      'api table': { flows: ['follow'], onMissOf: 'redis' },
      'api queue': { flows: ['follow'], mode: 'async', operation: 'write' },
      'queue counter': {},
      'counter stats': { operation: 'write', calls: 0.02 },
      'api stats': { flows: ['count'] },
    },
    practices: ['metrics', 'automated-recovery', 'logs'],
    writing: {
      apis: [
        { id: 'a1', method: 'POST', path: '/shorten', response: 'key' },
        { id: 'a2', method: 'GET', path: '/{key}', response: '302' },
      ],
      entities: [{ id: 'e1', name: 'Link', fields: [{ name: 'key' }, { name: 'url' }] }],
      decisions: [
        {
          id: 'd1',
          title: 'Store',
          choice: 'A key-value table',
          alternatives: ['SQL, which has to be sharded for 3 TB'],
        },
        {
          id: 'd2',
          title: 'Clicks',
          choice: 'A queue',
          alternatives: ['Writing 12 000 rows a second in the request'],
        },
      ],
    },
  }),
  asked: ['new-links', 'reads', 'peak', 'latency', 'retention', 'statistics'],
  typed: {
    writes: '40',
    reads: '4k',
    'peak-reads': '10k',
    'peak-writes': '100',
    storage: '4 TB',
    cache: '50 GB',
  },
  answers: {
    expectations:
      'Shorten an address, redirect whoever follows it, count clicks. No accounts or billing. Redirects within 100 ms at p99, availability 99.95 %.',
    goals:
      'Eventual consistency is fine, availability matters more. Scale horizontally. The store is replicated over zones.',
    'high-level':
      'A redirect reads the cache and on a miss the table, then puts the click on a queue. Shortening writes the table.',
    'deep-dive':
      'Keys are random, seven characters in base 62, and written if not exists, so a collision is tried again. Nobody can guess them.\nIf a cache node is lost its misses go to the store, which has spare capacity. Clicks are async so that the redirect does not wait; 302 because of the browser cache.',
    justify:
      'The service carries 15 000 requests a second with ten servers. p99 is about 80 ms with the network. A queue instead of a stream costs replay.',
    metrics: 'Latency p99 and error rate per service, hit rate of the cache.',
    logs: 'Logs are kept centrally for two weeks.',
    security: 'TLS and an API key for those who make links.',
  },
};

/** A balancer, a service and one database with a cache; clicks written in place into a queue that somebody counts. */
const average: Tried = {
  design: drawn('Short links, first try', {
    flows: flows.map(({ targets: _, ...rest }) => rest),
    nodes: {
      people: ['client'],
      lb: ['load-balancer'],
      app: ['service', { replicas: 6 }],
      cache: ['cache', { hitRate: 0.8 }],
      db: ['sql-database', { replicasPerShard: 2 }],
      queue: ['queue'],
      counter: ['worker', { replicas: 1 }],
    },
    edges: {
      'people lb': {},
      'lb app': {},
      'app cache': { flows: ['follow'] },
      'app db': { flows: ['follow'], onMissOf: 'cache' },
      'app queue': { flows: ['follow'], mode: 'async', operation: 'write' },
      'queue counter': {},
      'counter db': { operation: 'write', calls: 0.1 },
    },
    writing: {
      apis: [{ id: 'a1', method: 'POST', path: '/create', response: 'short url' }],
      decisions: [{ id: 'd1', title: 'Database', choice: 'PostgreSQL, because I know it' }],
    },
  }),
  asked: ['new-links', 'reads', 'latency', 'statistics'],
  typed: { writes: '400', reads: '4k', 'peak-reads': '10k', storage: '5 TB' },
  answers: {
    expectations: 'Users shorten urls and get redirected. We count clicks. It should be fast.',
    'high-level': 'The app looks in the cache and then in the database. It redirects with 301.',
    'deep-dive': 'I would use base 62 for the key. The cache takes most reads. The click goes to a queue.',
  },
};

export const tinyurlAttempts = { strong, good, average };
