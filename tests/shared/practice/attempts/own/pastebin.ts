import type { Flow } from '../../../../../shared/model/schema';
import type { Tried } from '../attempt';
import { drawn } from './drawing';

const read: Flow = {
  id: 'open',
  name: 'Read',
  kind: 'read',
  entry: 'anyone',
  rate: { rps: 200 },
  requestBytes: 300,
  responseBytes: 1300,
  cacheable: true,
  targets: { p99Ms: 200, availability: 0.999 },
};
const create: Flow = {
  id: 'paste',
  name: 'Create',
  kind: 'write',
  entry: 'anyone',
  rate: { rps: 20 },
  requestBytes: 1500,
  responseBytes: 200,
  storedBytes: 1300,
  anonymous: true,
  targets: { p99Ms: 600, availability: 0.999 },
};
const views: Flow = {
  id: 'views',
  name: 'See views',
  kind: 'read',
  entry: 'anyone',
  rate: { rps: 1 },
  requestBytes: 300,
  responseBytes: 2000,
  targets: { p99Ms: 1000, availability: 0.99 },
};

/** Kubernetes and DynamoDB in place of two services and PostgreSQL; expiry by the table’s own time to live and a function. */
const strong: Tried = {
  design: drawn('Pastes on a table and an object store', {
    targets: { rpoSeconds: 300, rtoSeconds: 1800, consistency: 'read-your-writes', monthlyCostUsd: 5000 },
    flows: [read, create, views],
    nodes: {
      anyone: ['client'],
      edge: ['waf', { rateLimitRps: 2000 }, 'AWS WAF'],
      gate: ['api-gateway', { rateLimitRps: 2000 }],
      pods: ['service', { replicas: 3, multiZone: true }, 'Java'],
      near: [
        'cache',
        {
          replicas: 2,
          hitRate: 0.9,
          ttlSeconds: 600,
          stampedeProtection: true,
          multiZone: true,
          memoryBytes: 3e9,
        },
        'Valkey',
      ],
      rows: [
        'key-value-store',
        {
          shards: 1,
          replicasPerShard: 3,
          backupEverySeconds: 300,
          shardKey: 'key',
          shardKeySpread: 'many',
          multiZone: true,
        },
        'DynamoDB',
      ],
      texts: ['object-store', { backupEverySeconds: 300 }, 'GCS'],
      pending: ['queue', { deadLetter: true }],
      check: ['worker', { replicas: 3, serviceMs: 150, multiZone: true }, 'Python'],
    },
    edges: {
      'anyone edge': {},
      'edge gate': {},
      'gate pods': {},
      'pods near': { flows: ['open'] },
      'pods rows': { flows: ['open'], onMissOf: 'near' },
      'pods texts': { flows: ['open'], onMissOf: 'near' },
      'pods pending': { flows: ['paste'], mode: 'async', requestBytes: 100 },
      'pending check': {},
      'check texts': { operation: 'read', storedBytes: 0 },
      'check rows': { operation: 'write', storedBytes: 0 },
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
    ],
    writing: {
      apis: [
        { id: 'a1', method: 'POST', path: '/pastes', request: 'text, expiry', response: 'key, token' },
        { id: 'a2', method: 'GET', path: '/{key}', response: 'text' },
        { id: 'a3', method: 'GET', path: '/{key}/views', response: 'views by month' },
      ],
      entities: [
        {
          id: 'e1',
          name: 'Paste',
          partitionKey: 'key',
          fields: [{ name: 'key' }, { name: 'object' }, { name: 'expires' }],
        },
        { id: 'e2', name: 'Body', fields: [{ name: 'content' }] },
        { id: 'e3', name: 'Views', fields: [{ name: 'month' }, { name: 'count' }] },
      ],
      decisions: [
        {
          id: 'd1',
          title: 'Texts',
          choice: 'Objects, the table holds a reference',
          alternatives: ['Texts in rows: 457 GB in a table that is read by key'],
        },
        {
          id: 'd2',
          title: 'Rows',
          choice: 'A table with time to live',
          alternatives: ['PostgreSQL with an index on expiry, one server more to run for 4 writes a second'],
        },
        {
          id: 'd3',
          title: 'Check',
          choice: 'After the answer, by a queue',
          alternatives: ['In the request, which adds 150 ms to each paste'],
        },
      ],
    },
  }),
  asked: ['pastes', 'reads', 'peak', 'size', 'expiry', 'latency', 'availability', 'loss', 'abuse'],
  typed: {
    writes: '4',
    reads: '40',
    'peak-reads': '200',
    'peak-writes': '20',
    'storage-month': '13 GB',
    storage: '470 GB',
    cache: '1 GB',
    out: '250 KB/s',
  },
  answers: {
    expectations:
      'Anyone may create a new paste without account and gets a link. Whoever has the link reads the text. A paste expires on its date. We show views by month. No editing, no folders and no search. Reads within 200 ms at p99, writes within 600 ms, 99.9 % succeed. Links are random keys that nobody can guess. Budget of 5000 dollars a month; at most five minutes of data loss.',
    goals:
      'Who pasted must read it at once, so consistency is read-your-writes; everything else may be stale. One region and three zones with a replica in each; rpo 5 minutes, rto 30 minutes. Scale out servers, the store has room.',
    'high-level':
      'A write stores the object first and then the row, and answers with the key. A read asks the cache, else row and object. The check of content is put on a queue.',
    'deep-dive':
      'Expiry: each row has a time to live, the table deletes it by its own index, and a read compares the date so that an expired paste is never shown even when the purge is late. Objects are removed in batches by a lifecycle rule.\nTwo writes: the object first, then the row; if the second fails the object is an orphan that a sweep removes after a day. The key of the object is the hash of the text.\nAbuse: rate limit per address, a captcha when it is exceeded, a limit of 1 MB, content scanned after the answer for spam, malware and leaked secrets, and a takedown within an hour.\nSize: 20 writes a second and 457 GB fit one primary with replicas; shards would be needed at about 5 000 writes a second or 10 TB.',
    justify:
      'Capacity: three servers carry 3 000 requests a second against 220 rps. Latency of a read is 20 ms network, 5 ms service and 1 ms cache, p99 with an object read 150 ms. Rather than a CDN we keep a cache in the region: the trade is 20 ms more far away against deletes that work at once.',
    metrics: 'Error rate, p99 latency, hit rate, depth of the queue. Pastes and views a day.',
    health:
      'Health checks, servers are replaced by themselves, alert on the error budget, a canary makes a paste each minute and reads it.',
    logs: 'Structured, central, kept for 30 days, without text of pastes or full addresses.',
    security:
      'TLS, firewall and rate limit for anonymous writes, encryption at rest, least privilege of services, tokens to delete.',
  },
};

