import type { ResolvedDesign, ResolvedEdge } from '../../catalog/resolved';
import { highest } from '../../math/extremes';
import type { Change } from '../../model/changes';
import { graphOf, incomingOf } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { pathsOf } from '../facts/paths';
import { type WriteStep, writeStepsOf } from '../facts/store-writes';
import { isWriteOf } from '../facts/written';
import { answerTo, questionHitsOf } from '../practice';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-05. A cache beside the store is no second write: what it keeps expires. */
export const dualWrite: Rule = {
  id: 'dual-write',
  code: 'CON-05',
  title: 'Two writes for one change',
  severity: 'warning',
  stage: 'question',
  message:
    'For {flow}, {node} writes {store} and also sends to {other}; where one of the two fails, they differ.',
  variants: {
    question:
      'For {flow}, {node} writes {store} and also sends to {other}. Does an outbox or the store’s own log make sure of both?',
  },
  why: 'A server that stops between two writes leaves the first without the second, and nobody repeats what nobody knows of.',
  fix: 'Write what is to be sent into {store} in the same transaction, and let an outbox or its log send it.',
  fixes: { 'feed-from-log': 'Let {store} feed {other} from its log: then one write is all there is to do.' },
  source: {
    text: 'Richardson, Microservices Patterns, chapter 3: transactional outbox (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const answer = answerTo(context, 'dual-write');
    if (answer === 'yes' || answer === 'n/a') return [];
    const found: Doubled[] = [];
    const reported = new Set<string>();
    for (const step of writeStepsOf(context.design)) {
      for (const feed of step.feeds) {
        const store = recordAmong(context.design, step, feed);
        if (store === undefined || reported.has(feed.id)) continue;
        reported.add(feed.id);
        found.push({ step, feed, store });
      }
    }
    return questionHitsOf(context, 'dual-write', found, (one) => {
      const quickFix = answer === 'no' ? feedFromLog(context.design, one) : null;
      return { ...hitOf(one), ...(quickFix && { quickFix }) };
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The store’s log feeds the stream',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', events: 'stream', mailer: 'worker' },
            'user -> api -> orders ~> events -> mailer',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'Reads that are counted',
          design: sketch(
            { user: 'client', api: 'service', pages: 'sql-database', views: 'stream', counter: 'worker' },
            'user -> api -> pages, api ~> views -> counter',
          ),
        },
        {
          title: 'A price that is looked up, and an order that is sent',
          design: sketch(
            { user: 'client', api: 'service', prices: 'sql-database', orders: 'queue', clerk: 'worker' },
            'user -> api -> prices, api -> orders -> clerk',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              edges: { 'api -> prices': { operation: 'read' } },
            },
          ),
        },
        {
          title: 'Both are made sure of',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', events: 'stream', mailer: 'worker' },
            'user -> api -> orders, api ~> events -> mailer',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              system: { practices: { 'dual-write': { answer: 'yes', note: 'An outbox' } } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'An order that is stored and sent',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', events: 'stream', mailer: 'worker' },
            'user -> api -> orders, api ~> events -> mailer',
            { flows: { purchases: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'An article that is stored and indexed',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', articles: 'sql-database', index: 'search-index' },
            'user -> api -> articles, api -> index',
            { flows: { edits: { kind: 'write', rps: 100 } } },
          ),
        },
        {
          title: 'Neither outbox nor log',
          target: 'api-events',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', events: 'stream', mailer: 'worker' },
            'user -> api -> orders, api ~> events -> mailer',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              system: { practices: { 'dual-write': { answer: 'no' } } },
            },
          ),
        },
      ],
    };
  },
};

/** Kinds that are written beside a record: made from it, or kept for a file of it. */
const besideRecord: ReadonlySet<string> = new Set(['search-index', 'object-store', 'data-warehouse']);

/**
 * The store that has the record of what is sent: of several the first by these, in their order: the write cannot do without it; it is
 * made for records; it has data of a class that what is sent has; it has transactions, over more than one key; it keeps them on disk.
 */
function recordAmong(
  design: ResolvedDesign,
  { stores }: WriteStep,
  feed: ResolvedEdge,
): ResolvedEdge | undefined {
  const { nodes } = graphOf(design);
  const sent = nodes.get(feed.to)?.config.other.dataClasses ?? [];
  const marks = stores.flatMap((edge) => {
    const store = nodes.get(edge.to);
    if (store === undefined || edge.to === feed.to) return [];
    const { dataClasses = [], inMemory, transactions } = store.config.other;
    const ranked = [
      !edge.optional,
      !besideRecord.has(store.kind.id),
      dataClasses.some((data) => sent.includes(data)),
      transactions === true && store.kind.id !== 'key-value-store',
      transactions === true,
      inMemory !== true,
    ];
    return [{ edge, rank: ranked.reduce((sum, holds) => sum * 2 + (holds ? 1 : 0), 0) }];
  });
  const best = highest(marks.map(({ rank }) => rank));
  return marks.find(({ rank }) => rank === best)?.edge;
}

/** A write that goes to a store and to something beside it. */
interface Doubled {
  readonly step: WriteStep;
  readonly feed: ResolvedEdge;
  readonly store: ResolvedEdge;
}

function hitOf({ step: { caller, flow }, feed, store }: Doubled): Hit {
  const values = {
    node: { part: caller.id },
    store: { part: store.to },
    other: { part: feed.to },
    flow: { part: flow.id },
  };
  return { target: feed.id, values };
}

/** The call moved to the store, where only what is written passes over it, and the store is written as often as it. */
function feedFromLog(design: ResolvedDesign, { step: { caller }, feed, store }: Doubled): QuickFix | null {
  const graph = graphOf(design);
  const call = partsOf(design).calls.find(({ edge }) => edge === feed);
  const carried = pathsOf(design).flatMap((paths) =>
    call !== undefined && isWriteOf(design, paths, call) ? [paths.flow.id] : [],
  );
  const arriving = new Set(store.flows);
  if (graph.nodes.get(feed.to)?.behaviour !== 'buffer' || feed.onMissOf !== null || store.choice) return null;
  if (store.calls !== 1 || carried.some((id) => !arriving.has(id))) return null;
  if (incomingOf(graph, store.to).some((edge) => edge.from !== caller.id)) return null;
  const changes: readonly Change[] = [
    { op: 'patch-edge', id: feed.id, patch: { from: store.to, mode: 'async', flows: carried, step: null } },
  ];
  return { id: 'feed-from-log', title: 'Send from the store’s log', values: {}, changes };
}
