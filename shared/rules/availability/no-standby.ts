import { nodesOfBehaviour } from '../facts/nodes';
import { isNeededWithoutTarget, standsAlone } from '../facts/weak-spots';
import { addSpare } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-03. Where a flow has an availability target, that decides: `single-point-of-failure`, or one copy is enough. */
export const noStandby: Rule = {
  id: 'no-standby',
  code: 'SPOF-03',
  title: 'A store without a standby',
  severity: 'warning',
  stage: 'review',
  message: '{node} has {count} copy of what it keeps; with 2, one can take over.',
  variants: { shards: 'Each of the {shards} shards of {node} has {count} copy; with 2, one can take over.' },
  why: 'While the only server of a store is down, or being restored from a backup, nothing that needs it works.',
  fix: 'Add a standby that follows {node} and takes over by itself.',
  fixes: {
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: one leads, another takes over.',
  },
  source: {
    text: 'AWS Trusted Advisor, fault tolerance checks: Multi-AZ of a database',
    url: 'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      if (node.kind.id === 'custom' || !standsAlone(node)) continue;
      if (!isNeededWithoutTarget(context.design, node.id)) continue;
      const quickFix = addSpare(context, node);
      const { shards } = node.config;
      const values = { node: { part: node.id }, count: { count: 1 }, shards: { count: shards } };
      const variant = shards > 1 ? { variant: 'shards' } : {};
      hits.push({ target: node.id, values, ...variant, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A leader and its standby',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { replicasPerShard: 2 } },
          }),
        },
        {
          title: 'A target that one server can meet',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { targets: { availability: 0.99 } } },
            config: { db: { replicasPerShard: 1 } },
          }),
        },
        {
          title: 'Nobody waits for the statistics',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', counter: 'worker', db: 'sql-database' },
            'user -> api ~> clicks -> counter -> db',
            { config: { db: { replicasPerShard: 1 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A database of one server',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { replicasPerShard: 1 } },
          }),
        },
        {
          title: 'Four shards of one server each',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            config: { db: { shards: 4, replicasPerShard: 1 } },
          }),
        },
      ],
    };
  },
};
