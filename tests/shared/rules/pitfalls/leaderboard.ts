import { sketch } from '../../../../shared/rules/sketch';
import { orders, type Pitfall, write } from './pitfall';

export const leaderboard: readonly Pitfall[] = [
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
