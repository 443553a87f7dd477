import type { ResolvedNode } from '../../catalog/resolved';
import { nodesOfKind } from '../facts/nodes';
import { type Part, partsOf } from '../facts/parts';
import { isStore } from '../facts/roles';
import { needsShardKey } from '../facts/shard-key';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** DATA-04. Of a store that a person has split; what is split as it comes finds its own key. */
export const noShardKey: Rule = {
  id: 'no-shard-key',
  code: 'DATA-04',
  title: 'Shards without a key',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is split into {shards, plural, one {# shard} other {# shards}}, and nothing says by which key.',
  variants: {
    drawn:
      '{node} is one of {shards, plural, one {# shard} other {# shards}} side by side, and nothing says by which key they are split.',
  },
  why: 'The key decides which requests go to one shard and which to all, and whether one shard gets most of the load.',
  fix: 'Name the key that most requests know, with many values and none that takes most of the traffic.',
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapter 6: partitioning of key-value data (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits = new Map<string, Hit>();
    const drawn = nodesOfKind(design, 'shard').length > 1;
    for (const part of partsOf(design).all) {
      const { node } = part;
      if (isStore(node) && node.config.shards > 1 && isSplitByHand(node) && needsShardKey(node)) {
        const values = { node: { part: node.id }, shards: { count: node.config.shards } };
        hits.set(node.id, { target: node.id, values });
      }
      const [first, ...others] = drawn ? drawnShards(part) : [];
      if (first === undefined || others.length === 0 || hits.has(first.id)) continue;
      if (![first, ...others].every(needsShardKey)) continue;
      const values = { node: { part: first.id }, shards: { count: others.length + 1 } };
      hits.set(first.id, { target: first.id, variant: 'drawn', values });
    }
    return [...hits.values()];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Split by customer',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { shards: 4, shardKey: 'customer' } },
            },
          ),
        },
        {
          title: 'A key-value store is split by its key',
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              config: { links: { shards: 4 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Four shards',
          target: 'orders',
          design: sketch(
            { user: 'client', api: 'service', orders: 'sql-database' },
            'user -> api -> orders',
            {
              config: { orders: { shards: 4 } },
            },
          ),
        },
        {
          title: 'Two shards, drawn one by one',
          target: 'a',
          design: sketch(
            { user: 'client', api: 'service', a: 'shard', b: 'shard' },
            'user -> api -> a, api -> b',
          ),
        },
      ],
    };
  },
};

/** A product that comes in several shards splits its data by itself. */
const isSplitByHand = ({ basis }: ResolvedNode): boolean => basis.shards?.kind === 'document';

/** The shards among which a node picks, in the order of its calls. */
function drawnShards({ calls }: Part): readonly ResolvedNode[] {
  const shards = new Set<ResolvedNode>();
  for (const { edge, isLive, to } of calls) {
    if (to.node.kind.id === 'shard' && edge.choice && isLive) shards.add(to.node);
  }
  return [...shards];
}
