import { figures, type Lesson, lessonDesign, utilizationOf } from './lesson';

const hitRates = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const;

const designAt = (hitRate: number) =>
  lessonDesign('cache', {
    columns: [
      { client: { kind: 'client', name: 'Client' } },
      { api: { kind: 'service', name: 'API', config: { replicas: 8 } } },
      {
        cache: { kind: 'cache', name: 'Cache', config: { hitRate } },
        store: {
          kind: 'key-value-store',
          name: 'Store',
          config: { shards: 1, replicasPerShard: 1, concurrency: 8, readMs: 4 },
        },
      },
    ],
    edges: [
      { id: 'enter', from: 'client', to: 'api' },
      { id: 'look', from: 'api', to: 'cache' },
      { id: 'read', from: 'api', to: 'store', onMissOf: 'cache' },
    ],
    flow: { name: 'Reads', kind: 'read', rate: { rps: 1_500 } },
  });

export const cache: Lesson = {
  id: 'cache',
  title: 'A cache: what misses reaches the store',
  text: 'The store gets rate × (1 − hit rate). From 90 to 95 % its load is halved, from 95 to 99 % it is a fifth: the last per cent count most. The p99 falls only where fewer than one request in a hundred misses.',
  turn: {
    title: 'Hit rate',
    positions: hitRates.map((hitRate) => ({ amount: { share: hitRate }, design: designAt(hitRate) })),
    start: 3,
  },
  figures: [utilizationOf('Utilization of the store', 'store'), figures.p99],
};
