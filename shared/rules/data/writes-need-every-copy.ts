import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { nodesOfBehaviour } from '../facts/nodes';
import { keepsOriginals } from '../facts/originals';
import { strictestWrite } from '../facts/strictest-write';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Below this availability target the loss of a copy now and then does no harm. */
const strictFrom = 0.999;

/** The fewest copies of which one may be down while a write still has a second. */
const copiesWanted = 3;

/** DATA-10. A pair that replicates by quorum is `even-quorum`. */
export const writesNeedEveryCopy: Rule = {
  id: 'writes-need-every-copy',
  code: 'DATA-10',
  title: 'Writes that need every copy',
  severity: 'warning',
  stage: 'review',
  message:
    'A write of {node} waits for all {copies} copies, so none is answered while one is down; the availability target of {flow} is {target}.',
  why: 'Copies are there so that one may fail. Where each write needs them all, more of them fail more often than one alone.',
  fix: 'Keep three copies or more, and wait for some of them.',
  fixes: {
    'wait-for-one': 'Wait for one of the {others} other copies, whichever is first.',
    'wait-for-majority':
      'Wait for {majority} of {copies, plural, one {# copy} other {# copies}}, to read as to write.',
  },
  source: {
    text: 'MySQL Reference Manual, semisynchronous replication (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      const { replication, replicasPerShard: copies } = node.config;
      // A product that replicates so by itself knows what to do without one of its copies.
      if (!keepsOriginals(node) || copies === 1 || node.basis.replication?.kind !== 'document') return [];
      if (node.config.other.onReplicaLoss !== 'refuse') return [];
      if (replication !== 'sync' && !(replication === 'semi-sync' && copies === 2)) return [];
      const flow = strictestWrite(design, node, strictFrom);
      if (flow === null) return [];
      const quickFix = waitForSome(design, node);
      const values = {
        node: { part: node.id },
        flow: { part: flow.id },
        copies: { count: copies },
        target: { share: flow.targets.availability ?? 0 },
      };
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'One of two others',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100, targets: { availability: 0.999 } } },
            config: { api: { replicas: 3 }, db: { replicasPerShard: 3, replication: 'semi-sync' } },
          }),
        },
        {
          title: 'No target that it would miss',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 2, replication: 'sync', onReplicaLoss: 'refuse' } },
          }),
        },
        {
          title: 'A pair that goes on with one copy',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100, targets: { availability: 0.999 } } },
            config: { api: { replicas: 3 }, db: { replicasPerShard: 2, replication: 'sync' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A pair, both of which have to answer',
          target: 'db',
          // Two of 0.9999 each: 0.9998.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100, targets: { availability: 0.999 } } },
            config: {
              api: { replicas: 3 },
              db: {
                replicasPerShard: 2,
                replication: 'semi-sync',
                onReplicaLoss: 'refuse',
                instanceAvailability: 0.9999,
              },
            },
          }),
        },
        {
          title: 'Three that all have to answer, for strong consistency',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100, targets: { availability: 0.999 } } },
            config: {
              api: { replicas: 3 },
              db: {
                replicasPerShard: 3,
                replication: 'sync',
                onReplicaLoss: 'refuse',
                instanceAvailability: 0.9999,
              },
            },
            system: { targets: { consistency: 'strong' } },
          }),
        },
      ],
    };
  },
};

/** A majority where strong consistency is required, else one other copy; null where fresh reads from any copy rest on all having it. */
function waitForSome(design: ResolvedDesign, node: ResolvedNode): QuickFix | null {
  const { id, config } = node;
  const wanted = design.targets.consistency;
  const isFresh = wanted === 'strong' || wanted === 'read-your-writes';
  if (isFresh && config.readFrom === 'any') return null;
  const copies = Math.max(copiesWanted, config.replicasPerShard);
  const isMore = copies > config.replicasPerShard;
  if (isMore && !offers(node, 'replicasPerShard')) return null;
  const patch: Config = {
    replication: wanted === 'strong' ? 'quorum' : 'semi-sync',
    ...(isMore && { replicasPerShard: copies }),
  };
  return {
    id: wanted === 'strong' ? 'wait-for-majority' : 'wait-for-one',
    title: wanted === 'strong' ? 'Wait for a majority' : 'Wait for one other copy',
    values: {
      others: { count: copies - 1 },
      copies: { count: copies },
      majority: { count: Math.floor(copies / 2) + 1 },
    },
    changes: [{ op: 'patch-config', id, patch }],
  };
}
