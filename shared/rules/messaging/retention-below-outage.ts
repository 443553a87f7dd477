import type { ResolvedNode } from '../../catalog/resolved';
import { consumersOf } from '../facts/consumers';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A person has to notice first: nothing is kept for less than a day. */
const shortestSeconds = 86_400;

/** By the time in which the design is to be back, else by that in which the stores of the consumers are. */
export const retentionBelowOutage: Rule = {
  id: 'retention-below-outage',
  code: 'Q-07',
  title: 'Messages expire in an outage',
  severity: 'warning',
  stage: 'review',
  message: '{node} keeps messages for {retention}, and an outage may last {outage}.',
  variants: {
    store:
      '{node} keeps messages for {retention}, and {store}, which {consumer} waits for, may be away for {outage}.',
  },
  why: 'While its consumers are down a buffer is the only place that has the messages. What expires before they are back is lost.',
  fix: 'Keep messages for longer than the longest outage that is planned for.',
  fixes: { 'keep-longer': 'Keep messages for {retention}.' },
  source: {
    text: 'Amazon SQS Developer Guide, message retention: four days unless it is set, fourteen at most (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(context.design, 'buffer').flatMap((node): Hit[] => {
      const { retentionSeconds, delivery } = node.config.other;
      if (retentionSeconds === undefined) return [];
      // What is delivered once at most may be lost, and is not waited for.
      if (delivery === 'at-most-once') return [];
      const outage = outageAt(context, node);
      if (outage === null || retentionSeconds >= outage.seconds) return [];
      const kept = Math.max(shortestSeconds, outage.seconds);
      return [
        {
          target: node.id,
          ...outage.variant,
          values: {
            node: { part: node.id },
            retention: { seconds: retentionSeconds },
            outage: { seconds: outage.seconds },
            ...outage.values,
          },
          quickFix: {
            id: 'keep-longer',
            title: 'Keep messages for {retention}',
            values: { retention: { seconds: kept } },
            changes: [{ op: 'patch-config', id: node.id, patch: { retentionSeconds: kept } }],
          },
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Four days, back within one',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { config: { jobs: { retentionSeconds: 345_600 } }, system: { targets: { rtoSeconds: 86_400 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Ten minutes, back within an hour',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker' },
            'user -> api ~> jobs -> runner',
            { config: { jobs: { retentionSeconds: 600 } }, system: { targets: { rtoSeconds: 3600 } } },
          ),
        },
        {
          title: 'Ten minutes, and a database that is restored in an hour',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', db: 'sql-database' },
            'user -> api ~> jobs -> runner -> db',
            {
              config: { jobs: { retentionSeconds: 600 }, db: { replicasPerShard: 1, restoreSeconds: 3600 } },
            },
          ),
        },
      ],
    };
  },
};

interface Outage {
  readonly seconds: number;
  readonly values: Hit['values'];
  readonly variant: { readonly variant?: string };
}

/** The longest outage of who takes from the buffer that the design plans for; null where nothing says one. */
function outageAt(context: RuleContext, buffer: ResolvedNode): Outage | null {
  const { rtoSeconds } = context.design.targets;
  if (consumersOf(context.design, buffer).length === 0) return null;
  if (rtoSeconds !== undefined) return { seconds: rtoSeconds, values: {}, variant: {} };
  const { byId } = partsOf(context.design);
  const figures = figuresOf(context.analysis);
  let longest: Outage | null = null;
  for (const { node } of consumersOf(context.design, buffer)) {
    for (const { edge, spared, waits } of byId.get(node.id)?.calls ?? []) {
      if (!waits || edge.optional || spared.includes(1)) continue;
      const seconds = figures.get(edge.to)?.rtoSeconds ?? null;
      if (seconds === null) continue;
      if (seconds <= (longest?.seconds ?? 0)) continue;
      const values = { store: { part: edge.to }, consumer: { part: node.id } };
      longest = { seconds, values, variant: { variant: 'store' } };
    }
  }
  return longest;
}
