import { figures, type Lesson, lessonDesign } from './lesson';

const stores = [
  { title: 'One server', replicasPerShard: 1 },
  { title: 'A leader and one follower', replicasPerShard: 2 },
  { title: 'A leader and two followers', replicasPerShard: 3 },
] as const;

const designAt = (replicasPerShard: number) =>
  lessonDesign('failover', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { api: { kind: 'service', name: 'API', config: { replicas: 3 } } },
      {
        store: {
          kind: 'sql-database',
          name: 'Database',
          config: { shards: 1, replicasPerShard, replication: 'semi-sync' },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'api' },
      { id: 'read', from: 'api', to: 'store' },
    ],
    flow: { name: 'Reads', kind: 'read', rate: { rps: 200 } },
  });

export const failover: Lesson = {
  id: 'failover',
  title: 'Failover: a follower takes over',
  text: 'With one server its failure is an outage until it is restored. A follower takes over within the failover time, and both have to be down at the same time: unavailability is multiplied. A third one gains only seconds of a month.',
  turn: {
    title: 'Servers of the database',
    positions: stores.map(({ title, replicasPerShard }) => ({
      amount: { title },
      design: designAt(replicasPerShard),
    })),
    start: 0,
  },
  figures: [figures.availability, figures.cost],
};
