import { figures, type Lesson, lessonDesign } from './lesson';

const quorums = [1, 2, 3, 4, 5] as const;

const designAt = (readQuorum: number) =>
  lessonDesign('quorum', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { api: { kind: 'service', name: 'API' } },
      {
        store: {
          kind: 'wide-column-store',
          name: 'Store',
          config: {
            shards: 1,
            replicasPerShard: 5,
            replication: 'quorum',
            readQuorum,
            writeQuorum: 3,
          },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'api' },
      { id: 'read', from: 'api', to: 'store' },
    ],
    flow: { name: 'Reads', kind: 'read', rate: { rps: 400 } },
  });

export const quorum: Lesson = {
  id: 'quorum',
  title: 'A quorum: R + W > N',
  text: 'Five copies, and writes are acknowledged by three (W = 3). A read that asks three or more (R + W > N) meets at least one copy that has the last write; one that asks fewer is faster and may be stale. A read of all five is the slowest, and fails with any one of them.',
  turn: {
    title: 'Copies that a read asks (R)',
    positions: quorums.map((count) => ({ amount: { count }, design: designAt(count) })),
    start: 2,
  },
  figures: [figures.p99, figures.availability],
};
