import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import type { Design } from '../../../shared/model/schema';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf, idsOf } from './assess';

/** A mistake of an interview, drawn small, and the rules of which one or more is to speak of it. */
interface Pitfall {
  readonly title: string;
  readonly rules: readonly string[];
  readonly design: Design;
}

const write = { kind: 'write' } as const;
const orders = { user: 'client', api: 'service', db: 'sql-database' } as const;

const tinyUrl: readonly Pitfall[] = [
  {
    title: 'statistics are written while the visitor waits',
    rules: ['deferrable-work'],
    design: sketch({ user: 'client', api: 'service', statistics: 'worker' }, 'user -> api -> statistics', {
      flows: { visits: { rps: 10, deferrable: true } },
      config: { statistics: { serviceMs: 300 } },
    }),
  },
  {
    title: 'a single counter hands out ids',
    rules: ['single-point-of-failure'],
    design: sketch({ user: 'client', api: 'service', ids: 'id-generator' }, 'user -> api -> ids', {
      flows: { links: { ...write, rps: 100, targets: { availability: 0.999 } } },
      config: { ids: { replicas: 1 } },
    }),
  },
  {
    title: 'no cache before the store at 3 800 reads a second',
    rules: ['saturated', 'uncached-reads'],
    design: sketch({ user: 'client', api: 'service', links: 'key-value-store' }, 'user -> api -> links', {
      flows: { redirects: { rps: 3800 } },
      config: { links: { readMs: 2, concurrency: 4, shards: 1, readFrom: 'leader' } },
    }),
  },
  {
    title: 'no rate limit',
    rules: ['no-rate-limit'],
    design: sketch({ user: 'client', lb: 'load-balancer', api: 'service' }, 'user -> lb -> api'),
  },
  {
    title: 'an ever growing number as shard key',
    rules: ['poor-shard-key'],
    design: sketch({ user: 'client', api: 'service', links: 'key-value-store' }, 'user -> api -> links', {
      flows: { shortenings: { ...write, rps: 100 } },
      config: { links: { shards: 4, shardKey: 'number', shardKeySpread: 'monotonic' } },
    }),
  },
];

const pasteBin: readonly Pitfall[] = [
  {
    title: 'bodies of megabytes in the database',
    rules: ['blob-in-database'],
    design: sketch(orders, 'user -> api -> db', {
      flows: { pastes: { ...write, rps: 4, storedBytes: 2_000_000 } },
    }),
  },
  {
    title: 'expired ones are found by a scan',
    rules: ['full-scan', 'saturated'],
    design: sketch({ clock: 'scheduler', purger: 'worker', db: 'sql-database' }, 'clock -> purger -> db', {
      flows: { purges: { entry: 'clock', rps: 1 } },
      config: { db: { readMs: 2000 } },
    }),
  },
  {
    title: 'twelve shards for four writes a second',
    rules: ['over-provisioned'],
    design: sketch(orders, 'user -> api -> db', {
      flows: { pastes: { ...write, rps: 4, storedBytes: 1270 }, reads: { rps: 40 } },
      config: { db: { shards: 12, shardKey: 'id' } },
      system: { workload: { retentionYears: 3 } },
    }),
  },
  {
    title: 'pastes of unbounded size fill the network',
    rules: ['network-bottleneck', 'saturated'],
    design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { pastes: { ...write, rps: 20, requestBytes: 50_000_000 } },
      config: { api: { bandwidthMbps: 1000 } },
    }),
  },
];

