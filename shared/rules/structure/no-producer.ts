import type { ResolvedNode } from '../../catalog/resolved';
import { nodesOfBehaviour } from '../facts/nodes';
import { type Part, partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** TOP-07. A buffer that is not connected at all is an orphan; one without a consumer has a rule of its own. */
export const noProducer: Rule = {
  id: 'no-producer',
  code: 'TOP-07',
  title: 'Messages without a producer',
  severity: 'error',
  stage: 'unfinished',
  message: 'Nothing sends to {node}: {consumer} takes from it and never gets anything.',
  why: 'A consumer works on what others have put into the buffer. Without a producer it never has work.',
  fix: 'Let the component whose work it is send to {node}, or delete {node} and {consumer}.',
  source: { text: 'Design rule: a buffer has two ends' },
  supersedes: ['orphan-component'],
  check: ({ design }: RuleContext): readonly Hit[] => {
    // Without any source `no-traffic-source` reports it.
    if (nodesOfBehaviour(design, 'source').length === 0) return [];
    const { byId } = partsOf(design);
    const entries = new Set(design.flows.map((flow) => flow.entry));
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(design, 'buffer')) {
      const part = byId.get(node.id);
      if (part === undefined || entries.has(node.id)) continue;
      if (part.callers.some(({ from }) => from !== part)) continue;
      const consumer = consumerOf(part);
      if (consumer === undefined) continue;
      hits.push({ target: node.id, values: { node: { part: node.id }, consumer: { part: consumer.id } } });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A service sends, a worker takes',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
        {
          title: 'A plain box sends',
          design: sketch(
            { user: 'client', api: 'service', shop: 'custom', jobs: 'queue', runner: 'worker' },
            'user -> api, shop -> jobs -> runner',
          ),
        },
      ],
      invalid: [
        {
          title: 'A queue at the beginning of the way',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api, jobs -> runner',
          ),
        },
        {
          title: 'A stream whose reader stores what never comes',
          target: 'clicks',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', counter: 'worker', db: 'sql-database' },
            'user -> api, clicks -> counter -> db',
          ),
        },
      ],
    };
  },
};

/** The first that takes from a buffer; those that only look at it do not count. */
const consumerOf = (buffer: Part): ResolvedNode | undefined =>
  buffer.calls.find(({ isLive, to }) => isLive && to !== buffer && to.node.behaviour !== 'observer')?.to.node;
