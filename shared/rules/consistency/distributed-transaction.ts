import type { ResolvedDesign } from '../../catalog/resolved';
import { partsOf } from '../facts/parts';
import { writeStepsOf } from '../facts/store-writes';
import { holdsMessages } from '../facts/worked-off-later';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Two stores may be a record and its index; from the third on one request is a transaction over all of them. */
const mostStores = 2;

/** CON-06. By the calls of one node for one write; shards and alternatives, of which it takes one, count once. */
export const distributedTransaction: Rule = {
  id: 'distributed-transaction',
  code: 'CON-06',
  title: 'Transaction over several stores',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} waits for {count, plural, one {# store} other {# stores}} in one request of {flow}; with more than {limit}, a failure in between is hard to undo.',
  why: 'All of them have to be up at the same time, and where one fails the others have written already. A two-phase commit only adds a coordinator that can block them all.',
  fix: 'Write one store, and let events bring the others up to date, each step with one that undoes it.',
  source: { text: 'Garcia-Molina and Salem, Sagas, SIGMOD 1987' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const worst = new Map<string, Hit>();
    for (const { flow, caller, stores } of writeStepsOf(design)) {
      const needed = stores.filter((edge) => !edge.optional).length;
      if (needed <= mostStores || worst.has(caller.id) || isReplayed(design, caller.id)) continue;
      const values = {
        node: { part: caller.id },
        flow: { part: flow.id },
        count: { count: needed },
        limit: { count: mostStores },
      };
      worst.set(caller.id, { target: caller.id, values });
    }
    return [...worst.values()];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two stores',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', files: 'object-store' },
            'user -> api -> orders, api -> files',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'One of four shards',
          design: sketch(
            { user: 'client', api: 'service', a: 'shard', b: 'shard', c: 'shard', d: 'shard' },
            'user -> api -> a, api -> b, api -> c, api -> d',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'A consumer whose message comes again until all three are written',
          design: sketch(
            {
              user: 'client',
              orders: 'stream',
              projector: 'worker',
              a: 'sql-database',
              b: 'sql-database',
              c: 'sql-database',
            },
            'user -> orders -> projector -> a, projector -> b, projector -> c',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'Three stores that are only read',
          design: sketch(
            { user: 'client', api: 'service', a: 'sql-database', b: 'sql-database', c: 'sql-database' },
            'user -> api -> a, api -> b, api -> c',
          ),
        },
      ],
      invalid: [
        {
          title: 'Order, stock and account in one request',
          target: 'api',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              orders: 'sql-database',
              stock: 'sql-database',
              accounts: 'sql-database',
            },
            'user -> api -> orders, api -> stock, api -> accounts',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
      ],
    };
  },
};

/** Whether all that a node does comes from messages that are delivered again until they are done: a failure in between is repeated. */
function isReplayed(design: ResolvedDesign, node: string): boolean {
  const callers =
    partsOf(design)
      .byId.get(node)
      ?.callers.filter(({ isLive }) => isLive) ?? [];
  return callers.length > 0 && callers.every(({ from }) => holdsMessages(from.node));
}
