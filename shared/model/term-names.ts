import type { Consistency, FlowKind, LayerId, Network } from './vocabulary';

// What the ids of the vocabulary are called in a sentence, by which other languages find their own terms.

export const layerNames: Readonly<Record<LayerId, string>> = {
  client: 'client',
  edge: 'edge',
  traffic: 'traffic',
  service: 'service',
  cache: 'cache',
  messaging: 'messaging',
  data: 'data',
  external: 'external',
  operations: 'operations',
};

export const networkNames: Readonly<Record<Network, string>> = {
  'same-host': 'same-host',
  'same-zone': 'same-zone',
  'cross-zone': 'cross-zone',
  'cross-region': 'cross-region',
  internet: 'internet',
};

export const consistencyNames: Readonly<Record<Consistency, string>> = {
  strong: 'strong',
  'read-your-writes': 'read-your-writes',
  eventual: 'eventual',
  weak: 'weak',
};

export const flowKindNames: Readonly<Record<FlowKind, string>> = { read: 'read', write: 'write' };
