import { annotationsSchema, type markLayerSchema, markSchema } from './annotation-schema';
import { configSchema } from './config';
import {
  amount,
  coordinate,
  count,
  type DeepReadonly,
  id,
  listOf,
  object,
  optionalBytes,
  optionalFactor,
  optionalFlag,
  optionalId,
  optionalMany,
  optionalMs,
  optionalSeconds,
  optionalShare,
  optionalText,
  optionalUsd,
  recordOf,
  text,
  word,
} from './forms';
import { groupPlaceSchema } from './group-place';
import { counts, magnitudes } from './limits';
import { pricePerGbSchema } from './price-per-gb';
import { rateSchema } from './rate-schema';
import {
  audiences,
  backoffs,
  consistencies,
  edgeModes,
  edgeStyles,
  flowKinds,
  groupKinds,
  layerIds,
  networks,
  sides,
} from './vocabulary';
import { writingSchema } from './writing';
import { z } from './zod';

export { designVersion } from './design-version';
export { edgesOf, flowsOf, groupsOf, marksOf, nodesOf } from './parts';

const latencyTargets = {
  meanMs: optionalMs,
  p50Ms: optionalMs,
  p95Ms: optionalMs,
  p99Ms: optionalMs,
  p999Ms: optionalMs,
};

const workloadSchema = object({
  dailyActiveUsers: optionalMany,
  requestsPerUserPerDay: optionalMany,
  peakFactor: z.number().min(1).max(magnitudes.factor).exactOptional(),
  annualGrowth: optionalFactor,
  retentionYears: amount.max(magnitudes.years).exactOptional(),
  /** A surge that is expected: so many times the peak rate, for so long. */
  spikeFactor: z.number().min(1).max(magnitudes.factor).exactOptional(),
  spikeSeconds: optionalSeconds,
  audience: z.enum(audiences).exactOptional(),
  /** Months after which stored data are costed; 12 where absent. */
  costMonths: amount.max(magnitudes.years * 12).exactOptional(),
});

/** Where a price of the design's own is from: the day on which it was read, ISO 8601, and what says so. */
const priceNoteSchema = object({ date: optionalText, source: optionalText }).exactOptional();

/** Prices of the network, by a price book of the catalog and the design's own over it. */
const pricesSchema = object({
  book: word.exactOptional(),
  internetEgressUsdPerGb: pricePerGbSchema.exactOptional(),
  crossZoneUsdPerGb: optionalUsd,
  crossRegionUsdPerGb: optionalUsd,
  sources: object({
    internetEgressUsdPerGb: priceNoteSchema,
    crossZoneUsdPerGb: priceNoteSchema,
    crossRegionUsdPerGb: priceNoteSchema,
  }).exactOptional(),
});

const layerTargetsSchema = object({
  ...latencyTargets,
  maxUtilization: optionalShare,
  availability: optionalShare,
});

const designTargetsSchema = object({
  ...latencyTargets,
  availability: optionalShare,
  headroom: optionalFactor,
  monthlyCostUsd: optionalUsd,
  rpoSeconds: optionalSeconds,
  rtoSeconds: optionalSeconds,
  consistency: z.enum(consistencies).exactOptional(),
  layers: z.partialRecord(z.enum(layerIds), layerTargetsSchema).exactOptional(),
});

const flowTargetsSchema = object({
  ...latencyTargets,
  completionMeanMs: optionalMs,
  completionP99Ms: optionalMs,
  availability: optionalShare,
  headroom: optionalFactor,
});

const nodeTargetsSchema = object({
  ...latencyTargets,
  withCallsMeanMs: optionalMs,
  withCallsP99Ms: optionalMs,
  maxUtilization: optionalShare,
  availability: optionalShare,
});

