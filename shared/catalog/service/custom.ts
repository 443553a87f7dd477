import { assumed } from '../basis';
import type { Kind } from '../kind';

/** A box for whatever has no kind of its own. */
export const custom: Kind = {
  id: 'custom',
  title: 'Custom',
  layer: 'service',
  icon: 'box',
  behaviour: 'pass-through',
  maxScaleUp: 8,
  purpose: 'Stands for anything else: no queue and no time until you choose how it behaves.',
  keywords: ['other', 'box', 'generic', 'anything', 'component', 'system', 'unknown'],
  technologies: [],
  defaults: { behaviour: assumed('pass-through', 'Not modelled until a behaviour is chosen') },
  main: ['behaviour', 'replicas', 'concurrency', 'serviceMs', 'cv'],
  more: [
    'readMs',
    'writeMs',
    'hitRate',
    'shards',
    'replicasPerShard',
    'readFrom',
    'algorithm',
    'failover',
    'queueLimit',
    'scaleUp',
    'maxUtilization',
    'bandwidthMbps',
    'instanceAvailability',
    'multiZone',
    'observed',
    'unitCostUsd',
  ],
};
