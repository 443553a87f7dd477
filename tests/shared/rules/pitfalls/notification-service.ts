import { sketch } from '../../../../shared/rules/sketch';
import { orders, type Pitfall, write } from './pitfall';

export const notifications: readonly Pitfall[] = [
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
