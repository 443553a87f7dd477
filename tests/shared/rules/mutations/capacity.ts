import type { Change } from '../../../../shared/model/changes';
import type { Config } from '../../../../shared/model/config';
import type { Mutation } from './mutation';

const config = (id: string, patch: Config): Change => ({ op: 'patch-config', id, patch });

/** Carries 3 200 rps; beyond 200 requests in it, it refuses. */
const refusing: Config = {
  replicas: 2,
  concurrency: 16,
  serviceMs: 10,
  cv: 1,
  delayMs: 0,
  queueLimit: 200,
  maxUtilization: 0.9,
};
const retried = { calls: 2, retries: 7, backoff: 'jittered' } as const;

export const capacityMutations: readonly Mutation[] = [
  // 1 280 + 2 × 1 280 = 3 840 of 3 200 rps at either. Whichever is full halves the flow of the other, so that the other is not.
  {
    rule: 'retry-storm',
    target: 'stock',
    template: 'tinyurl',
    changes: [
      { op: 'add-node', node: { id: 'orders', kind: 'service', group: 'region', config: refusing } },
      { op: 'add-node', node: { id: 'stock', kind: 'service', group: 'region', config: refusing } },
      { op: 'answer', practice: 'no-mutual-tls', answer: 'n/a' },
      { op: 'add-flow', flow: { id: 'sales', kind: 'read', entry: 'visitors', rate: { rps: 1280 } } },
      { op: 'add-flow', flow: { id: 'picks', kind: 'read', entry: 'visitors', rate: { rps: 1280 } } },
      config('cdn', { hitRates: { redirect: 0, sales: 0, picks: 0 } }),
      { op: 'add-edge', edge: { id: 'lb-orders', from: 'lb', to: 'orders', flows: ['sales'] } },
      { op: 'add-edge', edge: { id: 'lb-stock', from: 'lb', to: 'stock', flows: ['picks'] } },
      {
        op: 'add-edge',
        edge: { id: 'orders-stock', from: 'orders', to: 'stock', flows: ['sales'], ...retried },
      },
      {
        op: 'add-edge',
        edge: {
          id: 'stock-orders',
          from: 'stock',
          to: 'orders',
          flows: ['picks'],
          mode: 'async',
          ...retried,
        },
      },
    ],
  },
  // 11 600 × 2 ms = 23 of 10 × 2 concurrent.
  {
    rule: 'saturated',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [config('redirect-api', { serviceMs: 2 })],
  },
  // 11 600 × 0.667 ms = 7.7 concurrent on average, of 11 places: 8 % are refused.
  {
    rule: 'refused-requests',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [config('redirect-api', { queueLimit: 80 })],
  },
  // 11 716 × 1 ms = 11.7 of 16 concurrent = 0.73.
  {
    rule: 'little-headroom',
    target: 'lb',
    template: 'tinyurl',
    changes: [config('lb', { concurrency: 16 })],
  },
  // The p99 is 86 ms.
  {
    rule: 'latency-target-missed',
    target: 'redirect',
    template: 'tinyurl',
    changes: [{ op: 'patch-flow-targets', id: 'redirect', patch: { p99Ms: 80 } }],
  },
  // 116 × 5 ms = 0.58 of one at a time.
  {
    rule: 'uncached-reads',
    target: 'statistics',
    template: 'tinyurl',
    changes: [config('statistics', { concurrency: 1, readMs: 5 })],
  },
  {
    rule: 'plaintext-on-the-internet',
    target: 'visitors-cdn',
    template: 'tinyurl',
    changes: [{ op: 'patch-edge', id: 'visitors-cdn', patch: { tls: false } }],
  },
  // 116 × 0.667 ms = 0.08 busy, two servers are enough for it.
  {
    rule: 'over-provisioned',
    target: 'shorten-api',
    template: 'tinyurl',
    changes: [config('shorten-api', { replicas: 6, autoscaleMin: 2, autoscaleMax: 8 })],
  },
  // 116 × 40 ms = 4.6 of 4 concurrent.
  {
    rule: 'write-bottleneck',
    target: 'links',
    template: 'tinyurl',
    changes: [config('links', { shards: 1, readMs: 0.2, writeMs: 40 })],
  },
  // 10 × 100 of 4 leaders × 100.
  {
    rule: 'connection-pool-exhaustion',
    target: 'links',
    template: 'tinyurl',
    changes: [config('redirect-api', { connectionPool: 100 }), config('links', { maxConnections: 100 })],
  },
  // 11 600 × (5 + 9 + 0.2 + 0.25) ms = 168 of 10 × 22.
  {
    rule: 'held-requests',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [
      {
        op: 'patch-node',
        id: 'redirect-api',
        patch: { technology: 'JVM' },
      },
      config('redirect-api', { serviceMs: 0.667, delayMs: 4.33, delayCv: 1.43, maxInFlight: 22 }),
      { op: 'patch-edge', id: 'redirect-api-hot-links', patch: { rttMs: 9 } },
    ],
  },
  // 11 716 of 10 000.
  {
    rule: 'quota-exceeded',
    target: 'cdn',
    template: 'tinyurl',
    changes: [config('cdn', { quotaRps: 10_000 })],
  },
  // (1 160 × 0.2 ms + 116 × 35 ms) × (0.6 + 0.4 ÷ 4) = 3.0 of 4 concurrent, 1.07 on average.
  {
    rule: 'hot-shard',
    target: 'links',
    template: 'tinyurl',
    changes: [
      { op: 'patch-flow-targets', id: 'shorten', patch: { p99Ms: null } },
      config('links', { readMs: 0.2, writeMs: 35, hotShare: 0.6 }),
    ],
  },
  // 11 600 × 800 bytes × 8 = 74 of 10 × 10 Mbps.
  {
    rule: 'network-bottleneck',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [config('redirect-api', { bandwidthMbps: 10 })],
  },
  // 116 ÷ 3 × 500 bytes × 3 copies for five years, growing by a fifth a year: 14.9 TB of 12 × 1 TB.
  {
    rule: 'disk-full',
    target: 'links',
    template: 'tinyurl',
    changes: [config('links', { diskBytes: 1e12 })],
  },
  // 33 740 000 × 30 ÷ 86 400 is the peak as it was, now taken for the average.
  {
    rule: 'no-peak-factor',
    target: '*',
    template: 'tinyurl',
    changes: [
      { op: 'patch-workload', patch: { requestsPerUserPerDay: 30, peakFactor: null } },
      { op: 'patch-flow', id: 'redirect', patch: { rate: { share: 0.99 } } },
      { op: 'patch-flow', id: 'shorten', patch: { rate: { share: 0.01 } } },
    ],
  },
  // 3.2 × 11 600 = 37 120 of 10 × 2 ÷ 0.667 ms = 29 985: 7 135 × 120 s.
  {
    rule: 'slow-autoscaling',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [
      { op: 'patch-workload', patch: { spikeFactor: 3.2, spikeSeconds: 300 } },
      config('redirect-api', { autoscaleMax: 20 }),
      config('click-counter', { concurrency: 16 }),
    ],
  },
  {
    rule: 'rate-limit-below-peak',
    target: 'lb',
    template: 'tinyurl',
    changes: [config('lb', { rateLimitRps: 10_000 })],
  },
  // 11 600 × 0.667 ms = 0.39 of 20 concurrent, × 2.8 after a year.
  {
    rule: 'growth-passes-capacity',
    target: 'redirect-api',
    template: 'tinyurl',
    changes: [
      { op: 'patch-workload', patch: { annualGrowth: 1.8 } },
      config('click-counter', { concurrency: 16 }),
    ],
  },
  {
    rule: 'cross-region-call',
    target: 'shorten-api-links',
    template: 'tinyurl',
    changes: [
      { op: 'patch-flow-targets', id: 'shorten', patch: { p99Ms: null } },
      { op: 'patch-edge', id: 'shorten-api-links', patch: { network: 'cross-region' } },
    ],
  },
  {
    rule: 'repeated-calls',
    target: 'redirect-api-hot-links',
    template: 'tinyurl',
    changes: [{ op: 'patch-edge', id: 'redirect-api-hot-links', patch: { calls: 4 } }],
  },
  // 11 600 × 30 s of 5 × 32.
  {
    rule: 'timeout-too-long',
    target: 'redirect-api-hot-links',
    template: 'tinyurl',
    changes: [{ op: 'patch-edge', id: 'redirect-api-hot-links', patch: { timeoutMs: 30_000 } }],
  },
  // 2 ms on average, and 0.5 ms on the way.
  {
    rule: 'timeout-too-short-for-callee',
    target: 'redirect-api-links',
    template: 'tinyurl',
    changes: [{ op: 'patch-edge', id: 'redirect-api-links', patch: { timeoutMs: 5 } }],
  },
  {
    rule: 'latency-budget-mismatch',
    target: 'redirect',
    template: 'tinyurl',
    changes: [{ op: 'patch-targets', patch: { layers: { data: { p99Ms: 150 } } } }],
  },
  // A preview of 300 ms that each new link waits for, though nobody asked for it.
  {
    rule: 'deferrable-work',
    target: 'previews',
    template: 'tinyurl',
    changes: [
      { op: 'patch-flow', id: 'shorten', patch: { deferrable: true } },
      { op: 'patch-flow-targets', id: 'shorten', patch: { p99Ms: null } },
      {
        op: 'add-node',
        node: {
          id: 'previews',
          kind: 'service',
          group: 'region',
          config: { serviceMs: 300, concurrency: 64 },
        },
      },
      { op: 'answer', practice: 'no-mutual-tls', answer: 'n/a' },
      { op: 'add-edge', edge: { id: 'shorten-api-previews', from: 'shorten-api', to: 'previews' } },
    ],
  },
  {
    rule: 'no-cdn',
    target: 'redirect',
    template: 'tinyurl',
    changes: [
      { op: 'patch-workload', patch: { audience: 'global' } },
      { op: 'patch-flow', id: 'redirect', patch: { cacheable: true } },
    ],
  },
  // Each of 6 shards answers all 1 160 reads.
  {
    rule: 'tail-at-scale',
    target: 'links',
    template: 'tinyurl',
    changes: [
      { op: 'patch-flow-targets', id: 'redirect', patch: { p99Ms: null } },
      config('links', { shards: 6, scatter: true, readMs: 0.5 }),
    ],
  },
];
