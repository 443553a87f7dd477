import type { Flow } from '../../../../../shared/model/schema';
import type { Tried } from '../attempt';
import { type Drawing, drawn } from './drawing';

const served = { p99Ms: 200, availability: 0.9999 };
const flows: readonly Flow[] = [
  {
    id: 'charge',
    name: 'Authorize a payment',
    kind: 'write',
    entry: 'shops',
    rate: { rps: 1200 },
    requestBytes: 2000,
    responseBytes: 800,
    storedBytes: 1500,
    idempotent: true,
    targets: { p99Ms: 2000, availability: 0.9999, completionP99Ms: 10_000, headroom: 1.5 },
  },
  {
    id: 'look',
    name: 'Look up a payment',
    kind: 'read',
    entry: 'shops',
    rate: { rps: 2400 },
    requestBytes: 400,
    responseBytes: 1200,
    targets: served,
  },
  {
    id: 'capture',
    name: 'Capture a payment',
    kind: 'write',
    entry: 'shops',
    rate: { rps: 240 },
    requestBytes: 600,
    responseBytes: 400,
    storedBytes: 500,
    idempotent: true,
    targets: { ...served, completionP99Ms: 10_000 },
  },
  {
    id: 'refund',
    name: 'Refund a payment',
    kind: 'write',
    entry: 'shops',
    rate: { rps: 5 },
    requestBytes: 600,
    responseBytes: 400,
    storedBytes: 500,
    idempotent: true,
    targets: { ...served, completionP99Ms: 10_000 },
  },
];

const writes = ['capture', 'refund'];

/** One region of a candidate who keeps keys and ledger in one Spanner and lets one service do all but the cards. */
const region = (of: string): Drawing['nodes'] => ({
  [`gate-${of}`]: [
    'api-gateway',
    { authentication: 'mutual-tls', rateLimitRps: 12_000, webFirewall: true },
    'Kong',
  ],
  [`pay-${of}`]: [
    'service',
    {
      replicas: 6,
      multiZone: true,
      authentication: 'mutual-tls',
      egress: 'allow-list',
      dataClasses: ['money'],
    },
    'Kotlin',
  ],
  [`card-${of}`]: [
    'service',
    {
      replicas: 4,
      multiZone: true,
      authentication: 'mutual-tls',
      egress: 'allow-list',
      dataClasses: ['payment-card'],
      tokenized: true,
    },
    'Kotlin',
  ],
});

const call = { timeoutMs: 4000, circuitBreaker: true, tls: true } as const;
const callsIn = (of: string): Drawing['edges'] => ({
  [`dns gate-${of}`]: { protocol: 'https' },
  [`gate-${of} pay-${of}`]: { tls: true },
  [`pay-${of} spanner`]: { protocol: 'sql', calls: 2, storedBytes: 600, tls: true },
  [`pay-${of} card-${of}`]: { flows: ['charge'], tls: true },
  [`card-${of} first-bank`]: { protocol: 'https', ...call },
  [`card-${of} second-bank`]: { protocol: 'https', ...call, fallbackOf: `card-${of}-first-bank` },
});

