import type { ResolvedNode } from '../../catalog/resolved';
import { nodesOfBehaviour } from '../facts/nodes';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-05. By what the document says of the key's values. */
export const poorShardKey: Rule = {
  id: 'poor-shard-key',
  code: 'DATA-05',
  title: 'Shard key that does not spread',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is split into {shards, plural, one {# shard} other {# shards}} by {key}, which has few values.',
  variants: {
    monotonic:
      '{node} is split into {shards, plural, one {# shard} other {# shards}} by {key}, which only grows: all that is new goes to the last.',
  },
  why: 'Shards share the load only as far as the key’s values do. One that has most of them is as busy as a store that is not split.',
  fix: 'Split by a key with many values of similar load, or by its hash.',
  fixes: {
    'hash-the-key': 'Split by {newKey}: neighbours go to different shards.',
    'compound-key': 'Split by {newKey}, so that one value may go to several shards.',
  },
  source: {
    text: 'Amazon DynamoDB Developer Guide, best practices for designing partition keys',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
  },
  supersedes: ['no-shard-key'],
  check: ({ design }: RuleContext): readonly Hit[] =>
    nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      const { shardKeySpread, shardKey } = node.config.other;
      if (node.config.shards === 1) return [];
      if (shardKeySpread !== 'few' && shardKeySpread !== 'monotonic') return [];
      const values = {
        node: { part: node.id },
        shards: { count: node.config.shards },
        key: shardKey ?? 'a key',
      };
      const quickFix = spread(node, shardKeySpread);
      return [
        {
          target: node.id,
          values,
          quickFix,
          ...(shardKeySpread === 'monotonic' && { variant: 'monotonic' }),
        },
      ];
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Split by customer',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { shards: 4, shardKey: 'customer', shardKeySpread: 'many' } },
            },
          ),
        },
        {
          title: 'One shard has all values',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { shards: 1, shardKey: 'country', shardKeySpread: 'few' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Split by country',
          target: 'orders',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { shards: 4, shardKey: 'country', shardKeySpread: 'few' } },
            },
          ),
        },
        {
          title: 'Split by time',
          target: 'events',
          design: sketch(
            { user: 'client', api: 'service', events: 'sql-database' },
            'user -> api -> events',
            {
              config: { events: { shards: 4, shardKey: 'time', shardKeySpread: 'monotonic' } },
            },
          ),
        },
      ],
    };
  },
};

/** A hash parts neighbours, but keeps equal values together: few values need something else beside them. */
function spread(node: ResolvedNode, now: 'few' | 'monotonic'): QuickFix {
  const key = node.config.other.shardKey ?? 'id';
  const shardKey = now === 'monotonic' ? `hash of ${key}` : `${key} and id`;
  return {
    id: now === 'monotonic' ? 'hash-the-key' : 'compound-key',
    title: 'Split by {newKey}',
    values: { newKey: shardKey },
    changes: [{ op: 'patch-config', id: node.id, patch: { shardKey, shardKeySpread: 'many' } }],
  };
}
