import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { type Consumer, consumersOf } from '../facts/consumers';
import { nodesOfBehaviour } from '../facts/nodes';
import { flowsAt } from '../facts/paths';
import { holdsMessages } from '../facts/worked-off-later';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What may take so many times longer is of another urgency. */
const lessUrgentFrom = 10;

/** By the completion targets of flows that wait in one buffer for the same consumer. */
export const mixedUrgency: Rule = {
  id: 'mixed-urgency',
  code: 'Q-11',
  title: 'Urgent behind bulk',
  severity: 'warning',
  stage: 'review',
  message:
    '{urgent} is to be done within {target}, and waits in {node} behind {bulk}, of which {rate} arrive and which may take {longer}.',
  variants: {
    untimed:
      '{urgent} is to be done within {target}, and waits in {node} behind {bulk}, of which {rate} arrive and which has no such target.',
  },
  why: 'A queue works off what came first. A campaign of a million messages before one code to sign in makes the code wait for the million.',
  fix: 'Give {bulk} a queue and consumers of its own, or {urgent}: then a backlog of one does not delay the other.',
  source: {
    text: 'Amazon Builders’ Library, Avoiding insurmountable queue backlogs (assumption: cited from general knowledge)',
    url: 'https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'buffer').flatMap((node): readonly Hit[] => {
      const pair = holdsMessages(node) ? mixedAt(design, node) : null;
      if (pair === null) return [];
      const { urgent, bulk } = pair;
      const longerMs = completionMs(bulk);
      const values = {
        node: { part: node.id },
        urgent: { part: urgent.id },
        target: { ms: completionMs(urgent) ?? 0 },
        bulk: { part: bulk.id },
        rate: { rps: bulk.rateRps },
      };
      return longerMs === null
        ? [{ target: node.id, variant: 'untimed', values }]
        : [{ target: node.id, values: { ...values, longer: { ms: longerMs } } }];
    }),
  get examples() {
    const kinds = { user: 'client', api: 'service', mails: 'queue', sender: 'worker' } as const;
    const codes = { kind: 'write', rps: 10, targets: { completionP99Ms: 5000 } } as const;
    return {
      valid: [
        {
          title: 'A queue for each',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              codes: 'queue',
              sender: 'worker',
              campaigns: 'queue',
              bulk: 'worker',
            },
            'user -> api ~> codes -> sender, api ~> campaigns -> bulk',
            {
              flows: {
                signins: codes,
                offers: { kind: 'write', rps: 100, targets: { completionP99Ms: 3_600_000 } },
              },
              edges: { 'api -> codes': { flows: ['signins'] }, 'api -> campaigns': { flows: ['offers'] } },
            },
          ),
        },
        {
          title: 'Two of the same urgency',
          design: sketch(kinds, 'user -> api ~> mails -> sender', {
            flows: {
              signins: codes,
              receipts: { kind: 'write', rps: 100, targets: { completionP99Ms: 10_000 } },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Codes to sign in behind a campaign',
          target: 'mails',
          design: sketch(kinds, 'user -> api ~> mails -> sender', {
            flows: {
              signins: codes,
              offers: { kind: 'write', rps: 100, targets: { completionP99Ms: 3_600_000 } },
            },
          }),
        },
        {
          title: 'Codes to sign in behind what has no target',
          target: 'mails',
          design: sketch(kinds, 'user -> api ~> mails -> sender', {
            flows: { signins: codes, offers: { kind: 'write', rps: 100 } },
          }),
        },
      ],
    };
  },
};

const completionMs = ({ targets }: ResolvedFlow): number | null =>
  targets.completionP99Ms ?? targets.completionMeanMs ?? null;

interface Pair {
  readonly urgent: ResolvedFlow;
  readonly bulk: ResolvedFlow;
}

/** The most urgent flow in a buffer and the largest that shares a consumer with it, arrives as often and may take much longer. */
function mixedAt(design: ResolvedDesign, buffer: ResolvedNode): Pair | null {
  const flows = flowsAt(design, buffer.id).map(({ flow }) => flow);
  const consumers = consumersOf(design, buffer);
  const timed = flows.filter((flow) => completionMs(flow) !== null);
  const [urgent] = timed.toSorted((a, b) => (completionMs(a) ?? 0) - (completionMs(b) ?? 0));
  if (urgent === undefined) return null;
  const [bulk] = flows
    .filter((flow) => isLessUrgent(flow, urgent) && sharesConsumer(consumers, flow, urgent))
    .toSorted((a, b) => b.rateRps - a.rateRps);
  return bulk === undefined ? null : { urgent, bulk };
}

function isLessUrgent(flow: ResolvedFlow, urgent: ResolvedFlow): boolean {
  const limitMs = completionMs(urgent) ?? 0;
  const longerMs = completionMs(flow) ?? Number.POSITIVE_INFINITY;
  return flow !== urgent && flow.rateRps >= urgent.rateRps && longerMs >= lessUrgentFrom * limitMs;
}

const sharesConsumer = (consumers: readonly Consumer[], a: ResolvedFlow, b: ResolvedFlow): boolean =>
  consumers.some(({ edge }) => edge.flows.includes(a.id) && edge.flows.includes(b.id));