/** Two services and MySQL, and a purge that the text forgets to limit. */
const good: Tried = {
  design: drawn('Pastes on MySQL', {
    flows: [read, create, (({ targets: _, ...rest }) => rest)(views)],
    targets: { rpoSeconds: 300 },
    nodes: {
      anyone: ['client'],
      lb: ['load-balancer'],
      app: ['service', { replicas: 3, multiZone: true }],
      cache: ['cache', { replicas: 2, hitRate: 0.8, ttlSeconds: 3600, multiZone: true }],
      mysql: [
        'sql-database',
        { replicasPerShard: 2, replication: 'semi-sync', backupEverySeconds: 300, multiZone: true },
      ],
      files: ['object-store'],
      cron: ['scheduler'],
      purge: ['worker', { replicas: 2, serviceMs: 400 }],
    },
    edges: {
      'anyone lb': {},
      'lb app': {},
      'app cache': { flows: ['open'] },
      'app mysql': { flows: ['open'], onMissOf: 'cache' },
      'app files': { flows: ['open'], onMissOf: 'cache' },
      'cron purge': {},
      'purge mysql': { storedBytes: 0 },
    },
    practices: ['metrics', 'automated-recovery', 'logs'],
    writing: {
      apis: [
        { id: 'a1', method: 'POST', path: '/pastes', response: 'key' },
        { id: 'a2', method: 'GET', path: '/{key}', response: 'text' },
      ],
      entities: [{ id: 'e1', name: 'Paste', fields: [{ name: 'key' }, { name: 'expires' }] }],
      decisions: [
        { id: 'd1', title: 'Texts', choice: 'Object store', alternatives: ['Rows: 457 GB of text in MySQL'] },
        {
          id: 'd2',
          title: 'Database',
          choice: 'MySQL on one primary',
          alternatives: ['Shards, for 20 writes a second too much'],
        },
      ],
    },
  }),
  asked: ['pastes', 'reads', 'size', 'expiry', 'latency', 'accounts'],
  typed: {
    writes: '4',
    reads: '40',
    'peak-reads': '250',
    'peak-writes': '25',
    storage: '500 GB',
    out: '300 KB/s',
  },
  answers: {
    expectations:
      'Create a paste and read it by its link, anonymous. It expires. No accounts, no search. p99 of reads 200 ms, 99.9 %.',
    goals:
      'Consistency: you read your own paste at once. One primary with a replica takes over in another zone. Scale vertical first.',
    'high-level': 'A new paste goes to the object store and its metadata to MySQL. Reads use the cache.',
    'deep-dive':
      'A job purges expired rows each minute by an index on the date, in batches. The object is written before the row, an orphan does no harm. No shards are needed: 20 writes a second.',
    justify:
      'Capacity of three servers is 3 000 rps. p99 latency is about 170 ms. A cache instead of a CDN costs latency far away.',
    metrics: 'Latency, error rate and hit rate.',
    logs: 'Kept for two weeks in one place.',
    security: 'TLS and a rate limit for anonymous writes.',
  },
};

/** A service and a database with a replica, texts in an object store that the reads forget. */
const average: Tried = {
  design: drawn('Pastes, first try', {
    flows: [read, create, views].map(({ targets: _, ...rest }) => rest),
    nodes: {
      anyone: ['client'],
      lb: ['load-balancer'],
      app: ['service', { replicas: 2 }],
      cache: ['cache', { hitRate: 0.5 }],
      db: ['sql-database', { replicasPerShard: 2 }],
      files: ['object-store'],
    },
    edges: {
      'anyone lb': {},
      'lb app': {},
      'app cache': { flows: ['open'] },
      'app db': { flows: ['open'], onMissOf: 'cache' },
      'app files': { flows: ['paste'] },
    },
    writing: {
      apis: [{ id: 'a1', method: 'POST', path: '/pastes', response: 'url' }],
      decisions: [{ id: 'd1', title: 'Database', choice: 'SQL, 40 reads a second are few' }],
    },
  }),
  asked: ['pastes', 'reads', 'size', 'expiry'],
  typed: { writes: '40', reads: '40', 'peak-reads': '200', storage: '1 TB' },
  answers: {
    expectations:
      'Users create pastes and read them by a link, anonymous. They expire. Reads should take 200 ms at most.',
    'high-level':
      'The app writes the text and the metadata, a read goes to the cache and then to the database.',
    'deep-dive': 'A cron job deletes what expired. The cache takes half of the reads.',
  },
};

export const pastebinAttempts = { strong, good, average };
