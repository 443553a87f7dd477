import { z } from 'zod';
import { configSchema } from './config';
import { amount, count, type DeepReadonly, id, object, share } from './fields';
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

/** The version that this program writes; older ones are migrated, newer ones refused. */
export const designVersion = 1;

const latencyTargets = {
  meanMs: amount.exactOptional(),
  p50Ms: amount.exactOptional(),
  p95Ms: amount.exactOptional(),
  p99Ms: amount.exactOptional(),
  p999Ms: amount.exactOptional(),
};

const workloadSchema = object({
  dailyActiveUsers: amount.exactOptional(),
  requestsPerUserPerDay: amount.exactOptional(),
  peakFactor: z.number().min(1).exactOptional(),
  annualGrowth: amount.exactOptional(),
  retentionYears: amount.exactOptional(),
  /** A surge that is expected: so many times the peak rate, for so long. */
  spikeFactor: z.number().min(1).exactOptional(),
  spikeSeconds: amount.exactOptional(),
  audience: z.enum(audiences).exactOptional(),
});

const layerTargetsSchema = object({
  ...latencyTargets,
  maxUtilization: share.exactOptional(),
  availability: share.exactOptional(),
});

const designTargetsSchema = object({
  ...latencyTargets,
  availability: share.exactOptional(),
  headroom: amount.exactOptional(),
  monthlyCostUsd: amount.exactOptional(),
  rpoSeconds: amount.exactOptional(),
  rtoSeconds: amount.exactOptional(),
  consistency: z.enum(consistencies).exactOptional(),
  layers: z.partialRecord(z.enum(layerIds), layerTargetsSchema).exactOptional(),
});

const flowTargetsSchema = object({
  ...latencyTargets,
  availability: share.exactOptional(),
  headroom: amount.exactOptional(),
});

const nodeTargetsSchema = object({
  ...latencyTargets,
  withCallsMeanMs: amount.exactOptional(),
  withCallsP99Ms: amount.exactOptional(),
  maxUtilization: share.exactOptional(),
  availability: share.exactOptional(),
});

const flowSchema = object({
  id,
  name: z.string().exactOptional(),
  kind: z.enum(flowKinds),
  entry: id,
  rate: object({ rps: amount.exactOptional(), share: share.exactOptional() }),
  requestBytes: amount.exactOptional(),
  responseBytes: amount.exactOptional(),
  storedBytes: amount.exactOptional(),
  /** Doing it twice is as doing it once. */
  idempotent: z.boolean().exactOptional(),
  /** Its answers are the same for many, for a while. */
  cacheable: z.boolean().exactOptional(),
  /** Who asks need not wait for the result. */
  deferrable: z.boolean().exactOptional(),
  /** Its requests are to be worked on in the order in which they came. */
  ordered: z.boolean().exactOptional(),
  targets: flowTargetsSchema.exactOptional(),
});

const nodeSchema = object({
  id,
  kind: z.string().min(1),
  name: z.string().exactOptional(),
  technology: z.string().exactOptional(),
  layer: z.enum(layerIds).exactOptional(),
  group: id.exactOptional(),
  config: configSchema.exactOptional(),
  targets: nodeTargetsSchema.exactOptional(),
  note: z.string().exactOptional(),
});

const edgeSchema = object({
  id,
  from: id,
  to: id,
  label: z.string().exactOptional(),
  protocol: z.string().exactOptional(),
  mode: z.enum(edgeModes).exactOptional(),
  flows: z.union([z.enum(['all', ...flowKinds]), z.array(id)]).exactOptional(),
  calls: amount.exactOptional(),
  onMissOf: id.exactOptional(),
  choice: z.boolean().exactOptional(),
  weight: amount.exactOptional(),
  step: amount.exactOptional(),
  network: z.enum(networks).exactOptional(),
  rttMs: amount.exactOptional(),
  retries: z.int().min(0).exactOptional(),
  backoff: z.enum(backoffs).exactOptional(),
  circuitBreaker: z.boolean().exactOptional(),
  timeoutMs: amount.exactOptional(),
  tls: z.boolean().exactOptional(),
  optional: z.boolean().exactOptional(),
});

const groupSchema = object({
  id,
  kind: z.enum(groupKinds),
  name: z.string().exactOptional(),
  parent: id.exactOptional(),
  availability: share.exactOptional(),
  /** Whose law applies to what is kept in it, e.g. EU. */
  jurisdiction: z.string().exactOptional(),
});

const suppressionSchema = object({
  rule: z.string(),
  target: z.string(),
  reason: z.string().exactOptional(),
});

const systemSchema = object({
  workload: workloadSchema.exactOptional(),
  targets: designTargetsSchema.exactOptional(),
  flows: z.array(flowSchema).exactOptional(),
  nodes: z.array(nodeSchema).exactOptional(),
  edges: z.array(edgeSchema).exactOptional(),
  groups: z.array(groupSchema).exactOptional(),
  practices: z
    .record(
      z.string(),
      object({ answer: z.enum(['yes', 'no', 'n/a']).exactOptional(), note: z.string().exactOptional() }),
    )
    .exactOptional(),
  suppressions: z.array(suppressionSchema).exactOptional(),
});

/** Canvas pixels, absolute; they may be negative. */
const coordinate = z.number();
const pointSchema = object({ x: coordinate, y: coordinate });
const sideSchema = z.enum(['left', 'right', 'top', 'bottom']);
const markSchema = object({
  id,
  kind: z.string(),
  x: coordinate.exactOptional(),
  y: coordinate.exactOptional(),
  width: amount.exactOptional(),
  height: amount.exactOptional(),
  text: z.string().exactOptional(),
});

const layoutSchema = object({
  nodes: z.record(id, pointSchema).exactOptional(),
  groups: z
    .record(id, object({ x: coordinate, y: coordinate, width: amount, height: amount }))
    .exactOptional(),
  edges: z
    .record(
      id,
      object({
        points: z.array(pointSchema).exactOptional(),
        fromSide: sideSchema.exactOptional(),
        toSide: sideSchema.exactOptional(),
      }),
    )
    .exactOptional(),
  marks: z.array(markSchema).exactOptional(),
});

const texts = z.array(z.string()).exactOptional();
const text = z.string().exactOptional();
const writingSchema = object({
  brief: object({
    problem: text,
    useCases: texts,
    outOfScope: texts,
    users: text,
    usagePatterns: text,
    functional: texts,
    constraints: texts,
    timeline: text,
  }).exactOptional(),
  sections: z.record(z.string(), z.string()).exactOptional(),
  apis: z
    .array(
      object({
        id,
        method: text,
        path: text,
        request: text,
        response: text,
        auth: text,
        rateLimit: text,
        idempotent: z.boolean().exactOptional(),
        flow: text,
      }),
    )
    .exactOptional(),
  entities: z
    .array(
      object({
        id,
        name: text,
        store: text,
        fields: z
          .array(object({ name: text, type: text, key: z.union([z.string(), z.boolean()]).exactOptional() }))
          .exactOptional(),
        indexes: texts,
        partitionKey: text,
      }),
    )
    .exactOptional(),
  decisions: z
    .array(
      object({
        id,
        title: text,
        context: text,
        choice: text,
        alternatives: z.union([z.string(), z.array(z.string())]).exactOptional(),
        consequences: text,
        date: text,
        targets: texts,
      }),
    )
    .exactOptional(),
});

/** One design, as it is stored, saved and embedded. */
export const designSchema = object({
  format: z.literal('loadline'),
  version: count,
  id,
  name: z.string(),
  createdAt: z.string().exactOptional(),
  updatedAt: z.string().exactOptional(),
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
