import type { Design } from '../../../../shared/model/schema';
import { sketch } from '../../../../shared/rules/sketch';
import { type Pitfall, write } from './pitfall';

/** Ten million orders on a day, as its average. */
function openingDay(): Design {
  const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
    flows: { trades: write },
    system: { workload: { dailyActiveUsers: 5_000_000, requestsPerUserPerDay: 2 } },
  });
  const flows = design.system?.flows?.map((flow) => ({ ...flow, rate: { share: 1 } })) ?? [];
  return { ...design, system: { ...design.system, flows } };
}

export const trading: readonly Pitfall[] = [
  {
    title: 'a balance is checked and not reserved',
    rules: ['check-without-reservation'],
    design: sketch(
      { user: 'client', api: 'service', ledger: 'sql-database', log: 'stream', router: 'worker' },
      'user -> api -> ledger, api -> log -> router',
      {
        flows: { trades: { ...write, rps: 100 } },
        config: { ledger: { dataClasses: ['money'] } },
        edges: { 'api -> ledger': { operation: 'read' } },
      },
    ),
  },
  {
    title: 'the burst at the opening is not sized',
    rules: ['no-peak-factor'],
    design: openingDay(),
  },
  {
    title: 'every tick is pushed',
    rules: ['saturated'],
    design: sketch({ feed: 'partner', sockets: 'websocket-gateway' }, 'feed -> sockets', {
      flows: { ticks: { entry: 'feed', rps: 5_000_000 } },
      config: { sockets: { replicas: 4 } },
    }),
  },
  {
    title: 'an order is tried again without an id',
    rules: ['retried-write'],
    design: sketch({ user: 'client', api: 'service', exchange: 'external-api' }, 'user -> api -> exchange', {
      flows: { trades: { ...write, rps: 10, idempotent: false } },
      edges: { 'api -> exchange': { retries: 3, backoff: 'jittered' } },
    }),
  },
  {
    title: 'quotes are cached without expiry',
    rules: ['no-expiry'],
    design: sketch(
      { user: 'client', api: 'service', quotes: 'cache', db: 'sql-database' },
      'user -> api -> quotes, api -> db',
      {
        flows: { reads: {}, ticks: { ...write, rps: 100 } },
        config: { quotes: { ttlSeconds: 0, invalidation: 'none' } },
        edges: { 'api -> db': { onMissOf: 'quotes' }, 'api -> quotes': { flows: 'read' } },
      },
    ),
  },
];
