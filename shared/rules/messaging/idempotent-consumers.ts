import type { ResolvedDesign } from '../../catalog/resolved';
import { consumersOf } from '../facts/consumers';
import { nodesOfBehaviour } from '../facts/nodes';
import { isExternal } from '../facts/roles';
import { questionHitsOf } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** No question where every flow that arrives is set to be idempotent. */
export const idempotentConsumers: Rule = {
  id: 'idempotent-consumers',
  code: 'Q-04',
  title: 'Messages that come twice',
  severity: 'error',
  stage: 'question',
  message: '{buffer} may deliver a message twice, and {node} does it twice.',
  variants: { question: '{buffer} may deliver a message twice. Does {node} do it only once?' },
  why: 'At least once is what a queue can promise: when a consumer is lost before it confirms, its message is delivered again.',
  fix: 'Give each message a key, keep the keys that were done, and leave out what is done already.',
  source: {
    text: 'Hohpe and Woolf, Enterprise Integration Patterns: Idempotent Receiver',
    url: 'https://www.enterpriseintegrationpatterns.com/patterns/messaging/IdempotentReceiver.html',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design } = context;
    const harmless = idempotentFlows(design);
    const reported = new Map<string, string>();
    for (const buffer of nodesOfBehaviour(design, 'buffer')) {
      if (buffer.config.other.delivery !== 'at-least-once') continue;
      for (const { node, edge } of consumersOf(design, buffer)) {
        // A store writes the same record again; a provider’s own care is its business.
        if (node.behaviour !== 'station' || isExternal(node) || reported.has(node.id)) continue;
        if (!edge.flows.every((flow) => harmless.has(flow))) reported.set(node.id, buffer.id);
      }
    }
    return questionHitsOf(context, 'idempotent-consumers', [...reported], ([id, buffer]) => ({
      target: id,
      values: { node: { part: id }, buffer: { part: buffer } },
    }));
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Answered',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { system: { practices: { 'idempotent-consumers': { answer: 'yes' } } } },
          ),
        },
        {
          title: 'Requests that may be done twice',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { flows: { updates: { kind: 'write', idempotent: true } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Not answered',
          target: '*',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
          ),
        },
        {
          title: 'Twice delivered, twice done',
          target: 'runner',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { system: { practices: { 'idempotent-consumers': { answer: 'no' } } } },
          ),
        },
      ],
    };
  },
};

const idempotentFlows = ({ flows }: ResolvedDesign): ReadonlySet<string> =>
  new Set(flows.filter((flow) => flow.idempotent === true).map(({ id }) => id));
