import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import { missCallsOf } from '../facts/caches';
import { type Counted, countedBy, countedNames } from '../facts/counted-data';
import { type Call, partsOf } from '../facts/parts';
import { type FlowPaths, pathsOf } from '../facts/paths';
import { isStore } from '../facts/roles';
import { isReadOnTheWay, isWriteOf } from '../facts/written';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-10. Of writes that read a balance or a stock on the way and wait for no write of it. */
export const checkWithoutReservation: Rule = {
  id: 'check-without-reservation',
  code: 'CON-10',
  title: 'Checked and not reserved',
  severity: 'error',
  stage: 'broken',
  message: '{flow} checks {data} in {node} and reserves nothing before it goes on: two at a time both pass.',
  variants: {
    copy: '{flow} checks {data} in {node}, a copy that may be behind, and reserves nothing: two at a time both pass.',
  },
  why: 'Between the check and the booking another request makes the same check. Both see enough, and together they spend more than there is.',
  fix: 'Let {flow} reserve the amount where {data} are kept, in one write on a condition, before it goes on.',
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapter 7: write skew and phantoms (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits = new Map<string, Hit>();
    for (const paths of pathsOf(design)) {
      if (paths.flow.kind !== 'write') continue;
      for (const call of paths.calls) {
        const hit = hitOf(design, paths, call);
        if (hit !== null && !hits.has(hit.target)) hits.set(hit.target, hit);
      }
    }
    return [...hits.values()];
  },
  get examples() {
    const kinds = {
      user: 'client',
      orders: 'service',
      balances: 'cache',
      log: 'stream',
      router: 'worker',
    } as const;
    return {
      valid: [
        {
          title: 'The amount is reserved in the ledger before the order goes on',
          design: sketch(
            { ...kinds, ledger: 'sql-database' },
            'user -> orders -> balances, orders -> ledger, orders -> log -> router',
            {
              flows: { trades: { kind: 'write', rps: 100 } },
              config: { balances: { dataClasses: ['money'] }, ledger: { dataClasses: ['money'] } },
              edges: { 'orders -> balances': { operation: 'read' } },
            },
          ),
        },
        {
          title: 'A balance that is only shown',
          design: sketch(
            { user: 'client', orders: 'service', balances: 'cache' },
            'user -> orders -> balances',
            {
              config: { balances: { dataClasses: ['money'] } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'An order after a look at a cached balance',
          target: 'balances',
          design: sketch(kinds, 'user -> orders -> balances, orders -> log -> router', {
            flows: { trades: { kind: 'write', rps: 100 } },
            config: { balances: { dataClasses: ['money'] } },
            edges: { 'orders -> balances': { operation: 'read' } },
          }),
        },
        {
          title: 'An order after a look at the ledger',
          target: 'ledger',
          design: sketch(
            { user: 'client', orders: 'service', ledger: 'sql-database', log: 'stream', router: 'worker' },
            'user -> orders -> ledger, orders -> log -> router',
            {
              flows: { trades: { kind: 'write', rps: 100 } },
              config: { ledger: { dataClasses: ['money'] } },
              edges: { 'orders -> ledger': { operation: 'read' } },
            },
          ),
        },
      ],
    };
  },
};

function hitOf(design: ResolvedDesign, paths: FlowPaths, call: Call): Hit | null {
  const { node } = call.to;
  if (!call.waits || !isReadOnTheWay(design, paths, call)) return null;
  const data = countedIn(design, node);
  if (data === null || isReserved(design, paths, data)) return null;
  const values = {
    flow: { part: paths.flow.id },
    node: { part: node.id },
    data: words(countedNames[data]),
  };
  return isCopy(node) ? { target: node.id, variant: 'copy', values } : { target: node.id, values };
}

/** What it keeps that may not be spent twice, or what the store behind a cache keeps. */
function countedIn(design: ResolvedDesign, node: ResolvedNode): Counted | null {
  if (isStore(node)) return countedBy(node);
  if (node.behaviour !== 'aside-cache') return null;
  const { byId } = partsOf(design);
  return [node, ...missCallsOf(design, node).flatMap(({ edge }) => byId.get(edge.to)?.node ?? [])].reduce(
    (found: Counted | null, one) => found ?? countedBy(one),
    null,
  );
}

const isCopy = (node: ResolvedNode): boolean =>
  node.behaviour === 'aside-cache' ||
  node.kind.id === 'read-replica' ||
  (node.config.replicasPerShard > 1 && node.config.readFrom === 'any' && node.config.replication === 'async');

/** Whether the flow waits for a write of the same data. */
const isReserved = (design: ResolvedDesign, paths: FlowPaths, data: Counted): boolean =>
  paths.calls.some(
    (call) =>
      paths.awaited.includes(call.to) &&
      isStore(call.to.node) &&
      isWriteOf(design, paths, call) &&
      countedBy(call.to.node) === data,
  );
