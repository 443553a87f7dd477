import { consistencyOf, replicationLagSeconds } from '../../analysis/recovery';
import type { ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import type { Config } from '../../model/config';
import { consistencyNames } from '../../model/term-names';
import { flowAt, isWrittenAndRead } from '../facts/flow-at';
import { nodesOfBehaviour } from '../facts/nodes';
import { originalsOf } from '../facts/originals';
import { demandOn } from '../fixes/demand';
import { busiestReplica } from '../fixes/size-store';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

type Wanted = 'strong' | 'read-your-writes';

/** CON-02. By the lag of the followers; quorums that do not overlap are a finding of their own. */
export const staleReads: Rule = {
  id: 'stale-reads',
  code: 'CON-02',
  title: 'Stale reads',
  severity: 'warning',
  stage: 'broken',
  message:
    '{node} answers reads from any of {copies, plural, one {# copy} other {# copies}}, which are {lag} behind on average; {wanted} consistency is required.',
  variants: {
    replica: '{node} follows its leader and answers {flow}; {wanted} consistency is required.',
  },
  why: 'A write is answered before every copy has it. Until then a read from another copy does not see it, one’s own write included.',
  fix: 'Read from the leader what must be fresh, or pass on with the session which write the copy must have.',
  fixes: {
    'read-from-leader': 'Read from the leader, which has every write and carries all reads at {utilization}.',
    'use-quorum':
      'Read and write {quorum} of {copies, plural, one {# copy} other {# copies}}, which always have one in common.',
  },
  source: {
    text: 'Terry et al., Session Guarantees for Weakly Consistent Replicated Data, PDIS 1994',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const wanted = context.design.targets.consistency;
    if (wanted !== 'strong' && wanted !== 'read-your-writes') return [];
    // What sees only part of one's writes is no proof for a person; what misses everybody's is.
    const severity = wanted === 'strong' ? 'error' : 'warning';
    const isWritten = originalsOf(context.design).size > 0;
    return nodesOfBehaviour(context.design, 'store').flatMap((node): readonly Hit[] => {
      if (node.kind.id === 'read-replica') return isWritten ? replicaHits(context, node, wanted) : [];
      const copies = node.config.replicasPerShard;
      if (node.config.replication === 'quorum' || consistencyOf(node) !== 'eventual') return [];
      const lag = lagSeconds(context, node);
      if (lag === null || !isWrittenAndRead(context.design, node.id)) return [];
      const quickFix = fresher(context, node, wanted);
      const values = {
        node: { part: node.id },
        copies: { count: copies },
        lag: { ms: lag * 1000 },
        wanted: words(consistencyNames[wanted]),
      };
      return [{ target: node.id, values, severity, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Reads go to the leader',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 3, readFrom: 'leader' } },
            system: { targets: { consistency: 'read-your-writes' } },
          }),
        },
        {
          title: 'Every copy has a write before it is answered',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 3, readFrom: 'any', replication: 'sync' } },
            system: { targets: { consistency: 'strong' } },
          }),
        },
        {
          title: 'What nobody writes is never stale',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { db: { replicasPerShard: 3, readFrom: 'any' } },
            system: { targets: { consistency: 'strong' } },
          }),
        },
      ],
      invalid: [
        {
          title: 'One’s own writes, read from followers',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 3, readFrom: 'any' } },
            system: { targets: { consistency: 'read-your-writes' } },
          }),
        },
        {
          title: 'One’s own writes, read from a replica',
          target: 'replica',
          design: sketch(
            { user: 'client', api: 'service', leader: 'sql-database', replica: 'read-replica' },
            'user -> api -> leader, api -> replica',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> leader': { flows: 'write' } },
              system: { targets: { consistency: 'read-your-writes' } },
            },
          ),
        },
        {
          title: 'Strong consistency and followers that answer',
          target: 'db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
            config: { db: { replicasPerShard: 3, readFrom: 'any', replication: 'semi-sync' } },
            system: { targets: { consistency: 'strong' } },
          }),
        },
      ],
    };
  },
};

function lagSeconds(context: RuleContext, node: ResolvedNode): number | null {
  const demand = demandOn(context, node);
  if (demand === null) return null;
  const { readsRps, writesRps } = demand;
  return replicationLagSeconds(node, { readsRps, writesRps, bytesPerSecond: 0 });
}

function replicaHits({ design }: RuleContext, node: ResolvedNode, wanted: Wanted): readonly Hit[] {
  const flow = flowAt(design, node.id, 'read');
  if (flow === null || node.config.replication === 'sync') return [];
  const values = {
    node: { part: node.id },
    flow: { part: flow.id },
    wanted: words(consistencyNames[wanted]),
  };
  return [
    { target: node.id, variant: 'replica', severity: wanted === 'strong' ? 'error' : 'warning', values },
  ];
}

/** Reads from the leader where one's own writes are to be seen, by quorum where everyone's are; null where that is too much load. */
function fresher(context: RuleContext, node: ResolvedNode, wanted: Wanted): QuickFix | null {
  const { config } = node;
  const demand = demandOn(context, node);
  // A majority of two is both, and stands still with either.
  if (demand === null || (wanted === 'strong' && config.replicasPerShard < 3)) return null;
  const mix = { reads: demand.readsRps, writes: demand.writesRps };
  const fromLeader = { ...config, readFrom: 'leader' } as const;
  const utilization =
    (demand.utilization * busiestReplica(fromLeader, mix, config)) / busiestReplica(config, mix, config);
  if (utilization > config.maxUtilization) return null;
  const patch: { readonly [F in keyof Config]?: Config[F] | null } =
    wanted === 'strong'
      ? { replication: 'quorum', readQuorum: null, writeQuorum: null }
      : { readFrom: 'leader' };
  return {
    id: wanted === 'strong' ? 'use-quorum' : 'read-from-leader',
    title: wanted === 'strong' ? 'Read and write by quorum' : 'Read from the leader',
    values: {
      utilization: { share: utilization },
      quorum: { count: Math.floor(config.replicasPerShard / 2) + 1 },
      copies: { count: config.replicasPerShard },
    },
    changes: [{ op: 'patch-config', id: node.id, patch }],
  };
}
