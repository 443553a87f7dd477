import type { ResolvedDesign } from '../../catalog/resolved';
import { consumersOf } from '../facts/consumers';
import { nodesOfBehaviour, nodesOfKind } from '../facts/nodes';
import { type Call, type Part, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const deadLetters = 'dead-letter-queue';

/** A buffer that only other buffers feed is where they put what failed. */
export const noDeadLetter: Rule = {
  id: 'no-dead-letter',
  code: 'Q-03',
  title: 'No place for messages that fail',
  severity: 'warning',
  stage: 'review',
  message: '{node} delivers a message until {consumer} succeeds, and has no place for one that never does.',
  why: 'One message that cannot be worked on is tried again and again: it keeps a consumer busy, and where order counts all behind it wait.',
  fix: 'Move a message to a dead-letter queue after a few attempts, and alert when one is there.',
  fixes: {
    'set-dead-letter':
      'Move a message to a dead-letter queue after a few attempts, and alert when one is there.',
  },
  source: {
    text: 'Hohpe and Woolf, Enterprise Integration Patterns: Dead Letter Channel',
    url: 'https://www.enterpriseintegrationpatterns.com/patterns/messaging/DeadLetterChannel.html',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'buffer').flatMap((node): Hit[] => {
      if (node.kind.id === deadLetters) return [];
      const { deadLetter = false, delivery } = node.config.other;
      // What is delivered once at most is not tried again.
      if (deadLetter || delivery === 'at-most-once') return [];
      const [consumer] = consumersOf(design, node);
      const part = partsOf(design).byId.get(node.id);
      if (consumer === undefined || part === undefined) return [];
      if (putsAside(design, part) || isFedByBuffers(design, part)) return [];
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, consumer: { part: consumer.node.id } },
          quickFix: {
            id: 'set-dead-letter',
            title: 'Add a dead-letter queue',
            values: {},
            changes: [{ op: 'patch-config', id: node.id, patch: { deadLetter: true } }],
          },
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'A dead-letter queue',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { config: { jobs: { deadLetter: true } } },
          ),
        },
        {
          title: 'Its workers move failed messages to a dead-letter queue',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', failed: 'dead-letter-queue' },
            'user -> api ~> jobs -> runner ~> failed',
            { edges: { 'runner -> failed': { calls: 0.001 } } },
          ),
        },
        {
          title: 'Drawn as a queue of its own',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              jobs: 'queue',
              runner: 'worker',
              failed: 'queue',
              staff: 'worker',
            },
            'user -> api ~> jobs -> runner, jobs -> failed -> staff',
            { edges: { 'jobs -> failed': { calls: 0.001, choice: false } } },
          ),
        },
        {
          title: 'A message that fails is lost, and may be',
          design: sketch(
            { user: 'client', api: 'service', views: 'stream', counter: 'worker' },
            'user -> api ~> views -> counter',
            { config: { views: { delivery: 'at-most-once' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A queue as it comes',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
      ],
    };
  },
};

/** Whether it, or one who takes from it, sends on to a queue for what failed. */
function putsAside(design: ResolvedDesign, { node, calls }: Part): boolean {
  const { byId } = partsOf(design);
  const drawn = nodesOfKind(design, deadLetters).length > 0;
  if (
    drawn &&
    (calls.some(goesAside) ||
      consumersOf(design, node).some((one) => byId.get(one.node.id)?.calls.some(goesAside)))
  )
    return true;
  // A queue gives a message to one; what it gives to another queue beside its workers is what they could not do.
  return node.kind.id === 'queue' && calls.some(({ isLive, to }) => isLive && to.node.behaviour === 'buffer');
}

const goesAside = ({ to }: Call): boolean => to.node.kind.id === deadLetters;

/** Whether queues that have workers of their own are all that feed it. */
const isFedByBuffers = (design: ResolvedDesign, { callers }: Part): boolean =>
  callers.length > 0 &&
  callers.every(({ from: { node } }) => node.kind.id === 'queue' && consumersOf(design, node).length > 0);
