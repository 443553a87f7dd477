import { figures, type Lesson, lessonDesign, utilizationOf } from './lesson';

const counts = [1, 2, 4, 8, 16] as const;

const designAt = (shards: number) =>
  lessonDesign('shards', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { api: { kind: 'service', name: 'API', config: { replicas: 20 } } },
      {
        store: {
          kind: 'key-value-store',
          name: 'Store',
          config: { shards, replicasPerShard: 1, concurrency: 8, readMs: 4, hotShare: 0.1 },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'api' },
      { id: 'read', from: 'api', to: 'store' },
    ],
    flow: { name: 'Reads', kind: 'read', rate: { rps: 5_000 } },
  });

export const shards: Lesson = {
  id: 'shards',
  title: 'Shards and the hot key',
  text: 'Each shard takes its part of the keys. One key here has 10 % of all reads, and its shard takes them beside its own part: h + (1 − h) ÷ shards. With sixteen shards the busiest has far more than a sixteenth: more shards do not cool a hot key.',
  turn: {
    title: 'Shards',
    positions: counts.map((count) => ({ amount: { count }, design: designAt(count) })),
    start: 1,
  },
  figures: [utilizationOf('Utilization of the busiest shard', 'store'), figures.maxRate, figures.cost],
};
