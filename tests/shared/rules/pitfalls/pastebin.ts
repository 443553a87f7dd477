import { sketch } from '../../../../shared/rules/sketch';
import { orders, type Pitfall, write } from './pitfall';

export const pasteBin: readonly Pitfall[] = [
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
