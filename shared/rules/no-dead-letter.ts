import type { ResolvedDesign, ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { consumersOf } from './facts/consumers';
import { type DesignGraph, graphOf, incomingOf, isLive, nodesOfBehaviour, outgoingOf } from './facts/graph';
import type { Hit, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

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
  fix: 'Put a message aside after a few attempts, and raise an alarm when one is there.',
  fixes: {
    'set-dead-letter': 'Put a message aside after a few attempts, and raise an alarm when one is there.',
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
      if (consumer === undefined || putsAside(design, node) || isFedByBuffers(design, node)) return [];
      return [
        {
          target: node.id,
          values: { node: { part: node.id }, consumer: { part: consumer.node.id } },
          quickFix: {
            id: 'set-dead-letter',
            title: 'Put aside what fails',
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
          title: 'Its workers put aside what they cannot do',
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
function putsAside(design: ResolvedDesign, node: ResolvedNode): boolean {
  const graph = graphOf(design);
  const goesAside = (id: string) =>
    outgoingOf(graph, id).some((edge) => graph.nodes.get(edge.to)?.kind.id === deadLetters);
  if (goesAside(node.id) || consumersOf(design, node).some((one) => goesAside(one.node.id))) return true;
  // A queue gives a message to one; what it gives to another queue beside its workers is what they could not do.
  return (
    node.kind.id === 'queue' &&
    outgoingOf(graph, node.id).some((edge) => isLive(edge) && leadsAside(graph, edge))
  );
}

const leadsAside = (graph: DesignGraph, { to }: ResolvedEdge): boolean =>
  graph.nodes.get(to)?.behaviour === 'buffer';

/** Whether queues that have workers of their own are all that feed it. */
function isFedByBuffers(design: ResolvedDesign, node: ResolvedNode): boolean {
  const graph = graphOf(design);
  const producers = incomingOf(graph, node.id);
  return (
    producers.length > 0 &&
    producers.every(({ from }) => {
      const producer = graph.nodes.get(from);
      return producer?.kind.id === 'queue' && consumersOf(design, producer).length > 0;
    })
  );
}
