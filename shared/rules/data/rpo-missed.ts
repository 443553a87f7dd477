import { meetsTarget } from '../../analysis/targets';
import type { ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A log is shipped about once a minute; what may lose less than that needs a second copy. */
const shortestBackupSeconds = 60;

/** Three copies, so that a write waits for one other and survives the loss of one. */
const copiesWanted = 3;

/** DATA-02. Of losing a server; what a deletion loses, which replicas copy, is a remark. */
export const rpoMissed: Rule = {
  id: 'rpo-missed',
  code: 'DATA-02',
  title: 'Recovery point missed',
  severity: 'error',
  stage: 'broken',
  message: 'When the leader of {node} is lost, {actual} of writes are lost with it; the target is {limit}.',
  variants: {
    unkept:
      'When {node} is lost, all that was written is lost: it has no second copy, no backups and no provider that keeps copies (replicasPerShard, backupEverySeconds, durable are not set); the target is {limit}.',
    backup: 'When {node} is lost, all since its last backup is lost, up to {actual}; the target is {limit}.',
    deletion:
      'A deletion by mistake in {node} loses up to {actual} of writes, copies or not; the target is {limit}.',
  },
  why: 'What was answered and is kept in one place only goes with that place: not yet copied, or written since the last backup.',
  fix: 'Let a second copy have each write before it is answered, or back up more often.',
  fixes: {
    'wait-for-a-copy':
      'Answer a write once one of {count, plural, one {# copy} other {# copies}} besides the leader has it.',
    'back-up-more-often': 'Ship the log of {node} every {interval}.',
  },
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 13: recovery objectives (assumption: cited from general knowledge)',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const limit = context.design.targets.rpoSeconds;
    if (limit === undefined) return [];
    const figures = figuresOf(context.analysis);
    return nodesOfBehaviour(context.design, 'store').flatMap((node): Hit[] => {
      if (!originalsOf(context.design).has(node.id) || hasCopiesInside(node)) return [];
      const actual = figures.get(node.id)?.rpoSeconds ?? null;
      const backup = node.config.other.backupEverySeconds;
      const valuesOf = (seconds: number) => ({
        node: { part: node.id },
        actual: { seconds },
        limit: { seconds: limit },
      });
      if (actual !== null && !meetsTarget('rpoSeconds', actual, limit)) {
        const quickFix = fixFor(node, limit);
        const alone = node.config.replicasPerShard === 1 ? { variant: 'backup' } : {};
        return [{ target: node.id, values: valuesOf(actual), ...alone, ...(quickFix && { quickFix }) }];
      }
      if (actual === null && node.config.replicasPerShard === 1 && backup === undefined) {
        const values = { node: { part: node.id }, limit: { seconds: limit } };
        const quickFix = fixFor(node, limit);
        return [{ target: node.id, variant: 'unkept', values, ...(quickFix && { quickFix }) }];
      }
      // No backup comes closer to now than the log that is shipped, so that a target of 0 is not checked against it.
      const closest = Math.max(limit, shortestBackupSeconds);
      if (actual === null || backup === undefined || backup <= closest) return [];
      const quickFix = backUpMoreOften(node, closest);
      return [
        {
          target: node.id,
          variant: 'deletion',
          severity: 'info',
          stage: 'review',
          values: valuesOf(backup),
          quickFix,
        },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Nothing may be lost, and the log is shipped as often as logs are',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replication: 'semi-sync', replicasPerShard: 3, backupEverySeconds: 60 } },
            system: { targets: { rpoSeconds: 0 } },
          }),
        },
        {
          title: 'A minute may be lost, and followers are milliseconds behind',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 2, backupEverySeconds: 60 } },
            system: { targets: { rpoSeconds: 60 } },
          }),
        },
        {
          title: 'Nothing may be lost, and a second copy has each write',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 3, replication: 'semi-sync', backupEverySeconds: 0 } },
            system: { targets: { rpoSeconds: 0 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Nothing may be lost, and followers are behind',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 2 } },
            system: { targets: { rpoSeconds: 0 } },
          }),
        },
        {
          title: 'A store of your own that nothing is copied from',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'custom' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 10 } },
            config: { db: { behaviour: 'store' } },
            system: { targets: { rpoSeconds: 3600 } },
          }),
        },
        {
          title: 'An hour may be lost, and a backup is made each night',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 1, backupEverySeconds: 86_400 } },
            system: { targets: { rpoSeconds: 3600 } },
          }),
        },
      ],
    };
  },
};

/** One server of a provider represents copies that it keeps itself. */
const hasCopiesInside = ({ kind, config }: ResolvedNode): boolean =>
  kind.managed === true && config.replicasPerShard === 1;

/** More frequent backups where that is enough for one copy, else a copy that a write waits for; null where there is none to add. */
function fixFor(node: ResolvedNode, limitSeconds: number): QuickFix | null {
  const { replicasPerShard } = node.config;
  if (replicasPerShard === 1 && limitSeconds >= shortestBackupSeconds)
    return backUpMoreOften(node, limitSeconds);
  if (replicasPerShard < copiesWanted && !offers(node, 'replicasPerShard')) return null;
  const count = Math.max(copiesWanted, replicasPerShard);
  const closest = Math.max(limitSeconds, shortestBackupSeconds);
  const patch: Config = {
    replication: 'semi-sync',
    ...(count > replicasPerShard && { replicasPerShard: count }),
    // Copies follow a deletion too; only the log undoes it.
    ...((node.config.other.backupEverySeconds ?? 0) > closest && { backupEverySeconds: closest }),
  };
  return {
    id: 'wait-for-a-copy',
    title: 'Wait for one of {count, plural, one {# copy} other {# copies}}',
    values: { count: { count: count - 1 } },
    changes: [{ op: 'patch-config', id: node.id, patch }],
  };
}

const backUpMoreOften = ({ id }: ResolvedNode, limitSeconds: number): QuickFix => ({
  id: 'back-up-more-often',
  title: 'Back up every {interval}',
  values: { interval: { seconds: limitSeconds } },
  changes: [{ op: 'patch-config', id, patch: { backupEverySeconds: limitSeconds } }],
});
