import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { consumersOf } from '../facts/consumers';
import { nodesOfBehaviour } from '../facts/nodes';
import { type Part, type Parts, partsOf, walkFrom } from '../facts/parts';
import { type FlowPaths, flowsAt } from '../facts/paths';
import { isOwnCode, isStore } from '../facts/roles';
import { holdsMessages } from '../facts/worked-off-later';
import { writtenBy } from '../facts/written';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * Of writes that are answered while only the buffer has them, in a design that limits what may be lost; and of jobs, which are put
 * in a queue to be done, whatever may be lost.
 */
export const lossyDelivery: Rule = {
  id: 'lossy-delivery',
  code: 'Q-09',
  title: 'Answered writes that may be lost',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} is answered once {node} has it, which delivers at most once; at most {limit} of writes may be lost.',
  variants: {
    jobs: '{node} hands out each job of {flow} at most once: one whose worker fails is not tried again, and no dead-letter queue has it.',
  },
  why: 'Delivered at most once, a message is gone when its consumer fails. Nothing else has it, and the sender got a confirmation.',
  fix: 'Let {node} deliver at least once and move what fails to a dead-letter queue, and let consumers leave out what they have done already.',
  source: {
    text: 'Hohpe and Woolf, Enterprise Integration Patterns: Guaranteed Delivery',
    url: 'https://www.enterpriseintegrationpatterns.com/patterns/messaging/GuaranteedMessaging.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const { rpoSeconds } = design.targets;
    const parts = partsOf(design);
    return nodesOfBehaviour(design, 'buffer').flatMap((node): Hit[] => {
      if (node.config.other.delivery !== 'at-most-once') return [];
      if (consumersOf(design, node).length === 0) return [];
      if (rpoSeconds === undefined) return jobHits(design, node);
      const lost = flowsAt(design, node.id).find(
        (paths) =>
          isWrittenTo(design, paths, node) &&
          !paths.awaited.parts.some(isKept) &&
          storedBehind(parts, node.id, paths.position),
      );
      if (lost === undefined) return jobHits(design, node);
      const values = {
        node: { part: node.id },
        flow: { part: lost.flow.id },
        limit: { seconds: rpoSeconds },
      };
      return [{ target: node.id, values, quickFix: atLeastOnce(node) }];
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
          title: 'Jobs that are handed out once and never again',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            {
              flows: { runs: { kind: 'write', rps: 100 } },
              config: { jobs: { delivery: 'at-most-once' } },
            },
          ),
        },
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

/** A queue of one's own code's jobs: a write that a station is to do. */
function jobHits(design: ResolvedDesign, node: ResolvedNode): Hit[] {
  const { deadLetter = false } = node.config.other;
  if (node.kind.id !== 'queue' || deadLetter) return [];
  if (!consumersOf(design, node).some((consumer) => isOwnCode(consumer.node))) return [];
  const jobs = flowsAt(design, node.id).find((paths) => isWrittenTo(design, paths, node));
  if (jobs === undefined) return [];
  const values = { node: { part: node.id }, flow: { part: jobs.flow.id } };
  return [{ target: node.id, variant: 'jobs', values, quickFix: atLeastOnce(node) }];
}

const atLeastOnce = ({ id }: ResolvedNode): QuickFix => ({
  id: 'at-least-once',
  title: 'Deliver at least once',
  values: {},
  changes: [{ op: 'patch-config', id, patch: { delivery: 'at-least-once', deadLetter: true } }],
});

/** Whether the flow’s requests put messages in it. */
const isWrittenTo = (design: ResolvedDesign, paths: FlowPaths, { id }: ResolvedNode): boolean =>
  writtenBy(design, paths)?.has(id) === true;

/** Whether a store has it, or a buffer that delivers until it succeeds, which is as safe. */
const isKept = ({ node }: Part): boolean => isStore(node) || holdsMessages(node);

/** Whether the flow reaches a store behind the node. */
function storedBehind(parts: Parts, id: string, position: number): boolean {
  const part = parts.byId.get(id);
  const reached = part === undefined ? [] : walkFrom(parts, [part], ({ carries }) => carries[position] === 1);
  return reached.some(({ node }) => isStore(node));
}
