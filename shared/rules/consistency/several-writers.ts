import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { type Part, partsOf, walkFrom } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isExternal, isOwnCode, isStore } from '../facts/roles';
import { isWriteOf, writtenBy } from '../facts/written';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * CON-11. Of flows that are to be done in order and meet nothing that puts them in order before what writes. Readers of a buffer side by
 * side are `order-without-key`’s.
 */
export const severalWriters: Rule = {
  id: 'several-writers',
  code: 'CON-11',
  title: 'Order with several writers',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} is to be done in order, and {node} works on {writers} at a time and writes {store}: they overtake one another.',
  variants: {
    leaders:
      '{flow} is to be done in order, and {store} takes writes at several leaders, which know of no common order.',
  },
  why: 'Two threads that take one request each finish in either order. An order needs one place that everything of a key passes, one after the other.',
  fix: 'Put the requests of {flow} in order before they are worked on: a stream split by their key, or one sequencer, and one writer for each key behind it.',
  source: {
    text: 'Fowler, The LMAX Architecture: one thread for the business logic',
    url: 'https://martinfowler.com/articles/lmax.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits = new Map<string, Hit>();
    for (const paths of pathsOf(design)) {
      if (paths.flow.ordered !== true || writtenBy(design, paths) === null) continue;
      for (const hit of hitsOf(design, paths)) if (!hits.has(hit.target)) hits.set(hit.target, hit);
    }
    return [...hits.values()];
  },
  get examples() {
    const bids = { kind: 'write', rps: 100, ordered: true } as const;
    return {
      valid: [
        {
          title: 'A stream by auction, and one writer of each',
          design: sketch(
            { user: 'client', api: 'service', log: 'stream', clerk: 'worker', bids: 'sql-database' },
            'user -> api -> log -> clerk -> bids',
            { flows: { offers: bids }, config: { log: { partitionKey: 'auction' } } },
          ),
        },
        {
          title: 'One thread that matches',
          design: sketch(
            { user: 'client', gate: 'service', match: 'matching-engine', book: 'sql-database' },
            'user -> gate -> match -> book',
            { flows: { orders: bids } },
          ),
        },
        {
          title: 'Several servers and no order asked for',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { offers: { kind: 'write', rps: 100 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Two servers that write bids as they come',
          target: 'api',
          design: sketch({ user: 'client', api: 'service', bids: 'sql-database' }, 'user -> api -> bids', {
            flows: { offers: bids },
          }),
        },
        {
          title: 'Order in a store with several leaders',
          target: 'book',
          design: sketch(
            { user: 'client', gate: 'service', match: 'matching-engine', book: 'key-value-store' },
            'user -> gate -> match -> book',
            {
              flows: { orders: bids },
              config: { book: { multiLeader: true, conflictRule: 'last-write-wins' } },
            },
          ),
        },
      ],
    };
  },
};

function hitsOf(design: ResolvedDesign, paths: FlowPaths): readonly Hit[] {
  const flow = { part: paths.flow.id };
  const unordered = beforeOrder(design, paths);
  return paths.calls.flatMap((call): readonly Hit[] => {
    const store = call.to.node;
    if (!isStore(store) || isExternal(store) || !isWriteOf(design, paths, call)) return [];
    if (store.config.other.multiLeader === true && store.config.other.conflictRule !== 'home-region')
      return [{ target: store.id, variant: 'leaders', values: { flow, store: { part: store.id } } }];
    const writer = call.from;
    if (!call.waits || !isOwnCode(writer.node) || !unordered.has(writer) || worksInTurn(writer.node))
      return [];
    const values = {
      flow,
      node: { part: writer.node.id },
      store: { part: store.id },
      writers: { count: atOnce(writer.node) },
    };
    return [{ target: writer.node.id, values }];
  });
}

/** The parts that a flow reaches before anything puts its requests in order. */
function beforeOrder(design: ResolvedDesign, { flow, position }: FlowPaths): ReadonlySet<Part> {
  const parts = partsOf(design);
  const entry = parts.byId.get(flow.entry);
  const follows = walkFrom(
    parts,
    entry === undefined ? [] : [entry],
    ({ carries, from }) => carries[position] === 1 && !putsInOrder(from.node),
  );
  return new Set(follows);
}

/** What a buffer hands on is in its order, or `order-without-key` says that it is not. */
const putsInOrder = (node: ResolvedNode): boolean =>
  node.behaviour === 'buffer' || (isOwnCode(node) && worksInTurn(node));

/** Whether it works on one request of a key at a time: one thread, or a matching engine, of which each has its own symbols. */
const worksInTurn = (node: ResolvedNode): boolean =>
  atOnce(node) === 1 || (node.kind.id === 'matching-engine' && node.config.concurrency === 1);

const atOnce = ({ config }: ResolvedNode): number =>
  Math.max(1, config.replicas - config.standby) * config.concurrency;
