import { figures, type Lesson, lessonDesign } from './lesson';

const modes = [
  { title: 'Asynchronous: the leader alone', replication: 'async' },
  { title: 'Semi-synchronous: the leader and one follower', replication: 'semi-sync' },
  { title: 'Synchronous: all three', replication: 'sync' },
] as const;

const designAt = (replication: 'async' | 'semi-sync' | 'sync') =>
  lessonDesign('replication', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { api: { kind: 'service', name: 'API' } },
      {
        store: {
          kind: 'sql-database',
          name: 'Database',
          config: {
            shards: 1,
            replicasPerShard: 3,
            replication,
            onReplicaLoss: 'refuse',
            replicaRttMs: 40,
          },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'api' },
      { id: 'write', from: 'api', to: 'store' },
    ],
    flow: { name: 'Writes', kind: 'write', rate: { rps: 100 }, storedBytes: 500 },
  });

export const replication: Lesson = {
  id: 'replication',
  title: 'CAP and PACELC: what a write waits for',
  text: 'The followers are 40 ms away. While nothing fails, waiting for them costs latency (the “else” of PACELC: latency or consistency). While one is cut off, a write that must reach all fails (CAP: availability or consistency), and one that waits for none can be lost.',
  turn: {
    title: 'Replication',
    positions: modes.map(({ title, replication: mode }) => ({ amount: { title }, design: designAt(mode) })),
    start: 0,
  },
  figures: [figures.p99, figures.availability, figures.dataLoss],
};