const strong: Tried = {
  design: drawn('Payments on Spanner', {
    targets: { rpoSeconds: 0, rtoSeconds: 120, consistency: 'strong' },
    flows,
    nodes: {
      shops: ['partner'],
      dns: ['dns', { algorithm: 'random', failover: true, healthCheckSeconds: 10 }],
      ...region('west'),
      ...region('east'),
      spanner: [
        'sql-database',
        {
          shards: 10,
          replication: 'quorum',
          replicaRttMs: 12,
          backupEverySeconds: 300,
          shardKey: 'payment',
          shardKeySpread: 'many',
          multiZone: true,
          dataClasses: ['money', 'personal'],
        },
        'Spanner',
      ],
      changes: ['worker', { replicas: 8, serviceMs: 2, multiZone: true }, 'Dataflow'],
      topic: ['pub-sub', { multiZone: true, deadLetter: true }],
      settle: [
        'worker',
        { replicas: 6, concurrency: 64, serviceMs: 5, multiZone: true, egress: 'allow-list' },
      ],
      tell: [
        'worker',
        { replicas: 4, concurrency: 256, serviceMs: 3, multiZone: true, egress: 'allow-list' },
      ],
      'first-bank': [
        'payment-provider',
        { quotaRps: 3000, concurrency: 3000, serviceMs: 500, cv: 0.6, tokenized: true },
      ],
      'second-bank': [
        'payment-provider',
        { quotaRps: 3000, concurrency: 3000, serviceMs: 500, cv: 0.6, tokenized: true },
      ],
      merchant: ['external-api', { concurrency: 1000 }],
      warehouse: ['data-warehouse'],
      watch: ['metrics'],
      journal: ['logs'],
    },
    edges: {
      'shops dns': {},
      ...callsIn('west'),
      ...callsIn('east'),
      'spanner changes': {
        mode: 'async',
        calls: 0.5,
        flows: ['charge', ...writes],
        protocol: 'sql',
        tls: true,
      },
      'changes topic': { tls: true },
      'topic settle': { flows: writes, tls: true },
      'settle first-bank': { protocol: 'https', ...call },
      'settle second-bank': { protocol: 'https', ...call, fallbackOf: 'settle-first-bank' },
      'topic tell': { tls: true },
      'tell merchant': { protocol: 'https', circuitBreaker: true, timeoutMs: 3000 },
      'settle warehouse': { calls: 0.001, operation: 'write' },
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
      'access-reviews',
      'intrusion-detection',
    ],
    writing: {
      apis: [
        {
          id: 'a1',
          method: 'POST',
          path: '/payments',
          request: 'card token, amount, Idempotency-Key',
          response: '201 authorized; 409 under way',
          idempotent: true,
        },
        { id: 'a2', method: 'POST', path: '/payments/{id}/captures', response: '202', idempotent: true },
        { id: 'a3', method: 'POST', path: '/payments/{id}/refunds', response: '202', idempotent: true },
        { id: 'a4', method: 'GET', path: '/payments/{id}', response: 'state of the payment' },
        { id: 'a5', method: 'POST', path: 'webhook of the merchant', request: 'signed event' },
      ],
      entities: [
        { id: 'e1', name: 'Payment', fields: [{ name: 'amount' }, { name: 'state' }] },
        { id: 'e2', name: 'Ledger entry', fields: [{ name: 'account' }, { name: 'signed amount' }] },
        { id: 'e3', name: 'Idempotency key', fields: [{ name: 'key' }, { name: 'answer' }] },
        { id: 'e4', name: 'Card token', fields: [{ name: 'token' }] },
      ],
      decisions: [
        {
          id: 'd1',
          title: 'Database',
          choice: 'Spanner over three regions',
          alternatives: ['PostgreSQL with a sync standby: one region is 99.95 %'],
        },
        {
          id: 'd2',
          title: 'Events',
          choice: 'Changes of the table, read after the commit',
          alternatives: ['Write to database and topic: one of 10 000 is lost when the second write fails'],
        },
        {
          id: 'd3',
          title: 'Provider',
          choice: 'Two, the second when the first fails',
          alternatives: ['One provider at 99.9 %, below the 99.99 % that we promise'],
        },
      ],
    },
  }),
  asked: [
    'volume',
    'peak',
    'operations',
    'latency',
    'availability',
    'loss',
    'consistency',
    'cards',
    'retries',
    'retention',
  ],
  typed: {
    payments: '1200',
    lookups: '2400',
    'average-writes': '240',
    'store-writes': '6000',
    'in-flight': '600',
    day: '20 GB',
    'seven-years': '51 TB',
    'bytes-in': '3 MB/s',
  },
  answers: {
    expectations:
      'Merchants authorize a payment, capture it later, refund it and look up its status. Each write has an idempotency key, so a retry is never a duplicate charge. Every change is told by a webhook. A double entry ledger keeps all amounts, and each night we reconcile with the settlement file. Payouts, currency exchange, disputes and chargebacks are out of scope. Authorize within two seconds at p99, 99.99 %; look up within 200 ms; captures are carried out within ten seconds. rpo is zero. Card data stays in a vault within pci scope, elsewhere there are tokens.',
    goals:
      'Strong consistency for payments and ledger: in a partition we refuse rather than charge twice. We scale out by shards of the payment id. A region can fail: dns takes failover within half a minute, rto two minutes, rpo zero because a quorum of replicas in other regions has each write. Headroom of 1.5 at the provider quota.',
    'high-level':
      'Authorize: reserve the key with a conditional write, write the intent, send token to the card service, call the bank, write result and ledger entries in one transaction. Capture and refund are accepted and carried out by a worker.',
    'deep-dive':
      'A merchant that times out sends the same idempotency key: the first write wins by insert if not exists, the second request gets 409 under way, and later the stored answer. The provider gets the same key, so it charges once too.\nWhen the answer of the bank is unknown after a timeout we do not retry blindly: the payment stays pending and a job asks the provider by our reference, and reconciliation finds the rest.\nDual write: no queue is written in the request; the change stream of the table is the outbox, delivered at least once and consumers dedupe by event id.\nProvider down: a circuit breaker opens after errors and the fallback takes over, with a bulkhead so that 600 waiting calls do not take all threads. The quota of 100 rps by default has to be raised to 3 000 before.\nLedger: double entry, the sum is zero in each transaction, entries are never changed, a mistake is corrected by another entry.\nCards: the vault alone sees numbers, in a network of its own, encrypted with keys of an HSM, others hold tokens.',
    justify:
      'Capacity: six servers a region carry 4 000 rps each region, so one region carries the whole peak of 3 800 requests a second. Latency of authorize is 500 ms at the bank with p99 of 1.4 s, two commits of 12 ms, and 30 ms of services. The price of a quorum over regions is 12 ms a write; we pay it rather than lose a payment.',
    metrics:
      'p99 and error rate of each flow, declined share by provider, utilization of the quota, lag of the outbox. Money authorized a minute as business figure.',
    health:
      'Health checks down to the database; a canary of one cent a minute; automated recovery; alerts on the burn rate of 99.99 %.',
    logs: 'Central, structured, seven years for audit, never card numbers: fields are masked before they are written.',
    security:
      'Mutual TLS, token per merchant, encryption at rest, least privilege, allow list for egress, firewall and rate limit, audit of access to the vault, intrusion detection.',
  },
};

