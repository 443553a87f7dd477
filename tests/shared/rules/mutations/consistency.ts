import type { Change } from '../../../../shared/model/changes';
import type { Config } from '../../../../shared/model/config';
import type { Mutation } from './mutation';

const config = (id: string, patch: { readonly [F in keyof Config]?: Config[F] | null }): Change => ({
  op: 'patch-config',
  id,
  patch,
});

const of = (rule: string, target: string, ...changes: readonly Change[]): Mutation => ({
  rule,
  target,
  template: 'tinyurl',
  changes,
});

const wants = (consistency: 'strong' | 'read-your-writes'): Change => ({
  op: 'patch-targets',
  patch: { consistency },
});

/** The cache is no second cause of what is stale. */
const freshCache = config('hot-links', { invalidation: 'on-write' });

const unanswered = (practice: string): Change => ({ op: 'answer', practice, answer: null });

const ofTheStores: readonly Mutation[] = [
  of(
    'quorum-does-not-overlap',
    'links',
    wants('strong'),
    freshCache,
    config('links', { replication: 'quorum', readQuorum: 1, writeQuorum: 1 }),
  ),
  of('stale-reads', 'links', wants('read-your-writes'), freshCache, config('links', { readFrom: 'any' })),
  of('conflict-rule', 'links', config('links', { multiLeader: true })),
  of(
    'money-in-eventual-store',
    'links',
    config('links', { dataClasses: ['inventory'], transactions: false }),
  ),
  of('cap-mismatch', 'links', wants('strong'), freshCache),
  of('cache-under-strong-consistency', 'hot-links', wants('read-your-writes')),
  of(
    'no-backup',
    'links',
    { op: 'patch-node', id: 'links', patch: { kind: 'custom', layer: 'data', technology: null } },
    config('links', {
      behaviour: 'store',
      writeMs: 5,
      instanceAvailability: 0.999,
      failoverSeconds: 30,
      encryptedAtRest: true,
      backupEverySeconds: null,
      shardKey: 'key',
    }),
  ),
  of('rpo-missed', 'links', { op: 'patch-targets', patch: { rpoSeconds: 0 } }),
  // A failover of Links takes 30 s.
  of(
    'rto-missed',
    'links',
    { op: 'patch-targets', patch: { rtoSeconds: 10 } },
    config('lb', { healthCheckSeconds: 2 }),
  ),
  of('no-shard-key', 'statistics', config('statistics', { shards: 2 })),
  of('poor-shard-key', 'links', config('links', { shardKey: 'domain', shardKeySpread: 'few' })),
  of('replicas-in-one-zone', 'statistics', config('statistics', { multiZone: false })),
  of(
    'blob-in-database',
    'links',
    { op: 'patch-flow', id: 'shorten', patch: { storedBytes: 2_000_000 } },
    { op: 'patch-flow-targets', id: 'shorten', patch: { p99Ms: 600 } },
  ),
  of(
    'personal-data-without-retention',
    'links',
    { op: 'patch-workload', patch: { retentionYears: null } },
    config('links', { dataClasses: ['personal'] }),
    ...['access-reviews', 'intrusion-detection', 'data-protection-law'].map(
      (practice): Change => ({ op: 'answer', practice, answer: 'yes' }),
    ),
  ),
  of(
    'data-residency',
    'links',
    { op: 'patch-group', id: 'region', patch: { jurisdiction: 'US' } },
    config('links', { residency: 'EU' }),
  ),
  of('untested-restore', '*', unanswered('untested-restore')),
  of(
    'writes-need-every-copy',
    'links',
    config('links', { replication: 'sync', onReplicaLoss: 'refuse', instanceAvailability: 0.99999 }),
  ),
];

const ledger = (id: string): readonly Change[] => [
  {
    op: 'add-node',
    node: { id, kind: 'sql-database', group: 'region', config: { backupEverySeconds: 60 } },
  },
  {
    op: 'add-edge',
    edge: { id: `shorten-api-${id}`, from: 'shorten-api', to: id, protocol: 'sql', mode: 'sync' },
  },
];

