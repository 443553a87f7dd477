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

/** What is kept or carried that asks for care of its own. */
export const dataClasses = [
  'personal',
  'payment-card',
  'health',
  'credentials',
  'money',
  'inventory',
] as const;
export type DataClass = (typeof dataClasses)[number];

/** Where a server keeps what it remembers of a person between two requests. */
export const sessionPlaces = ['none', 'in-memory', 'external'] as const;

/** How values of a shard key are spread: over many, over few, or ever growing. */
export const keySpreads = ['many', 'few', 'monotonic'] as const;

/** What becomes of two writes of one record at two leaders. */
export const conflictRules = ['none', 'last-write-wins', 'merge', 'home-region'] as const;

/** What a write does to a cache: nothing, or what it kept of the record is dropped. */
export const invalidations = ['none', 'on-write'] as const;

/** Whether a write goes past the cache, through it to the store, or is answered before the store has it. */
export const writePolicies = ['around', 'through', 'behind'] as const;

/** How a caller shows who it is. */
export const authentications = ['none', 'api-key', 'token', 'mutual-tls'] as const;

/** Where a server may call: anywhere, or only what a list allows. */
export const egresses = ['open', 'allow-list'] as const;

/** How long a caller waits before it tries again. */
export const backoffs = ['none', 'exponential', 'jittered'] as const;
export type Backoff = (typeof backoffs)[number];

/** Where the people are: around one region, or all over the world. */
export const audiences = ['one-region', 'global'] as const;