const simple = (replicas: number): Drawing['nodes'] => ({
  shops: ['partner'],
  gate: ['api-gateway'],
  pay: ['service', { replicas, multiZone: replicas > 1, authentication: 'token' }],
  keys: ['key-value-store', { replicasPerShard: replicas > 1 ? 3 : 1 }],
  ledger: [
    'sql-database',
    {
      shards: 4,
      replicasPerShard: replicas > 1 ? 2 : 1,
      ...(replicas > 1 && { replication: 'sync' as const, multiZone: true }),
    },
  ],
  vault: ['service', { replicas, dataClasses: ['payment-card'], tokenized: true }],
  bank: ['payment-provider', { quotaRps: 2000, concurrency: 2000, serviceMs: 500 }],
  events: ['stream', { partitions: 24 }],
  workers: ['worker', { replicas: replicas > 1 ? 4 : 2, concurrency: 64, serviceMs: 5 }],
});
const simpleCalls: Drawing['edges'] = {
  'shops gate': {},
  'gate pay': {},
  'pay keys': { flows: ['charge', ...writes], tls: true },
  'pay ledger': { protocol: 'sql', tls: true },
  'pay vault': { flows: ['charge'], tls: true },
  'vault bank': { protocol: 'https', timeoutMs: 5000, circuitBreaker: true },
  'pay events': { flows: writes, mode: 'async', tls: true },
  'events workers': {},
  'workers bank': { protocol: 'https', timeoutMs: 5000 },
};

