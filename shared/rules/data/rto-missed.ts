import { meetsTarget } from '../../analysis/targets';
import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import { addSpare } from '../fixes/add-replicas';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-03. Of what is written first. */
export const rtoMissed: Rule = {
  id: 'rto-missed',
  code: 'DATA-03',
  title: 'Recovery time missed',
  severity: 'error',
  stage: 'broken',
  message: '{node} is back {actual} after its leader is lost; the target is {limit}.',
  variants: {
    restore: '{node} is back {actual} after it is lost, restored from a backup; the target is {limit}.',
  },
  why: 'Until another server has its data, whatever needs the store does not work. A restore takes as long as its data is large.',
  fix: 'Keep a standby that takes over by itself, or smaller shards that are restored side by side.',
  fixes: {
    'add-store-replicas':
      'Keep {count, plural, one {# copy} other {# copies}}: another takes over in {failover}.',
  },
  source: {
    text: 'AWS Well-Architected, Reliability Pillar, REL 13: recovery objectives (assumption: cited from general knowledge)',
  },
  // The standby that is missing is the reason.
  supersedes: ['no-standby'],
  check: (context: RuleContext): readonly Hit[] => {
    const limit = context.design.targets.rtoSeconds;
    if (limit === undefined) return [];
    const figures = figuresOf(context.analysis);
    return nodesOfBehaviour(context.design, 'store').flatMap((node): Hit[] => {
      if (!originalsOf(context.design).has(node.id)) return [];
      const actual = figures.get(node.id)?.rtoSeconds ?? null;
      if (actual === null || meetsTarget('rtoSeconds', actual, limit)) return [];
      const isAlone = node.config.replicasPerShard === 1;
      // One server of a provider represents copies that it keeps itself.
      if (isAlone && node.kind.managed === true) return [];
      const quickFix = isAlone ? standby(context, node, limit) : null;
      const values = { node: { part: node.id }, actual: { seconds: actual }, limit: { seconds: limit } };
      return [
        { target: node.id, values, ...(isAlone && { variant: 'restore' }), ...(quickFix && { quickFix }) },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A standby takes over within the minute',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 2, failoverSeconds: 60 } },
            system: { targets: { rtoSeconds: 300 } },
          }),
        },
        {
          title: 'An hour is allowed',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 1, restoreSeconds: 3600 } },
            system: { targets: { rtoSeconds: 3600 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Restored in an hour, where five minutes are allowed',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 1, restoreSeconds: 3600 } },
            system: { targets: { rtoSeconds: 300 } },
          }),
        },
        {
          title: 'A failover by hand',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 2, failoverSeconds: 1800 } },
            system: { targets: { rtoSeconds: 300 } },
          }),
        },
      ],
    };
  },
};

/** A replica that takes over, where it does so in time. */
function standby(context: RuleContext, node: ResolvedNode, limitSeconds: number): QuickFix | null {
  const { failoverSeconds } = node.config.other;
  if (failoverSeconds === undefined || failoverSeconds > limitSeconds) return null;
  const fix = addSpare(context, node);
  return fix && { ...fix, values: { ...fix.values, failover: { seconds: failoverSeconds } } };
}
