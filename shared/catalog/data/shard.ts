import { assumed } from '../basis';
import type { Kind } from '../kind';
import { relationalDefaults, relationalTechnologies } from './relational';
import { storeFields } from './store-fields';

/** One shard drawn by itself, for designs that show how the keys are split. */
export const shard: Kind = {
  id: 'shard',
  title: 'Shard',
  layer: 'data',
  icon: 'layers',
  behaviour: 'store',
  minScaleUp: 0.25,
  maxScaleUp: 8,
  purpose: 'Keeps one part of the keys; drawn one by one where the split itself is the point.',
  keywords: ['partition', 'horizontal', 'split', 'vitess', 'citus', 'db'],
  protocol: 'sql',
  technologies: relationalTechnologies,
  defaults: { ...relationalDefaults, shards: assumed(1, 'It is one shard; draw another beside it', [1, 1]) },
  main: ['replicasPerShard', 'readFrom', 'readMs', 'writeMs', 'concurrency'],
  more: storeFields(['concurrency', 'hotShare', 'scatter', 'shardKey', 'shardKeySpread']),
};
