import { replicaLossPolicies, replications } from '../vocabulary';
import { choice, field, flag, ms, servers } from './field';

/** How the copies of a shard work together. */
export const replicationFields = {
  replication: field(
    choice(replications, {
      async: 'asynchronous',
      sync: 'synchronous',
      'semi-sync': 'semi-synchronous',
    }),
    {
      title: 'Mode',
      hint: 'When a write is acknowledged',
      neutral: { value: 'async', why: 'A write is answered by the leader' },
      inLoads: true,
    },
  ),
  onReplicaLoss: field(choice(replicaLossPolicies, { continue: 'continues', refuse: 'refuses writes' }), {
    title: 'When a copy is down',
    hint: 'Whether writes continue with the copies that are up',
  }),
  readFrom: field(choice(['leader', 'any'], { any: 'any replica' }), {
    title: 'Reads from',
    neutral: { value: 'leader', why: 'Reads go to the leader' },
    inLoads: true,
  }),
  readQuorum: field(servers, { title: 'Read quorum', inLoads: true }),
  writeQuorum: field(servers, { title: 'Write quorum', inLoads: true }),
  replicaRttMs: field(ms, {
    title: 'Replica round trip',
    neutral: { value: 0, why: 'Followers are near the leader' },
    inLoads: true,
  }),
  scatter: field(flag, {
    title: 'Scatter-gather reads',
    neutral: { value: false, why: 'A read goes to the one shard that has its key' },
    inLoads: true,
  }),
};
