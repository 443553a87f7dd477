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
  optionalRps,
  optionalSeconds,
  optionalShare,
  optionalText,
  optionalUsd,
  recordOf,
  size,
  text,
  word,
} from './forms';
import { counts, magnitudes } from './limits';
import {
  audiences,
  backoffs,
  consistencies,
  edgeModes,
  flowKinds,
  groupKinds,
  layerIds,
  networks,
} from './vocabulary';
import { writingSchema } from './writing';
import { z } from './zod';

/** The version that this program writes; older ones are migrated, newer ones refused. */
export const designVersion = 1;

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
  rate: object({ rps: optionalRps, share: optionalShare }),
  requestBytes: optionalBytes,
  responseBytes: optionalBytes,
  storedBytes: optionalBytes,
  /** Doing it twice is as doing it once. */
  idempotent: optionalFlag,
  /** Its answers are the same for many, for a while. */
  cacheable: optionalFlag,
  /** Who asks need not wait for the result. */
  deferrable: optionalFlag,
  /** Its requests are to be worked on in the order in which they came. */
  ordered: optionalFlag,
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
  calls: amount.max(magnitudes.calls).exactOptional(),
  onMissOf: optionalId,
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
const sideSchema = z.enum(['left', 'right', 'top', 'bottom']);
const markSchema = object({
  id,
  kind: word,
  x: coordinate.exactOptional(),
  y: coordinate.exactOptional(),
  width: size.exactOptional(),
  height: size.exactOptional(),
  text: optionalText,
});

const layoutSchema = object({
  nodes: recordOf(id, pointSchema, counts.nodes).exactOptional(),
  groups: recordOf(
    id,
    object({ x: coordinate, y: coordinate, width: size, height: size }),
    counts.groups,
  ).exactOptional(),
  edges: recordOf(
    id,
    object({
      points: listOf(pointSchema, counts.bends).exactOptional(),
      fromSide: sideSchema.exactOptional(),
      toSide: sideSchema.exactOptional(),
    }),
    counts.edges,
  ).exactOptional(),
  marks: listOf(markSchema, counts.marks).exactOptional(),
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
});

export type Design = DeepReadonly<z.infer<typeof designSchema>>;
export type System = Design['system'];
export type Workload = NonNullable<System['workload']>;
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
export type Point = DeepReadonly<z.infer<typeof pointSchema>>;
export type Box = NonNullable<Layout['groups']>[string];
export type Mark = NonNullable<Layout['marks']>[number];
export type Side = z.infer<typeof sideSchema>;

const none: readonly never[] = [];

/** The lists of a system are optional in the document; these read them, with one shared empty list. */
export const nodesOf = (design: { readonly system: System }): readonly Node[] => design.system.nodes ?? none;
export const edgesOf = (design: { readonly system: System }): readonly Edge[] => design.system.edges ?? none;
export const flowsOf = (design: { readonly system: System }): readonly Flow[] => design.system.flows ?? none;
export const groupsOf = (design: { readonly system: System }): readonly Group[] =>
  design.system.groups ?? none;
export const marksOf = (design: Design): readonly Mark[] => design.layout?.marks ?? none;
