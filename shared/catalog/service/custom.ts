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
  guide: {
    when: 'For what no kind here describes, and for boxes of which you do not know yet what they are.',
    whenNot:
      'Where a kind fits: it brings figures, rules and a mend. A box that is not modelled hides the time and the load that it has.',
    tradeOffs: [
      'Nothing is computed for it until it behaves as something: no wait, no failure, no cost.',
      'Its figures are yours alone: no default is behind them, so write down where they come from.',
    ],
    failsFirst:
      'Unknown until you say how it behaves; that is the risk of it. Say it before you trust the end-to-end figure.',
  },
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
