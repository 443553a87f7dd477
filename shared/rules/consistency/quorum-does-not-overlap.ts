import type { ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import type { Design } from '../../model/schema';
import { consistencyNames } from '../../model/term-names';
import { isWrittenAndRead } from '../facts/flow-at';
import { nodesOfBehaviour } from '../facts/nodes';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-01. Of stores that read and write by quorum; what others promise is stale-reads' business. */
export const quorumDoesNotOverlap: Rule = {
  id: 'quorum-does-not-overlap',
  code: 'CON-01',
  title: 'Quorums do not overlap',
  severity: 'error',
  stage: 'broken',
  message:
    '{node} reads from {reads} of {copies, plural, one {# copy} other {# copies}} and writes to {writes}; {wanted} consistency needs more than {copies} together.',
  variants: {
    writes:
      'A write of {node} is answered by {writes} of {copies, plural, one {# copy} other {# copies}}; up to half of them, two writes may have no copy in common.',
  },
  why: 'A read sees the latest write only if its quorum overlaps the write quorum: the two together must exceed the number of copies.',
  fix: 'Set the read and write quorum of {node} to more than half of the copies.',
  fixes: {
    'majority-quorums': 'Read {reads} and write {writes} of the {copies} copies: any two have one in common.',
  },
  source: { text: 'Gifford, Weighted Voting for Replicated Data, SOSP 1979' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const wanted = design.targets.consistency;
    if (wanted !== 'strong' && wanted !== 'read-your-writes') return [];
    return nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      const { replicasPerShard: copies, replication, readQuorum: reads, writeQuorum: writes } = node.config;
      if (replication !== 'quorum' || copies === 1) return [];
      const overlaps = reads + writes > copies;
      if (overlaps && (wanted !== 'strong' || 2 * writes > copies || hasConflictRule(node))) return [];
      if (!isWrittenAndRead(design, node.id)) return [];
      const values = {
        node: { part: node.id },
        reads: { count: reads },
        writes: { count: writes },
        copies: { count: copies },
        wanted: words(consistencyNames[wanted]),
      };
      const quickFix = majorityQuorums(node);
      if (!overlaps) {
        // A person's own session can be kept at one copy, which the design does not say.
        const severity = wanted === 'strong' ? 'error' : 'warning';
        return [{ target: node.id, values, severity, quickFix }];
      }
      return [{ target: node.id, values, variant: 'writes', severity: 'warning', stage: 'review', quickFix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two of three to read and to write',
          design: ofThree(2, 2, 'strong'),
        },
        {
          title: 'One of three, where eventual consistency is enough',
          design: ofThree(1, 1, 'eventual'),
        },
      ],
      invalid: [
        {
          title: 'One to read and two to write of three copies',
          target: 'links',
          design: ofThree(1, 2, 'strong'),
        },
        {
          title: 'All to read, one to write: two writes may pass each other',
          target: 'links',
          design: ofThree(3, 1, 'strong'),
        },
      ],
    };
  },
};

/** Links in three copies, with these quorums for a read and a write. */
function ofThree(readQuorum: number, writeQuorum: number, consistency: 'strong' | 'eventual'): Design {
  return sketch({ user: 'client', api: 'service', links: 'key-value-store' }, 'user -> api -> links', {
    flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
    config: { links: { replication: 'quorum', replicasPerShard: 3, readQuorum, writeQuorum } },
    system: { targets: { consistency } },
  });
}

const hasConflictRule = ({ config }: ResolvedNode): boolean =>
  (config.other.conflictRule ?? 'none') !== 'none';

/** The smallest quorums, none below its own, of which any two have a copy in common. */
function majorityQuorums({ id, config }: ResolvedNode): QuickFix {
  const { replicasPerShard: copies } = config;
  const writeQuorum = Math.max(config.writeQuorum, Math.floor(copies / 2) + 1);
  const readQuorum = Math.max(config.readQuorum, copies - writeQuorum + 1);
  return {
    id: 'majority-quorums',
    title: 'Read {reads}, write {writes} of {copies}',
    values: { reads: { count: readQuorum }, writes: { count: writeQuorum }, copies: { count: copies } },
    changes: [{ op: 'patch-config', id, patch: { readQuorum, writeQuorum } }],
  };
}
