import { replications } from '../vocabulary';
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
  readFrom: field(choice(['leader', 'any'], { any: 'any replica' }), {
    title: 'Reads from',
    neutral: { value: 'leader', why: 'Reads ask the leader' },
    inLoads: true,
  }),
  readQuorum: field(servers, { title: 'Read quorum', inLoads: true }),
  writeQuorum: field(servers, { title: 'Write quorum', inLoads: true }),
  replicaRttMs: field(ms, {
    title: 'Replica round trip',
    neutral: { value: 0, why: 'Followers stand beside the leader' },
    inLoads: true,
  }),
  scatter: field(flag, {
    title: 'Scatter-gather reads',
    neutral: { value: false, why: 'A read asks the one shard that has its key' },
    inLoads: true,
  }),
};
