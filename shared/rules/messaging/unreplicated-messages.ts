import { meetsTarget } from '../../analysis/targets';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import type { Part } from '../facts/parts';
import { type FlowPaths, flowsAt } from '../facts/paths';
import { isExternal, isStore } from '../facts/roles';
import { holdsMessages } from '../facts/worked-off-later';
import { writtenBy } from '../facts/written';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** One copy can be lost and a majority of the three still has each message. */
const copiesWanted = 3;

/** Of journals and brokers that alone have a write when it is answered; what is delivered once at most is `lossy-delivery`’s. */
export const unreplicatedMessages: Rule = {
  id: 'unreplicated-messages',
  code: 'Q-10',
  title: 'Messages with one copy',
  severity: 'error',
  stage: 'broken',
  message:
    '{flow} is answered once {node} has it, which keeps one copy of each message: with its server all that waits there is lost; at most {limit} of writes may be lost.',
  variants: {
    leader:
      '{flow} is answered once one of {copies, plural, one {# copy} other {# copies}} in {node} has it; the others are {lag} behind, and at most {limit} of writes may be lost.',
  },
  why: 'A journal or a queue that confirms a write is where it is kept until a store has it. With its only copy go all messages that were confirmed and not yet worked off.',
  fix: 'Keep {wanted, plural, one {# copy} other {# copies}} of each message in {node}, and confirm once all of them have it.',
  source: {
    text: 'Apache Kafka documentation, Replication: committed messages and acks=all (assumption: cited from general knowledge)',
    url: 'https://kafka.apache.org/documentation/#replication',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { design, analysis } = context;
    const limit = design.targets.rpoSeconds;
    if (limit === undefined) return [];
    const figures = figuresOf(analysis);
    return nodesOfBehaviour(design, 'buffer').flatMap((node): Hit[] => {
      const copies = copiesOf(node);
      if (copies === null || !holdsMessages(node) || isExternal(node)) return [];
      const only = flowsAt(design, node.id).find((paths) => isAnsweredBy(design, paths, node));
      if (only === undefined) return [];
      const lag = copies > 1 ? (figures.get(node.id)?.rpoSeconds ?? 0) : null;
      if (lag !== null && meetsTarget('rpoSeconds', lag, limit)) return [];
      const values = {
        node: { part: node.id },
        flow: { part: only.flow.id },
        copies: { count: copies },
        wanted: { count: Math.max(copies, copiesWanted) },
        limit: { seconds: limit },
      };
      const quickFix = replicate(node, copies);
      const fix = quickFix === null ? {} : { quickFix };
      if (lag === null) return [{ target: node.id, values, ...fix }];
      return [{ target: node.id, variant: 'leader', values: { ...values, lag: { seconds: lag } }, ...fix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Three brokers have each event before it is confirmed',
          design: sketch(
            { user: 'client', api: 'service', log: 'stream', clerk: 'worker', bids: 'sql-database' },
            'user -> api -> log -> clerk -> bids',
            {
              flows: { offers: { kind: 'write', rps: 100 } },
              config: { log: { copies: 3, acknowledge: 'all' }, bids: { durable: true } },
              system: { targets: { rpoSeconds: 0 } },
            },
          ),
        },
        {
          title: 'The store has the order before it is answered',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database', mails: 'queue', sender: 'worker' },
            'user -> api -> orders, api ~> mails -> sender',
            {
              flows: { purchases: { kind: 'write', rps: 100 } },
              config: { mails: { replicas: 1 }, orders: { durable: true } },
              system: { targets: { rpoSeconds: 0 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A journal with one copy',
          target: 'log',
          design: sketch(
            { user: 'client', api: 'service', log: 'stream', clerk: 'worker', bids: 'sql-database' },
            'user -> api -> log -> clerk -> bids',
            {
              flows: { offers: { kind: 'write', rps: 100 } },
              config: { log: { copies: 1 }, bids: { durable: true } },
              system: { targets: { rpoSeconds: 0 } },
            },
          ),
        },
        {
          title: 'A broker of one server',
          target: 'jobs',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', runs: 'sql-database' },
            'user -> api -> jobs -> runner -> runs',
            {
              flows: { orders: { kind: 'write', rps: 100 } },
              config: { jobs: { replicas: 1 }, runs: { durable: true } },
              system: { targets: { rpoSeconds: 0 } },
            },
          ),
        },
        {
          title: 'A log that confirms before its copies have it',
          target: 'log',
          design: sketch(
            { user: 'client', api: 'service', log: 'stream', clerk: 'worker', bids: 'sql-database' },
            'user -> api -> log -> clerk -> bids',
            {
              flows: { offers: { kind: 'write', rps: 100 } },
              config: { log: { copies: 3, acknowledge: 'leader' }, bids: { durable: true } },
              system: { targets: { rpoSeconds: 0 } },
            },
          ),
        },
      ],
    };
  },
};

/** Copies of a message when it is worked on; null where a provider keeps them, or several servers may and nothing says so. */
function copiesOf({ config }: ResolvedNode): number | null {
  const { durable, copies } = config.other;
  if (durable === true) return null;
  return copies ?? (config.replicas === 1 ? 1 : null);
}

/** Whether a write is answered with nothing but this buffer having it. */
function isAnsweredBy(design: ResolvedDesign, paths: FlowPaths, { id }: ResolvedNode): boolean {
  const written = writtenBy(design, paths);
  if (written === null || !written.has(id)) return false;
  const isElsewhere = (part: Part): boolean =>
    part.node.id !== id && written.includes(part) && (isStore(part.node) || isSafe(part.node));
  return !paths.awaited.parts.some(isElsewhere);
}

/** Whether another buffer has each message twice when it confirms. */
const isSafe = (node: ResolvedNode): boolean => holdsMessages(node) && copiesOf(node) !== 1;

function replicate(node: ResolvedNode, copies: number): QuickFix | null {
  if (!offers(node, 'copies') || !offers(node, 'acknowledge')) return null;
  const wanted = Math.max(copies, copiesWanted);
  const servers = node.config.replicas < wanted && offers(node, 'replicas') ? { replicas: wanted } : {};
  return {
    id: 'replicate-messages',
    title: 'Keep {wanted, plural, one {# copy} other {# copies}} of each message',
    values: { wanted: { count: wanted } },
    changes: [{ op: 'patch-config', id: node.id, patch: { copies: wanted, acknowledge: 'all', ...servers } }],
  };
}
