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
  maxScaleUp: 8,
  purpose: 'Keeps one part of the keys; drawn one by one where the split itself is the point.',
  guide: {
    when: 'To show how keys are split where the split itself is the point: a range a shard, a country a shard, one that is hot.',
    whenNot:
      'While one leader with copies still carries the writes. For a store that splits by itself, set its number of shards instead of drawing them.',
    tradeOffs: [
      'Writes and storage grow with the shards; joins and transactions across them are gone or slow.',
      'The key is nearly for ever: moving to another means copying everything while it is in use.',
      'Each shard is a part of the people for whom all is down when it is down.',
    ],
    failsFirst: 'The shard with the largest customer or the newest dates, while the others idle.',
  },
  keywords: ['partition', 'horizontal', 'split', 'vitess', 'citus', 'db'],
  protocol: 'sql',
  technologies: relationalTechnologies,
  defaults: { ...relationalDefaults, shards: assumed(1, 'It is one shard; draw another beside it', [1, 1]) },
  main: ['replicasPerShard', 'readFrom', 'readMs', 'writeMs', 'concurrency'],
  more: storeFields(['concurrency', 'hotShare', 'scatter']),
};
