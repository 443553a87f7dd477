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

/** After which copies a buffer acknowledges a message. */
export const acknowledgements = ['all', 'leader'] as const;

/** What a synchronous store does while a copy is down: go on with the others, or refuse writes. */
export const replicaLossPolicies = ['continue', 'refuse'] as const;

/** What a distributor's health check covers: the component it calls, or all that the component needs too. */
export const healthCheckDepths = ['self', 'dependencies'] as const;
export type HealthCheckDepth = (typeof healthCheckDepths)[number];

/** Data, stored or sent, that needs special protection. */
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

/** Colours of annotations, by name: each theme has its own shades of them. */
export const markColors = ['gray', 'red', 'orange', 'yellow', 'green', 'blue', 'purple', 'pink'] as const;
export type MarkColor = (typeof markColors)[number];

/** Sizes of letters of an annotation. */
export const textSizes = ['s', 'm', 'l', 'xl'] as const;
export type TextSize = (typeof textSizes)[number];

export const shapes = ['box', 'rounded', 'ellipse', 'diamond', 'cylinder', 'cloud', 'person'] as const;
export type ShapeName = (typeof shapes)[number];

/** How the line of a free arrow runs. */
export const arrowRoutes = ['straight', 'elbow', 'curved'] as const;
export type ArrowRoute = (typeof arrowRoutes)[number];

export const arrowHeads = ['none', 'arrow', 'triangle', 'dot'] as const;
export type ArrowHead = (typeof arrowHeads)[number];

/** How annotations are drawn. */
export const drawnLooks = ['plain', 'hand-drawn'] as const;
export type DrawnLook = (typeof drawnLooks)[number];
/** The sides of a card, at which an edge touches it. */
export const sides = ['left', 'right', 'top', 'bottom'] as const;

/** How the line of an edge runs: directly, along the axes with rounded corners, or in one sweep. */
export const edgeStyles = ['elbow', 'straight', 'curved'] as const;

/** The lists of the written design. */
export const writtenLists = ['apis', 'entities', 'decisions'] as const;
export type WrittenList = (typeof writtenLists)[number];