const payments: readonly Pitfall[] = [
  {
    title: 'a payment is tried again without a key',
    rules: ['retried-write'],
    design: sketch({ user: 'client', api: 'service', cards: 'payment-provider' }, 'user -> api -> cards', {
      flows: { payments: { ...write, rps: 10, idempotent: false } },
      edges: { 'api -> cards': { retries: 2, backoff: 'jittered' } },
    }),
  },
  {
    title: 'database and queue are written side by side',
    rules: ['dual-write'],
    design: sketch(
      { user: 'client', api: 'service', ledger: 'sql-database', hooks: 'queue', sender: 'worker' },
      'user -> api -> ledger, api -> hooks -> sender',
      { flows: { payments: { ...write, rps: 10 } } },
    ),
  },
  {
    title: 'a provider without a circuit breaker',
    rules: ['no-circuit-breaker'],
    design: sketch({ user: 'client', api: 'service', cards: 'payment-provider' }, 'user -> api -> cards', {
      flows: { payments: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'card data without tokens',
    rules: ['card-data-without-tokens'],
    design: sketch(orders, 'user -> api -> db', {
      flows: { payments: { ...write, rps: 10 } },
      config: { db: { dataClasses: ['payment-card'] } },
    }),
  },
  {
    title: 'one transaction over three stores',
    rules: ['distributed-transaction'],
    design: sketch(
      { user: 'client', api: 'service', a: 'sql-database', b: 'sql-database', c: 'sql-database' },
      'user -> api -> a, api -> b, api -> c',
      { flows: { payments: { ...write, rps: 10 } } },
    ),
  },
  {
    title: 'a ledger with a follower that is behind, and nothing may be lost',
    rules: ['rpo-missed'],
    design: sketch(orders, 'user -> api -> db', {
      flows: { payments: { ...write, rps: 10 } },
      config: { db: { replicasPerShard: 2, replication: 'async' } },
      system: { targets: { rpoSeconds: 0 } },
    }),
  },
  {
    title: 'the provider’s quota is below the peak',
    rules: ['quota-exceeded'],
    design: sketch({ user: 'client', api: 'service', cards: 'payment-provider' }, 'user -> api -> cards', {
      flows: { payments: { ...write, rps: 1160 } },
      config: { cards: { quotaRps: 100, concurrency: 1000 } },
    }),
  },
];

const bidding: readonly Pitfall[] = [
  {
    title: 'two race for the highest bid',
    rules: ['check-without-reservation', 'money-in-eventual-store'],
    design: sketch(
      { user: 'client', api: 'service', highest: 'cache', bids: 'stream', clerk: 'worker' },
      'user -> api -> highest, api -> bids -> clerk',
      {
        flows: { offers: { ...write, rps: 100 } },
        config: { highest: { dataClasses: ['money'] } },
        edges: { 'api -> highest': { operation: 'read' } },
      },
    ),
  },
  {
    title: 'one clock closes all auctions',
    rules: ['lone-scheduler'],
    design: sketch({ clock: 'scheduler', closer: 'worker', db: 'sql-database' }, 'clock -> closer -> db', {
      flows: { closings: { ...write, entry: 'clock', rps: 10 } },
      config: { closer: { replicas: 1 } },
    }),
  },
  {
    title: 'the hot auction is one shard’s',
    rules: ['hot-shard', 'saturated'],
    design: sketch({ user: 'client', api: 'service', bids: 'key-value-store' }, 'user -> api -> bids', {
      flows: { views: { rps: 3000 } },
      config: { bids: { readMs: 2, concurrency: 4, shards: 4, hotShare: 0.5, replicasPerShard: 1 } },
    }),
  },
  {
    title: 'watchers poll',
    rules: ['polling'],
    design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { watching: { rps: 1000, connections: 2000 } },
    }),
  },
  {
    title: 'one’s own bid is read from a replica',
    rules: ['stale-reads'],
    design: sketch(
      { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
      'user -> api -> leader, api -> replica',
      {
        flows: { reads: {}, offers: { ...write, rps: 100 } },
        edges: { 'api -> leader': { flows: 'write' } },
        system: { targets: { consistency: 'read-your-writes' } },
      },
    ),
  },
  {
    title: 'a bid goes to all watchers while the bidder waits',
    rules: ['wide-fan-out', 'repeated-calls', 'tail-at-scale'],
    design: sketch({ user: 'client', api: 'service', sockets: 'service' }, 'user -> api -> sockets', {
      flows: { offers: { ...write, rps: 1 } },
      edges: { 'api -> sockets': { calls: 100 } },
    }),
  },
];

const exchange: readonly Pitfall[] = [
  {
    title: 'a database in the way of a match',
    rules: ['latency-target-missed'],
    design: sketch(
      { member: 'client', match: 'matching-engine', book: 'sql-database' },
      'member -> match -> book',
      {
        flows: { orders: { ...write, rps: 100, targets: { p99Ms: 1 } } },
        edges: { 'member -> match': { rttMs: 0.1 } },
      },
    ),
  },
  {
    title: 'several writers of one symbol',
    rules: ['several-writers'],
    design: sketch({ member: 'client', match: 'service', book: 'sql-database' }, 'member -> match -> book', {
      flows: { orders: { ...write, rps: 100, ordered: true } },
    }),
  },
  {
    title: 'no hot standby',
    rules: ['single-point-of-failure'],
    design: sketch({ member: 'client', match: 'matching-engine' }, 'member -> match', {
      flows: { orders: { ...write, rps: 100, targets: { availability: 0.9999 } } },
    }),
  },
  {
    title: 'a journal with one copy, and nothing may be lost',
    rules: ['unreplicated-messages'],
    design: sketch(
      { member: 'client', match: 'matching-engine', journal: 'stream', clearing: 'worker' },
      'member -> match -> journal -> clearing',
      {
        flows: { orders: { ...write, rps: 100 } },
        config: { journal: { copies: 1 } },
        system: { targets: { rpoSeconds: 0 } },
      },
    ),
  },
  {
    title: 'a log that confirms before its copies have it, and nothing may be lost',
    rules: ['unreplicated-messages'],
    design: sketch(
      { member: 'client', match: 'matching-engine', journal: 'stream', clearing: 'worker' },
      'member -> match -> journal -> clearing',
      {
        flows: { orders: { ...write, rps: 100 } },
        config: { journal: { copies: 3, acknowledge: 'leader' } },
        system: { targets: { rpoSeconds: 0 } },
      },
    ),
  },
];

/** Ten million orders on a day, as its average. */
function openingDay(): Design {
  const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: { trades: write },
    system: { workload: { dailyActiveUsers: 5_000_000, requestsPerUserPerDay: 2 } },
  });
  const flows = design.system?.flows?.map((flow) => ({ ...flow, rate: { share: 1 } })) ?? [];
  return { ...design, system: { ...design.system, flows } };
}