const ofTheWrites: readonly Mutation[] = [
  of('dual-write', '*', config('statistics', { backupEverySeconds: 60 }), {
    op: 'add-edge',
    edge: { id: 'shorten-api-clicks', from: 'shorten-api', to: 'clicks', protocol: 'kafka', mode: 'async' },
  }),
  of(
    'write-to-read-replica',
    'shorten-api-copy',
    {
      op: 'add-node',
      node: { id: 'copy', kind: 'read-replica', group: 'region', config: { replicasPerShard: 2 } },
    },
    {
      op: 'add-edge',
      edge: {
        id: 'shorten-api-copy',
        from: 'shorten-api',
        to: 'copy',
        protocol: 'sql',
        mode: 'sync',
        flows: ['shorten'],
      },
    },
  ),
  of('distributed-transaction', 'shorten-api', ...ledger('audit'), ...ledger('billing')),
];

/** A surge of four times the peak for ten minutes. */
const surge: Change = { op: 'patch-workload', patch: { spikeFactor: 4, spikeSeconds: 600 } };

const ofTheBuffers: readonly Mutation[] = [
  // 4 × 8 ÷ 10 ms = 3 200 a second of the 11 600 ÷ 3 that arrive on average.
  of('backlog-grows', 'click-counter', config('click-counter', { serviceMs: 10 })),
  // 4 × 8 ÷ 1 ms = 32 000 a second; (46 400 − 32 000) × 600 s ÷ 32 000 = 270 s.
  of('slow-drain', 'clicks', surge, config('clicks', { maxAgeSeconds: 60 })),
  of('no-dead-letter', 'clicks', config('clicks', { deadLetter: null })),
  of('idempotent-consumers', '*', unanswered('idempotent-consumers')),
  // 2 × 8 ÷ 1 ms = 16 000 a second are enough for 11 600.
  of('idle-consumers', 'click-counter', config('clicks', { partitions: 2 })),
  // 116 a second, 464 in the surge, and 2 × 2 ÷ 10 ms = 400 are sent.
  of(
    'unbounded-backlog',
    'reports',
    surge,
    { op: 'add-node', node: { id: 'reports', kind: 'queue', group: 'region', config: { deadLetter: true } } },
    {
      op: 'add-node',
      node: {
        id: 'reporter',
        kind: 'worker',
        group: 'region',
        config: { replicas: 2, concurrency: 2, autoscaleMin: 2, autoscaleMax: 3 },
      },
    },
    {
      op: 'add-edge',
      edge: {
        id: 'click-counter-reports',
        from: 'click-counter',
        to: 'reports',
        protocol: 'amqp',
        mode: 'async',
        calls: 0.01,
      },
    },
    { op: 'add-edge', edge: { id: 'reports-reporter', from: 'reports', to: 'reporter', protocol: 'amqp' } },
  ),
  of(
    'retention-below-outage',
    'clicks',
    config('statistics', { failoverSeconds: 7200 }),
    config('clicks', { retentionSeconds: 3600 }),
  ),
  of('order-without-key', 'clicks', { op: 'patch-flow', id: 'redirect', patch: { ordered: true } }),
  of(
    'lossy-delivery',
    'clicks',
    config('clicks', { delivery: 'at-most-once' }),
    config('statistics', { backupEverySeconds: 60 }),
    {
      op: 'add-node',
      node: { id: 'report-api', kind: 'service', group: 'region', config: { authentication: 'token' } },
    },
    {
      op: 'add-flow',
      flow: { id: 'report', name: 'Report', kind: 'write', entry: 'visitors', rate: { rps: 10 } },
    },
    {
      op: 'add-edge',
      edge: { id: 'lb-report-api', from: 'lb', to: 'report-api', flows: ['report'], mode: 'sync' },
    },
    {
      op: 'add-edge',
      edge: { id: 'report-api-clicks', from: 'report-api', to: 'clicks', protocol: 'kafka', mode: 'async' },
    },
  ),
];

export const consistencyMutations: readonly Mutation[] = [...ofTheStores, ...ofTheWrites, ...ofTheBuffers];
