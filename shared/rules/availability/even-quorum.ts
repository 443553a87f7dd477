import type { ResolvedConfig } from '../../catalog/resolved';
import { nodesOfBehaviour } from '../facts/nodes';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** SPOF-07. Of majorities; quorums that the document sets otherwise follow another count. One replica alone has rules of its own. */
export const evenQuorum: Rule = {
  id: 'even-quorum',
  code: 'SPOF-07',
  title: 'An even number of voters',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} decides by a majority of {count, plural, one {# replica} other {# replicas}} and survives {lost} of them, as {fewer} would.',
  why: 'A majority of an even number is one more than half: the last replica adds work to every write and no tolerance.',
  fix: 'Use 3 or 5 replicas.',
  fixes: {
    'odd-replicas':
      'Run {more, plural, one {# replica} other {# replicas}}: they survive the loss of {outlived}.',
  },
  source: {
    text: 'Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014',
    url: 'https://raft.github.io/raft.pdf',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(design, 'store')) {
      const { config } = node;
      const count = config.replicasPerShard;
      if (node.kind.managed === true) continue;
      if (count % 2 !== 0 || !decidesByMajority(config)) continue;
      const lost = count / 2 - 1;
      const quickFix: QuickFix = {
        id: 'odd-replicas',
        title: 'Run {more, plural, one {# replica} other {# replicas}} a shard',
        values: { more: { count: count + 1 }, outlived: { count: count / 2 } },
        // Quorums that were written for the even number go back to being the majority.
        changes: [
          {
            op: 'patch-config',
            id: node.id,
            patch: { replicasPerShard: count + 1, readQuorum: null, writeQuorum: null },
          },
        ],
      };
      const values = {
        node: { part: node.id },
        count: { count },
        lost: { count: lost },
        fewer: { count: count - 1 },
      };
      hits.push({ target: node.id, values, ...(offers(node, 'replicasPerShard') && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A majority of three',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            config: { db: { replication: 'quorum', replicasPerShard: 3 } },
          }),
        },
        {
          title: 'A leader and its standby vote on nothing',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { replicasPerShard: 2 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A majority of four',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            config: { db: { replication: 'quorum', replicasPerShard: 4 } },
          }),
        },
        {
          title: 'A majority of two, which is both',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'key-value-store' }, 'user -> api -> db', {
            config: { db: { replication: 'quorum', replicasPerShard: 2 } },
          }),
        },
      ],
    };
  },
};

function decidesByMajority({
  replication,
  replicasPerShard,
  readQuorum,
  writeQuorum,
}: ResolvedConfig): boolean {
  const majority = Math.floor(replicasPerShard / 2) + 1;
  return replication === 'quorum' && readQuorum === majority && writeQuorum === majority;
}