const trading: readonly Pitfall[] = [
  {
    title: 'a balance is checked and not reserved',
    rules: ['check-without-reservation'],
    design: sketch(
      { user: 'client', api: 'service', ledger: 'sql-database', log: 'stream', router: 'worker' },
      'user -> api -> ledger, api -> log -> router',
      {
        flows: { trades: { ...write, rps: 100 } },
        config: { ledger: { dataClasses: ['money'] } },
        edges: { 'api -> ledger': { operation: 'read' } },
      },
    ),
  },
  {
    title: 'the burst at the opening is not sized',
    rules: ['no-peak-factor'],
    design: openingDay(),
  },
  {
    title: 'every tick is pushed',
    rules: ['saturated'],
    design: sketch({ feed: 'partner', sockets: 'websocket-gateway' }, 'feed -> sockets', {
      flows: { ticks: { entry: 'feed', rps: 5_000_000 } },
      config: { sockets: { replicas: 4 } },
    }),
  },
  {
    title: 'an order is tried again without an id',
    rules: ['retried-write'],
    design: sketch({ user: 'client', api: 'service', exchange: 'external-api' }, 'user -> api -> exchange', {
      flows: { trades: { ...write, rps: 10, idempotent: false } },
      edges: { 'api -> exchange': { retries: 3, backoff: 'jittered' } },
    }),
  },
  {
    title: 'quotes are cached without expiry',
    rules: ['no-expiry'],
    design: sketch(
      { user: 'client', api: 'service', quotes: 'cache', db: 'sql-database' },
      'user -> api -> quotes, api -> db',
      {
        flows: { reads: {}, ticks: { ...write, rps: 100 } },
        config: { quotes: { ttlSeconds: 0, invalidation: 'none' } },
        edges: { 'api -> db': { onMissOf: 'quotes' }, 'api -> quotes': { flows: 'read' } },
      },
    ),
  },
];