/** One region, PostgreSQL with a standby that is waited for, one provider behind a breaker. */
const good: Tried = {
  design: drawn('Payments in one region', {
    targets: { rpoSeconds: 0, consistency: 'strong' },
    flows: flows.map(({ targets, ...flow }) =>
      flow.id === 'charge' || flow.id === 'look' ? { ...flow, ...(targets && { targets }) } : flow,
    ),
    nodes: simple(6),
    edges: simpleCalls,
    practices: ['metrics', 'logs', 'automated-recovery', 'secret-manager', 'idempotent-consumers'],
    writing: {
      apis: [
        { id: 'a1', method: 'POST', path: '/payments', request: 'Idempotency-Key', response: 'payment' },
        { id: 'a2', method: 'POST', path: '/captures', response: '202' },
        { id: 'a3', method: 'GET', path: '/payments/{id}', response: 'status' },
      ],
      entities: [
        { id: 'e1', name: 'Payment', fields: [{ name: 'amount' }, { name: 'state' }] },
        { id: 'e2', name: 'Ledger entry', fields: [{ name: 'amount' }] },
      ],
      decisions: [
        {
          id: 'd1',
          title: 'Ledger',
          choice: 'PostgreSQL, sync standby',
          alternatives: ['An async replica loses the last 100 ms of payments'],
        },
        {
          id: 'd2',
          title: 'Captures',
          choice: 'By a stream',
          alternatives: ['In the request, which waits 500 ms for the bank'],
        },
      ],
    },
  }),
  asked: ['volume', 'peak', 'latency', 'availability', 'loss', 'cards', 'retries'],
  typed: {
    payments: '1k',
    lookups: '2k',
    'store-writes': '4000',
    'in-flight': '500',
    day: '25 GB',
    'seven-years': '60 TB',
  },
  answers: {
    expectations:
      'Authorize, capture, refund and look up a payment, with an idempotency key. Merchants are told by webhook. A ledger holds all entries. No payouts, no disputes. Two seconds at p99, 99.99 %, tokens outside of the vault.',
    goals:
      'Strong consistency before availability. Scale out by shards. A replica in another zone takes over, rpo zero.',
    'high-level':
      'Authorize writes the key, the intent in the ledger, asks the bank and writes the result. Captures and refunds go through a stream to workers.',
    'deep-dive':
      'A retry with the same key finds the key by a conditional write and gets the stored answer, so the card is charged once. While the first is under way it gets 409.\nThe bank is behind a circuit breaker with a timeout of five seconds; an unknown answer stays pending and is asked for again.\nLedger entries are double entry and sum to zero.\nCard numbers are in the vault only, encrypted.',
    justify:
      'Capacity of six servers is 5 000 rps. Latency is 500 ms of the bank, p99 1.5 s. A sync standby costs 2 ms each write, the price of no loss.',
    metrics: 'Error rate and p99, declined share.',
    logs: 'Central, kept for a year, no card numbers.',
    security: 'TLS, token of the merchant, encryption at rest, rate limit.',
  },
};

const average: Tried = {
  design: drawn('Payments, first try', {
    flows: flows.map(({ targets: _, ...flow }) => flow),
    nodes: simple(2),
    edges: Object.fromEntries(
      Object.entries(simpleCalls).map(([of, { circuitBreaker: _, timeoutMs: __, tls: ___, ...edge }]) => [
        of,
        edge,
      ]),
    ),
    writing: {
      apis: [{ id: 'a1', method: 'POST', path: '/pay', response: 'ok' }],
      decisions: [{ id: 'd1', title: 'Database', choice: 'SQL for transactions' }],
    },
  }),
  asked: ['volume', 'peak', 'latency', 'cards'],
  typed: { payments: '115', lookups: '2000', day: '20 GB' },
  answers: {
    expectations: 'Merchants authorize and capture a payment and refund it. It must not be charged twice.',
    'high-level': 'The service writes the ledger and calls the bank. Captures go to a queue.',
    'deep-dive': 'An idempotency key avoids duplicates. Card data is kept in the vault.',
  },
};

export const paymentAttempts = { strong, good, average };
