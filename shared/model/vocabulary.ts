/** The layers of a design, in the order in which a request meets them. */
export const layerIds = [
  'client',
  'edge',
  'traffic',
  'service',
  'cache',
  'messaging',
  'data',
  'external',
  'operations',
] as const;
export type LayerId = (typeof layerIds)[number];

/** What a component means to the analysis. */
export const behaviours = [
  'source',
  'station',
  'distributor',
  'inline-cache',
  'aside-cache',
  'store',
  'buffer',
  'observer',
  'pass-through',
] as const;
export type Behaviour = (typeof behaviours)[number];

export const groupKinds = ['region', 'zone', 'vpc', 'cluster', 'trust-boundary', 'frame'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Where the two ends of an edge stand to each other; it decides the round trip. */
export const networks = ['same-host', 'same-zone', 'cross-zone', 'cross-region', 'internet'] as const;
export type Network = (typeof networks)[number];

export const algorithms = ['least-connections', 'round-robin', 'random', 'ip-hash', 'geo'] as const;
export type Algorithm = (typeof algorithms)[number];

export const replications = ['async', 'semi-sync', 'sync', 'quorum'] as const;
export type Replication = (typeof replications)[number];

export const consistencies = ['strong', 'read-your-writes', 'eventual', 'weak'] as const;
export type Consistency = (typeof consistencies)[number];

export const signals = ['metrics', 'logs', 'traces'] as const;
export type Signal = (typeof signals)[number];

export const flowKinds = ['read', 'write'] as const;
export type FlowKind = (typeof flowKinds)[number];

export const edgeModes = ['sync', 'async'] as const;
export type EdgeMode = (typeof edgeModes)[number];

export const deliveries = ['at-most-once', 'at-least-once', 'exactly-once'] as const;
export type Delivery = (typeof deliveries)[number];