const streaming: readonly Pitfall[] = [
  {
    title: 'the origin answers all viewers',
    rules: ['no-cdn', 'egress-cost'],
    design: sketch({ user: 'client', origin: 'service' }, 'user -> origin', {
      flows: { segments: { rps: 1000, cacheable: true, responseBytes: 1_000_000 } },
      system: { workload: { audience: 'global' } },
    }),
  },
  {
    title: 'what is taken in waits for the transcoder',
    rules: ['deferrable-work'],
    design: sketch(
      { studio: 'client', ingest: 'service', ladder: 'transcoder' },
      'studio -> ingest -> ladder',
      {
        flows: { segments: { ...write, rps: 1 } },
        config: { ladder: { serviceMs: 2000, replicas: 8 } },
      },
    ),
  },
  {
    title: 'all rungs for every stream cost too much',
    rules: ['over-budget', 'budget-below-minimum'],
    design: sketch({ studio: 'client', ladder: 'transcoder' }, 'studio -> ladder', {
      flows: { segments: { ...write, rps: 10 } },
      config: { ladder: { replicas: 600, unitCostUsd: 250 } },
      system: { targets: { monthlyCostUsd: 10_000 } },
    }),
  },
  {
    title: 'a line of chat goes to everyone while the writer waits',
    rules: ['wide-fan-out', 'saturated'],
    design: sketch({ user: 'client', chat: 'service', sockets: 'service' }, 'user -> chat -> sockets', {
      flows: { lines: { ...write, rps: 50 } },
      edges: { 'chat -> sockets': { calls: 200_000 } },
    }),
  },
  {
    title: 'one point of ingest in one zone',
    rules: ['one-zone', 'single-point-of-failure'],
    design: sketch({ studio: 'client', ingest: 'service' }, 'studio -> ingest', {
      flows: { segments: { ...write, rps: 10, targets: { availability: 0.9995 } } },
      config: { ingest: { multiZone: false } },
    }),
  },
];

const conferencing: readonly Pitfall[] = [
  {
    title: 'media over TCP',
    rules: ['media-over-tcp'],
    design: sketch({ user: 'client', media: 'media-server' }, 'user -> media', {
      edges: { 'user -> media': { protocol: 'tcp' } },
    }),
  },
  {
    title: 'media through a balancer of layer 7',
    rules: ['media-over-tcp'],
    design: sketch({ user: 'client', lb: 'load-balancer', media: 'media-server' }, 'user -> lb -> media'),
  },
  {
    title: 'media servers of one region for the world',
    rules: ['far-users'],
    design: sketch({ user: 'client', media: 'media-server' }, 'user -> media', {
      flows: { calls: { rps: 100 } },
      edges: { 'user -> media': { protocol: 'webrtc' } },
      system: { workload: { audience: 'global' } },
    }),
  },
  {
    title: 'rooms are kept in memory only',
    rules: ['sessions-in-memory'],
    design: sketch({ user: 'client', lb: 'load-balancer', rooms: 'service' }, 'user -> lb -> rooms', {
      config: { rooms: { sessions: 'in-memory' } },
    }),
  },
];

const jobs: readonly Pitfall[] = [
  {
    title: 'one scheduler',
    rules: ['lone-scheduler'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { runs: { ...write, entry: 'clock', rps: 10 } },
      config: { starter: { replicas: 1 } },
    }),
  },
  {
    title: 'two schedulers without a lease',
    rules: ['lone-scheduler'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { runs: { ...write, entry: 'clock', rps: 10 } },
      config: { starter: { replicas: 2 } },
    }),
  },
  {
    title: 'the table is scanned each second',
    rules: ['full-scan'],
    design: sketch({ clock: 'scheduler', starter: 'worker', db: 'sql-database' }, 'clock -> starter -> db', {
      flows: { scans: { entry: 'clock', rps: 1 } },
      config: { db: { readMs: 400 } },
    }),
  },
  {
    title: 'a worker that does it twice',
    rules: ['idempotent-consumers'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'no dead-letter queue',
    rules: ['no-dead-letter'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'jobs that are handed out once and never again',
    rules: ['lossy-delivery'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 10 } },
      config: { jobs: { delivery: 'at-most-once' } },
    }),
  },
  {
    title: 'minute 0 brings ten times as much',
    rules: ['slow-drain'],
    design: sketch({ user: 'client', jobs: 'queue', runner: 'worker' }, 'user -> jobs -> runner', {
      flows: { runs: { ...write, rps: 100 } },
      config: { jobs: { maxAgeSeconds: 1 }, runner: { replicas: 2, concurrency: 8, serviceMs: 100 } },
      system: { workload: { spikeFactor: 10, spikeSeconds: 60 } },
    }),
  },
];

