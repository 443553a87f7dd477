import type { Mutation } from './mutation';

const template = 'tinyurl';

export const figuresMutations: readonly Mutation[] = [
  {
    rule: 'retry-without-backoff',
    target: 'redirect-api-links',
    template,
    changes: [{ op: 'patch-edge', id: 'redirect-api-links', patch: { retries: 1 } }],
  },
  {
    rule: 'retry-amplification',
    target: 'redirect',
    template,
    changes: [
      { op: 'patch-edge', id: 'lb-redirect-api', patch: { retries: 2, backoff: 'jittered' } },
      { op: 'patch-edge', id: 'redirect-api-links', patch: { retries: 2, backoff: 'jittered' } },
    ],
  },
  {
    rule: 'retried-write',
    target: 'shorten',
    template,
    changes: [
      { op: 'patch-flow', id: 'shorten', patch: { idempotent: false } },
      { op: 'patch-edge', id: 'shorten-api-links', patch: { retries: 1, backoff: 'jittered' } },
    ],
  },
  {
    rule: 'no-circuit-breaker',
    target: 'shorten-api-id-ranges',
    template,
    changes: [{ op: 'patch-node', id: 'id-ranges', patch: { layer: 'external' } }],
  },
  {
    rule: 'no-health-check',
    target: 'lb',
    template,
    changes: [
      // 0.002 × 30 d = 86 min a month, so that an hour to recover is no contradiction.
      { op: 'patch-flow-targets', id: 'redirect', patch: { availability: 0.998 } },
      { op: 'patch-flow-targets', id: 'shorten', patch: { availability: 0.998 } },
      { op: 'patch-targets', patch: { rtoSeconds: 3600 } },
      { op: 'patch-config', id: 'lb', patch: { healthCheckSeconds: 1500 } },
    ],
  },
  {
    rule: 'lone-scheduler',
    target: 'click-counter',
    template,
    changes: [
      {
        op: 'patch-config',
        id: 'click-counter',
        patch: { replicas: 1, concurrency: 32, leaderElection: true },
      },
    ],
  },
  {
    rule: 'cache-loss-overloads-store',
    target: 'hot-links',
    template,
    changes: [{ op: 'patch-config', id: 'links', patch: { shards: 2 } }],
  },
  {
    rule: 'no-expiry',
    target: 'hot-links',
    template,
    changes: [{ op: 'patch-config', id: 'hot-links', patch: { ttlSeconds: 0 } }],
  },
  {
    rule: 'unreachable-hit-rate',
    target: 'hot-links',
    template,
    changes: [
      {
        op: 'patch-config',
        id: 'hot-links',
        patch: { items: 6_000_000_000, zipfExponent: 0.9, memoryBytes: 1_000_000_000 },
      },
    ],
  },
  {
    rule: 'cache-stampede',
    target: 'hot-links',
    template,
    changes: [{ op: 'patch-config', id: 'hot-links', patch: { stampedeProtection: false } }],
  },
  {
    rule: 'write-behind-loss',
    target: 'hot-links',
    template,
    changes: [
      { op: 'patch-targets', patch: { rpoSeconds: 0 } },
      {
        op: 'patch-config',
        id: 'links',
        patch: { replication: 'semi-sync', backupEverySeconds: 60 },
      },
      { op: 'patch-config', id: 'hot-links', patch: { writePolicy: 'behind' } },
      { op: 'patch-edge', id: 'shorten-api-links', patch: { to: 'hot-links', protocol: 'redis' } },
      {
        op: 'add-edge',
        edge: { id: 'hot-links-links', from: 'hot-links', to: 'links', flows: 'write', mode: 'async' },
      },
    ],
  },
  {
    rule: 'over-budget',
    target: '*',
    template,
    // It costs 17 392 dollars a month, 10 270 of them for requests.
    changes: [{ op: 'patch-targets', patch: { monthlyCostUsd: 17_000 } }],
  },
  {
    rule: 'budget-below-minimum',
    target: '*',
    template,
    changes: [{ op: 'patch-targets', patch: { monthlyCostUsd: 1000 } }],
  },
  {
    rule: 'egress-cost',
    target: 'lb',
    template,
    // A tenth of the redirects past the CDN, each of 500 bytes: 508 GB a month.
    changes: [
      { op: 'patch-config', id: 'lb', patch: { egressUsdPerGb: 30 } },
      {
        op: 'add-edge',
        edge: { id: 'visitors-lb', from: 'visitors', to: 'lb', calls: 0.1, flows: ['redirect'] },
      },
      { op: 'patch-config', id: 'lb', patch: { webFirewall: true, rateLimitRps: 24_000 } },
    ],
  },
  {
    rule: 'cross-zone-cost',
    target: 'redirect-api-hot-links',
    template,
    // Its pools are spread over three zones: two thirds of each call cross them.
    changes: [{ op: 'patch-prices', patch: { crossZoneUsdPerGb: 0.2 } }],
  },
  {
    rule: 'targets-out-of-order',
    target: 'redirect',
    template,
    changes: [{ op: 'patch-flow-targets', id: 'redirect', patch: { p50Ms: 200 } }],
  },
  {
    rule: 'latency-below-physics',
    target: 'redirect',
    template,
    changes: [{ op: 'patch-flow-targets', id: 'redirect', patch: { p50Ms: 15 } }],
  },
  {
    rule: 'availability-above-hard-dependency',
    target: 'redirect',
    template,
    // CDN, load balancer and region: 0.9999³ = 0.9997.
    changes: [{ op: 'patch-flow-targets', id: 'redirect', patch: { availability: 0.9998 } }],
  },
  {
    rule: 'recovery-targets-contradict',
    target: '*',
    template,
    changes: [{ op: 'patch-targets', patch: { rtoSeconds: 3600 } }],
  },
  {
    rule: 'grpc-from-browser',
    target: 'visitors-cdn',
    template,
    changes: [{ op: 'patch-edge', id: 'visitors-cdn', patch: { protocol: 'grpc' } }],
  },
  {
    rule: 'pinned-grpc-streams',
    target: 'l4',
    template,
    changes: [
      { op: 'add-node', node: { id: 'l4', kind: 'network-load-balancer', group: 'region' } },
      { op: 'patch-edge', id: 'shorten-api-id-ranges', patch: { to: 'l4', protocol: 'grpc' } },
      {
        op: 'add-edge',
        edge: { id: 'l4-id-ranges', from: 'l4', to: 'id-ranges', protocol: 'grpc' },
      },
    ],
  },
  {
    rule: 'unbounded-graphql',
    target: '*',
    template,
    changes: [{ op: 'patch-edge', id: 'lb-redirect-api', patch: { protocol: 'graphql' } }],
  },
  {
    rule: 'chatty-client',
    target: 'visitors-lb',
    template,
    changes: [
      {
        op: 'add-flow',
        flow: { id: 'status', name: 'Status', kind: 'read', entry: 'visitors', rate: { rps: 1 } },
      },
      { op: 'patch-edge', id: 'visitors-cdn', patch: { flows: ['redirect', 'shorten'] } },
      {
        op: 'add-edge',
        edge: { id: 'visitors-lb', from: 'visitors', to: 'lb', calls: 6, flows: ['status'] },
      },
      { op: 'patch-config', id: 'lb', patch: { webFirewall: true, rateLimitRps: 24_000 } },
    ],
  },
  ...['automated-recovery', 'load-tested', 'least-privilege', 'infrastructure-as-code'].map(
    (rule): Mutation => ({
      rule,
      target: '*',
      template,
      changes: [{ op: 'answer', practice: rule, answer: null }],
    }),
  ),
  {
    rule: 'data-protection-law',
    target: '*',
    template,
    changes: [
      { op: 'patch-config', id: 'links', patch: { dataClasses: ['personal'] } },
      { op: 'answer', practice: 'access-reviews', answer: 'yes' },
      { op: 'answer', practice: 'intrusion-detection', answer: 'yes' },
    ],
  },
];