const flowSchema = object({
  id,
  name: optionalText,
  kind: z.enum(flowKinds),
  entry: id,
  rate: rateSchema,
  requestBytes: optionalBytes,
  responseBytes: optionalBytes,
  storedBytes: optionalBytes,
  /** Doing it twice is as doing it once. */
  idempotent: optionalFlag,
  /** Its answers are the same for many, for a while. */
  cacheable: optionalFlag,
  /** The caller need not wait for the result. */
  deferrable: optionalFlag,
  /** Its requests are to be worked on in the order in which they came. */
  ordered: optionalFlag,
  /** Anyone may send it; that is meant. */
  anonymous: optionalFlag,
  /** Round trip of its clients, over that of the edges that leave them. */
  clientRttMs: optionalMs,
  /** Connections that its clients hold open at peak. */
  connections: optionalMany,
  /** Peak ÷ average, over the workload's. */
  peakFactor: z.number().min(1).max(magnitudes.factor).exactOptional(),
  targets: flowTargetsSchema.exactOptional(),
});

const nodeSchema = object({
  id,
  kind: word.min(1),
  name: optionalText,
  technology: optionalText,
  layer: z.enum(layerIds).exactOptional(),
  group: optionalId,
  config: configSchema.exactOptional(),
  targets: nodeTargetsSchema.exactOptional(),
  note: optionalText,
});

const edgeSchema = object({
  id,
  from: id,
  to: id,
  label: optionalText,
  protocol: optionalText,
  mode: z.enum(edgeModes).exactOptional(),
  flows: z.union([z.enum(['all', ...flowKinds]), listOf(id, counts.flows)]).exactOptional(),
  /** What the call does, where it is not what the visit that makes it does. */
  operation: z.enum(flowKinds).exactOptional(),
  calls: amount.max(magnitudes.calls).exactOptional(),
  onMissOf: optionalId,
  /** The edge after whose failure it is tried; one of the same caller. */
  fallbackOf: optionalId,
  choice: optionalFlag,
  weight: amount.max(magnitudes.weight).exactOptional(),
  step: amount.max(magnitudes.step).exactOptional(),
  network: z.enum(networks).exactOptional(),
  rttMs: optionalMs,
  retries: z.int().min(0).max(magnitudes.retries).exactOptional(),
  backoff: z.enum(backoffs).exactOptional(),
  circuitBreaker: optionalFlag,
  timeoutMs: optionalMs,
  tls: optionalFlag,
  optional: optionalFlag,
  /** What one call carries, over what its flow says. */
  requestBytes: optionalBytes,
  responseBytes: optionalBytes,
  storedBytes: optionalBytes,
});

const groupSchema = object({
  id,
  kind: z.enum(groupKinds),
  name: optionalText,
  parent: optionalId,
  availability: optionalShare,
  /** Whose law applies to what is kept in it, e.g. EU. */
  jurisdiction: optionalText,
});

const suppressionSchema = object({
  rule: word,
  target: word,
  reason: optionalText,
});

const systemSchema = object({
  workload: workloadSchema.exactOptional(),
  targets: designTargetsSchema.exactOptional(),
  prices: pricesSchema.exactOptional(),
  flows: listOf(flowSchema, counts.flows).exactOptional(),
  nodes: listOf(nodeSchema, counts.nodes).exactOptional(),
  edges: listOf(edgeSchema, counts.edges).exactOptional(),
  groups: listOf(groupSchema, counts.groups).exactOptional(),
  practices: recordOf(
    word,
    object({ answer: z.enum(['yes', 'no', 'n/a']).exactOptional(), note: optionalText }),
    counts.entries,
  ).exactOptional(),
  suppressions: listOf(suppressionSchema, counts.entries).exactOptional(),
});

const pointSchema = object({ x: coordinate, y: coordinate });
const sideSchema = z.enum(sides);
const edgeStyleSchema = z.enum(edgeStyles);
/** What a person chose of how one edge is drawn; what is left out is worked out. */
const edgeRouteSchema = object({
  points: listOf(pointSchema, counts.bends).exactOptional(),
  fromSide: sideSchema.exactOptional(),
  toSide: sideSchema.exactOptional(),
  style: edgeStyleSchema.exactOptional(),
});