const notifications: readonly Pitfall[] = [
  {
    title: 'codes to sign in share a queue with campaigns',
    rules: ['mixed-urgency'],
    design: sketch({ user: 'client', mails: 'queue', sender: 'worker' }, 'user -> mails -> sender', {
      flows: {
        codes: { ...write, rps: 10, targets: { completionP99Ms: 5000 } },
        campaigns: { ...write, rps: 100, targets: { completionP99Ms: 3_600_000 } },
      },
    }),
  },
  {
    title: 'the push provider’s quota is ignored',
    rules: ['quota-exceeded'],
    design: sketch({ user: 'client', api: 'service', push: 'push-provider' }, 'user -> api -> push', {
      flows: { pushes: { ...write, rps: 40_500 } },
      config: { api: { replicas: 100, concurrency: 1000 }, push: { quotaRps: 10_000 } },
    }),
  },
  {
    title: 'retries without a pause',
    rules: ['retry-without-backoff'],
    design: sketch({ user: 'client', api: 'service', push: 'push-provider' }, 'user -> api -> push', {
      flows: { pushes: { ...write, rps: 10, idempotent: true } },
      edges: { 'api -> push': { retries: 3, backoff: 'none' } },
    }),
  },
  {
    title: 'a message is sent twice',
    rules: ['idempotent-consumers'],
    design: sketch({ user: 'client', mails: 'queue', sender: 'worker' }, 'user -> mails -> sender', {
      flows: { pushes: { ...write, rps: 10 } },
    }),
  },
  {
    title: 'sent while the caller waits',
    rules: ['deferrable-work'],
    design: sketch({ user: 'client', api: 'service', sender: 'worker' }, 'user -> api -> sender', {
      flows: { pushes: { ...write, rps: 10 } },
      config: { sender: { serviceMs: 800 } },
    }),
  },
  {
    title: 'addresses of people are kept without a limit',
    rules: ['personal-data-without-retention'],
    design: sketch(orders, 'user -> api -> db', { config: { db: { dataClasses: ['personal'] } } }),
  },
];

const leaderboard: readonly Pitfall[] = [
  {
    title: 'all scores are sorted for each read',
    rules: ['full-scan', 'saturated'],
    design: sketch(orders, 'user -> api -> db', {
      flows: { ranks: { rps: 100 } },
      config: { db: { readMs: 500 } },
    }),
  },
  {
    title: 'one sorted set on one node',
    rules: ['saturated', 'write-bottleneck', 'little-headroom'],
    design: sketch({ user: 'client', api: 'service', board: 'key-value-store' }, 'user -> api -> board', {
      flows: { scores: { ...write, rps: 86_800 } },
      config: {
        api: { replicas: 100, concurrency: 1000 },
        board: { shards: 1, writeMs: 0.1, concurrency: 9 },
      },
    }),
  },
  {
    title: 'a board in memory that does not fit',
    rules: ['memory-full'],
    design: sketch({ user: 'client', api: 'service', board: 'key-value-store' }, 'user -> api -> board', {
      flows: { scores: { ...write, rps: 100, storedBytes: 1000 } },
      config: { board: { inMemory: true, memoryBytes: 16e9, retentionSeconds: 31_557_600 } },
    }),
  },
  {
    title: 'no durable log',
    rules: ['no-backup', 'rpo-missed'],
    design: sketch({ user: 'client', api: 'service', board: 'custom' }, 'user -> api -> board', {
      flows: { scores: { ...write, rps: 100 } },
      config: { board: { behaviour: 'store' } },
      system: { targets: { rpoSeconds: 60 } },
    }),
  },
  {
    title: 'clients send totals and nobody checks who they are',
    rules: ['unauthenticated-writes'],
    design: sketch(orders, 'user -> api -> db', { flows: { scores: { ...write, rps: 100 } } }),
  },
  {
    title: 'an exact rank is asked of all shards',
    rules: ['tail-at-scale', 'wide-fan-out'],
    design: sketch({ user: 'client', api: 'service', board: 'key-value-store' }, 'user -> api -> board', {
      flows: { ranks: { rps: 100 } },
      config: { board: { shards: 32, scatter: true } },
    }),
  },
];

const problems: Readonly<Record<string, readonly Pitfall[]>> = {
  TinyURL: tinyUrl,
  PasteBin: pasteBin,
  'Payment gateway': payments,
  'Bidding platform': bidding,
  'Stock exchange': exchange,
  Trading: trading,
  'Live streaming': streaming,
  'Video conferencing': conferencing,
  'Job scheduler': jobs,
  'Notification service': notifications,
  Leaderboard: leaderboard,
};

describe.each(Object.entries(problems))('%s', (_, pitfalls) => {
  test.each(pitfalls)('$title: $rules', ({ rules, design }) => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    const found = idsOf(findingsOf(design));
    expect(rules.filter((rule) => found.includes(rule))).not.toEqual([]);
  });
});

test('every mistake that a person must see has a rule', () => {
  expect(Object.values(problems).flat().length).toBeGreaterThanOrEqual(50);
});
