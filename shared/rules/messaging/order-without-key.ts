import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { consumersOf, placesOf } from '../facts/consumers';
import { nodesOfBehaviour } from '../facts/nodes';
import { flowsAt } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Where one reads alone, what came first is done first. */
export const orderWithoutKey: Rule = {
  id: 'order-without-key',
  code: 'Q-08',
  title: 'Order without a key',
  severity: 'info',
  stage: 'review',
  message:
    '{flow} is to be done in order, and up to {readers} work off {node} side by side without a key that keeps it.',
  why: 'Parallel readers overtake one another. Order holds only among messages that one reader gets one after the other, as those of one key do.',
  fix: 'Name the key whose messages belong together, such as the account, and let {node} keep them in one partition.',
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapter 11: partitioned logs and ordering (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'buffer').flatMap((node): Hit[] => {
      if (node.config.other.partitionKey !== undefined) return [];
      const ordered = flowsAt(design, node.id).find(({ flow }) => flow.ordered === true);
      if (ordered === undefined) return [];
      const readers = readersSideBySide(design, node, ordered.flow.id);
      if (readers <= 1) return [];
      const values = {
        node: { part: node.id },
        flow: { part: ordered.flow.id },
        readers: { count: readers },
      };
      return [{ target: node.id, values }];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'One partition for each account',
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            {
              flows: { bookings: { kind: 'write', ordered: true } },
              config: { events: { partitionKey: 'account' } },
            },
          ),
        },
        {
          title: 'One partition for all',
          // One reader: 8 concurrent ÷ 5 ms = 1 600 rps.
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            {
              flows: { bookings: { kind: 'write', ordered: true } },
              config: { events: { partitions: 1 }, runner: { replicas: 1, serviceMs: 5 } },
            },
          ),
        },
        {
          title: 'A gateway that hands news to whoever is connected',
          design: sketch(
            { user: 'client', api: 'service', news: 'pub-sub', sockets: 'websocket-gateway' },
            'user -> api ~> news -> sockets',
            { flows: { bookings: { kind: 'write', ordered: true } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Twelve partitions and no key',
          target: 'events',
          design: sketch(
            { user: 'client', api: 'service', events: 'stream', runner: 'worker' },
            'user -> api ~> events -> runner',
            { flows: { bookings: { kind: 'write', rps: 500, ordered: true } } },
          ),
        },
        {
          title: 'Workers that share a queue',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { flows: { bookings: { kind: 'write', ordered: true } } },
          ),
        },
      ],
    };
  },
};

/** Partitions of a stream; of a queue what its workers have in hand at once. */
function readersSideBySide(design: ResolvedDesign, buffer: ResolvedNode, flow: string): number {
  // What passes messages on to those who are connected works on none of them.
  const consumers = consumersOf(design, buffer).filter(
    ({ edge, node }) => edge.flows.includes(flow) && node.behaviour !== 'distributor',
  );
  if (consumers.length === 0) return 0;
  const places = placesOf(buffer);
  if (places !== null) return places;
  let readers = 0;
  for (const { node } of consumers) {
    const atOnce = node.behaviour === 'store' ? 1 : node.config.replicas * node.config.concurrency;
    readers = buffer.kind.id === 'queue' ? readers + atOnce : Math.max(readers, atOnce);
  }
  return readers;
}
