import { consumersOf } from '../facts/consumers';
import { nodesOfBehaviour } from '../facts/nodes';
import { type Part, type Parts, partsOf, walkFrom } from '../facts/parts';
import { flowsAt } from '../facts/paths';
import { isStore } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Of writes that are answered while only the buffer has them, in a design that limits what may be lost. */
export const lossyDelivery: Rule = {
  id: 'lossy-delivery',
  code: 'Q-09',
  title: 'Answered writes that may be lost',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} is answered once {node} has it, which delivers at most once; at most {limit} of writes may be lost.',
  why: 'Delivered at most once, a message is gone when its consumer fails. Nothing else has it, and the sender got a confirmation.',
  fix: 'Deliver at least once, and let consumers leave out what they have done already.',
  fixes: {
    'at-least-once': 'Deliver at least once, and let consumers leave out what they have done already.',
  },
  source: {
    text: 'Hohpe and Woolf, Enterprise Integration Patterns: Guaranteed Delivery',
    url: 'https://www.enterpriseintegrationpatterns.com/patterns/messaging/GuaranteedMessaging.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const { rpoSeconds } = design.targets;
    if (rpoSeconds === undefined) return [];
    const parts = partsOf(design);
    return nodesOfBehaviour(design, 'buffer').flatMap((node): Hit[] => {
      if (node.config.other.delivery !== 'at-most-once') return [];
      if (consumersOf(design, node).length === 0) return [];
      const lost = flowsAt(design, node.id).find(
        (paths) =>
          paths.flow.kind === 'write' &&
          !paths.awaited.parts.some(isKept) &&
          storedBehind(parts, node.id, paths.position),
      );
      if (lost === undefined) return [];
      const values = {
        node: { part: node.id },
        flow: { part: lost.flow.id },
        limit: { seconds: rpoSeconds },
      };
      const quickFix = {
        id: 'at-least-once',
        title: 'Deliver at least once',
        values: {},
        changes: [
          { op: 'patch-config', id: node.id, patch: { delivery: 'at-least-once', deadLetter: true } },
        ],
      } as const;
      return [{ target: node.id, values, quickFix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'The store has it before it is answered',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', hints: 'stream', screens: 'worker' },
            'user -> api -> orders, api ~> hints -> screens',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              config: { hints: { delivery: 'at-most-once' } },
              system: { targets: { rpoSeconds: 60 } },
            },
          ),
        },
        {
          title: 'Clicks that nobody limits the loss of',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', counter: 'worker', counts: 'sql-database' },
            'user -> api ~> clicks -> counter -> counts',
            {
              flows: { visits: { kind: 'write', rps: 100 } },
              config: { clicks: { delivery: 'at-most-once' } },
            },
          ),
        },
        {
          title: 'A log has the bid before it is answered, and screens are notified as well',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              log: 'stream',
              clerk: 'worker',
              bids: 'sql-database',
              hints: 'pub-sub',
              screens: 'worker',
            },
            'user -> api -> log -> clerk -> bids, clerk ~> hints -> screens',
            {
              flows: { offers: { kind: 'write', rps: 100 } },
              config: { hints: { delivery: 'at-most-once' } },
              system: { targets: { rpoSeconds: 60 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Orders that a lost worker takes along',
          target: 'queue',
          design: sketch(
            { user: 'client', api: 'service', queue: 'queue', booker: 'worker', orders: 'sql-database' },
            'user -> api ~> queue -> booker -> orders',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              config: { queue: { delivery: 'at-most-once' } },
              system: { targets: { rpoSeconds: 60 } },
            },
          ),
        },
      ],
    };
  },
};

/** Whether a store has it, or a buffer that delivers until it succeeds, which is as safe. */
const isKept = ({ node }: Part): boolean =>
  isStore(node) || (node.behaviour === 'buffer' && node.config.other.delivery !== 'at-most-once');

/** Whether the flow reaches a store behind the node. */
function storedBehind(parts: Parts, id: string, position: number): boolean {
  const part = parts.byId.get(id);
  const reached = part === undefined ? [] : walkFrom(parts, [part], ({ carries }) => carries[position] === 1);
  return reached.some(({ node }) => isStore(node));
}
