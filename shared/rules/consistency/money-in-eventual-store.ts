import { consistencyOf } from '../../analysis/recovery';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import { type Counted, countedBy, countedNames } from '../facts/counted-data';
import { flowAt } from '../facts/flow-at';
import { graphOf, outgoingOf } from '../facts/graph';
import { nodesSaying } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-04. Of what is written there first: a copy that a stream feeds may lag behind. */
export const moneyInEventualStore: Rule = {
  id: 'money-in-eventual-store',
  code: 'CON-04',
  title: 'Money without transactions',
  severity: 'error',
  stage: 'broken',
  message: '{node} keeps {data} and has no transactions.',
  variants: {
    unsaid: '{node} keeps {data}, and nothing says that it has transactions.',
    eventual:
      '{node} keeps {data} and is only eventually consistent: it reads from {reads} of {copies, plural, one {# copy} other {# copies}} and writes to {writes}.',
    'last-write-wins': '{node} keeps {data} at several leaders, and the last write wins.',
    behind: '{node} answers a write of {data} before {store} has it.',
  },
  why: 'Two who read the same balance or the last piece in stock both spend it, unless checking and writing are one step that no other comes between.',
  fix: 'Keep {data} in a store with transactions, and write on a condition.',
  fixes: {
    'say-transactions':
      'Say so where {node} writes on a condition or in transactions; else keep {data} elsewhere.',
    'write-through': 'Answer a write once {store} has it.',
    'home-region': 'Give each account or article one home, so that no two writes of it meet.',
  },
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapter 7: lost updates and write skew (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    subjectsIn(design).flatMap((node): Hit[] => {
      const data = countedBy(node);
      const hit = node.behaviour === 'store' ? storeHit(design, node, data) : cacheHit(design, node, data);
      return hit === null ? [] : [hit];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Accounts in a relational database',
          design: sketch(
            { user: 'client', api: 'service', accounts: 'sql-database' },
            'user -> api -> accounts',
            {
              flows: { payments: { kind: 'write', rps: 100 } },
              config: { accounts: { dataClasses: ['money'] } },
            },
          ),
        },
        {
          title: 'A list of what is in stock, fed by a stream',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              stock: 'sql-database',
              sold: 'stream',
              copier: 'worker',
              list: 'key-value-store',
            },
            'user -> api -> stock, api ~> sold -> copier -> list',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              config: { stock: { dataClasses: ['inventory'] }, list: { dataClasses: ['inventory'] } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Accounts in a store without transactions',
          target: 'accounts',
          design: sketch(
            { user: 'client', api: 'service', accounts: 'key-value-store' },
            'user -> api -> accounts',
            {
              flows: { payments: { kind: 'write', rps: 100 } },
              config: { accounts: { dataClasses: ['money'], transactions: false } },
            },
          ),
        },
        {
          title: 'Stock in a store that comes without transactions',
          target: 'stock',
          design: sketch(
            { user: 'client', api: 'service', stock: 'wide-column-store' },
            'user -> api -> stock',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              config: { stock: { dataClasses: ['inventory'] } },
            },
          ),
        },
        {
          title: 'A cache that has the balance first',
          target: 'balances',
          design: sketch(
            { user: 'client', api: 'service', balances: 'cache', accounts: 'sql-database' },
            'user -> api -> balances ~> accounts',
            {
              flows: { payments: { kind: 'write', rps: 100 } },
              config: { balances: { writePolicy: 'behind' }, accounts: { dataClasses: ['money'] } },
            },
          ),
        },
      ],
    };
  },
};

/** What says which data it keeps, and what may write behind. */
const subjectsIn = (design: ResolvedDesign): readonly ResolvedNode[] => [
  ...new Set([...nodesSaying(design, 'dataClasses'), ...nodesSaying(design, 'writePolicy')]),
];

function storeHit(design: ResolvedDesign, node: ResolvedNode, data: Counted | null): Hit | null {
  if (data === null || !originalsOf(design).has(node.id)) return null;
  const { transactions, multiLeader, conflictRule } = node.config.other;
  const { replicasPerShard: copies, replication, readQuorum, writeQuorum } = node.config;
  const values = { node: { part: node.id }, data: words(countedNames[data]) };
  const isSaid = node.basis.transactions?.kind === 'document';
  if (transactions === false && isSaid) return { target: node.id, values };
  if (multiLeader === true && conflictRule === 'last-write-wins') {
    const changes = [{ op: 'patch-config', id: node.id, patch: { conflictRule: 'home-region' } }] as const;
    const quickFix = { id: 'home-region', title: 'Give each record one home', values: {}, changes };
    return { target: node.id, variant: 'last-write-wins', values, quickFix };
  }
  if (replication === 'quorum' && consistencyOf(node) === 'eventual') {
    const quorums = {
      reads: { count: readQuorum },
      writes: { count: writeQuorum },
      copies: { count: copies },
    };
    return { target: node.id, variant: 'eventual', values: { ...values, ...quorums } };
  }
  if (transactions === true) return null;
  const changes = [{ op: 'patch-config', id: node.id, patch: { transactions: true } }] as const;
  const quickFix = { id: 'say-transactions', title: 'Say that it has transactions', values, changes };
  return { target: node.id, variant: 'unsaid', severity: 'warning', stage: 'review', values, quickFix };
}

/** A cache that writes behind, where it or a store that it writes to keeps what is counted. */
function cacheHit(design: ResolvedDesign, cache: ResolvedNode, data: Counted | null): Hit | null {
  if (cache.config.other.writePolicy !== 'behind' || flowAt(design, cache.id, 'write') === null) return null;
  const graph = graphOf(design);
  const stores = outgoingOf(graph, cache.id).flatMap(({ to }) => {
    const store = graph.nodes.get(to);
    return store?.behaviour === 'store' ? [store] : [];
  });
  const store = stores.find((one) => countedBy(one) !== null) ?? (data === null ? undefined : stores[0]);
  const kept = data ?? (store === undefined ? null : countedBy(store));
  if (kept === null) return null;
  const values = {
    node: { part: cache.id },
    data: words(countedNames[kept]),
    store: store === undefined ? words('a store') : { part: store.id },
  };
  const changes = [{ op: 'patch-config', id: cache.id, patch: { writePolicy: 'through' } }] as const;
  const quickFix = { id: 'write-through', title: 'Write through', values, changes };
  return { target: cache.id, variant: 'behind', values, quickFix };
}
