import { sketch } from '../../../../shared/rules/sketch';
import { orders, type Pitfall, write } from './pitfall';

export const payments: readonly Pitfall[] = [
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
