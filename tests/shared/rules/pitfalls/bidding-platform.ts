import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

export const bidding: readonly Pitfall[] = [
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