const layoutSchema = object({
  nodes: recordOf(id, pointSchema, counts.nodes).exactOptional(),
  groups: recordOf(id, groupPlaceSchema, counts.groups).exactOptional(),
  edges: recordOf(id, edgeRouteSchema, counts.edges).exactOptional(),
  /** How edges without a style of their own are drawn; elbow where it is left out. */
  edgeStyle: edgeStyleSchema.exactOptional(),
  marks: listOf(markSchema, counts.marks).exactOptional(),
  annotations: annotationsSchema.exactOptional(),
  /** Parts that are neither moved nor deleted on the canvas. */
  locked: listOf(id, counts.nodes).exactOptional(),
  /** The cards that are drawn before others (above 0) or behind them, by their ids; equal ones as they are in the document. */
  order: recordOf(id, z.int().min(-counts.nodes).max(counts.nodes), counts.nodes).exactOptional(),
});

/** What may happen to the design, named and kept. Only the kind of an event is checked: those of a newer program are kept. */
const scenarioSchema = object({
  name: text.min(1).max(counts.scenarioName),
  events: listOf(object({ kind: word }), counts.scenarioEvents),
});

/** One design, as it is stored, saved and embedded. */
export const designSchema = object({
  format: z.literal('loadline'),
  version: count,
  id,
  name: text,
  createdAt: optionalText,
  updatedAt: optionalText,
  system: systemSchema,
  layout: layoutSchema.exactOptional(),
  writing: writingSchema.exactOptional(),
  scenarios: listOf(scenarioSchema, counts.scenarios).exactOptional(),
});

export type Design = DeepReadonly<z.infer<typeof designSchema>>;
export type System = Design['system'];
export type Workload = NonNullable<System['workload']>;
export type Prices = NonNullable<System['prices']>;
export type PriceField = keyof NonNullable<Prices['sources']>;
export type PriceNote = NonNullable<NonNullable<Prices['sources']>[PriceField]>;
export type KeptScenario = NonNullable<Design['scenarios']>[number];
export type DesignTargets = NonNullable<System['targets']>;
export type LayerTargets = DeepReadonly<z.infer<typeof layerTargetsSchema>>;
export type Flow = NonNullable<System['flows']>[number];
export type FlowTargets = NonNullable<Flow['targets']>;
export type Node = NonNullable<System['nodes']>[number];
export type NodeTargets = NonNullable<Node['targets']>;
export type Edge = NonNullable<System['edges']>[number];
export type Group = NonNullable<System['groups']>[number];
export type Suppression = NonNullable<System['suppressions']>[number];
export type PracticeAnswer = NonNullable<NonNullable<System['practices']>[string]['answer']>;
export type Layout = NonNullable<Design['layout']>;
export type Writing = NonNullable<Design['writing']>;
export type Brief = NonNullable<Writing['brief']>;
export type WrittenApi = NonNullable<Writing['apis']>[number];
export type WrittenEntity = NonNullable<Writing['entities']>[number];
export type WrittenDecision = NonNullable<Writing['decisions']>[number];
/** An entry of any of the lists of the written design. */
export type WrittenEntry = WrittenApi | WrittenEntity | WrittenDecision;
export type Point = DeepReadonly<z.infer<typeof pointSchema>>;
export type { Box, Closing, GroupPlace } from './group-place';
export type Mark = NonNullable<Layout['marks']>[number];
export type ArrowEnd = NonNullable<Mark['from']>;
export type MarkLayer = DeepReadonly<z.infer<typeof markLayerSchema>>;
export type AnnotationSettings = NonNullable<Layout['annotations']>;
export type Side = z.infer<typeof sideSchema>;
export type EdgeStyle = z.infer<typeof edgeStyleSchema>;
export type EdgeRoute = NonNullable<Layout['edges']>[string];
