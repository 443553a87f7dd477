import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

export const tinyUrl: readonly Pitfall[] = [
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
