import { type Change, markOrders } from './changes';
import { edgeStyles, sides, writtenLists } from './vocabulary';
import { z } from './zod';

const patch = z.record(z.string(), z.unknown());
const part = z.looseObject({ id: z.string() });
const point = z.object({ x: z.number(), y: z.number() });
const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const places = z.record(z.string(), point);
const boxes = z.record(z.string(), box);
const id = z.string();
/** What is chosen of how an edge is drawn. */
const route = z.looseObject({ points: z.array(point).exactOptional() });

const fragment = z.object({
  nodes: z.array(part.extend({ kind: z.string() })),
  edges: z.array(part.extend({ from: id, to: id })),
  groups: z.array(part.extend({ kind: z.string() })),
  flows: z.array(part.extend({ entry: id })),
  marks: z.array(part.extend({ kind: z.string() })),
  places,
  boxes,
  routes: z.record(z.string(), route).exactOptional(),
});

/** Whether a value from outside has the form of a fragment. What else its parts say is checked once they are in a design. */
export const isFragment = (value: unknown): boolean => fragment.safeParse(value).success;

/** The form of each operation of `Change`: enough for it to be applied. Its values are checked on the design after it. */
const changeSchemas = {
  'rename-design': z.strictObject({ op: z.literal('rename-design'), name: z.string() }),
  'patch-workload': z.strictObject({ op: z.literal('patch-workload'), patch }),
  'patch-targets': z.strictObject({ op: z.literal('patch-targets'), patch }),
  'patch-prices': z.strictObject({ op: z.literal('patch-prices'), patch }),
  'add-node': z.strictObject({
    op: z.literal('add-node'),
    node: part.extend({ kind: z.string() }),
    at: point.exactOptional(),
  }),
  'patch-node': z.strictObject({ op: z.literal('patch-node'), id, patch }),
  'patch-config': z.strictObject({ op: z.literal('patch-config'), id, patch }),
  'patch-node-targets': z.strictObject({ op: z.literal('patch-node-targets'), id, patch }),
  'add-edge': z.strictObject({ op: z.literal('add-edge'), edge: part.extend({ from: id, to: id }) }),
  'patch-edge': z.strictObject({ op: z.literal('patch-edge'), id, patch }),
  'add-flow': z.strictObject({
    op: z.literal('add-flow'),
    flow: part.extend({ entry: id, kind: z.string(), rate: z.looseObject({}) }),
  }),
  'patch-flow': z.strictObject({ op: z.literal('patch-flow'), id, patch }),
  'patch-flow-targets': z.strictObject({ op: z.literal('patch-flow-targets'), id, patch }),
  'add-group': z.strictObject({ op: z.literal('add-group'), group: part.extend({ kind: z.string() }), box }),
  'patch-group': z.strictObject({ op: z.literal('patch-group'), id, patch }),
  collapse: z.strictObject({
    op: z.literal('collapse'),
    id,
    closing: z.looseObject({ x: z.number(), y: z.number() }).nullable(),
  }),
  'add-mark': z.strictObject({ op: z.literal('add-mark'), mark: part.extend({ kind: z.string() }) }),
  'patch-mark': z.strictObject({ op: z.literal('patch-mark'), id, patch }),
  'order-nodes': z.strictObject({
    op: z.literal('order-nodes'),
    order: z.record(z.string(), z.int().nullable()),
  }),
  lock: z.strictObject({ op: z.literal('lock'), ids: z.array(id), locked: z.boolean() }),
  'order-marks': z.strictObject({
    op: z.literal('order-marks'),
    ids: z.array(id),
    to: z.enum(markOrders),
  }),
  'patch-annotations': z.strictObject({ op: z.literal('patch-annotations'), patch }),
  answer: z.strictObject({
    op: z.literal('answer'),
    practice: z.string(),
    answer: z.enum(['yes', 'no', 'n/a']).nullable(),
  }),
  suppress: z.strictObject({
    op: z.literal('suppress'),
    suppression: z.looseObject({ rule: z.string(), target: z.string() }),
  }),
  unsuppress: z.strictObject({ op: z.literal('unsuppress'), rule: z.string(), target: z.string() }),
  'patch-brief': z.strictObject({ op: z.literal('patch-brief'), patch }),
  'write-section': z.strictObject({
    op: z.literal('write-section'),
    section: z.string(),
    text: z.string().nullable(),
  }),
  'put-written': z.strictObject({ op: z.literal('put-written'), list: z.enum(writtenLists), entry: part }),
  'remove-written': z.strictObject({ op: z.literal('remove-written'), list: z.enum(writtenLists), id }),
  'put-scenario': z.strictObject({
    op: z.literal('put-scenario'),
    scenario: z.looseObject({ name: z.string(), events: z.array(z.looseObject({ kind: z.string() })) }),
  }),
  'remove-scenario': z.strictObject({ op: z.literal('remove-scenario'), name: z.string() }),
  place: z.strictObject({
    op: z.literal('place'),
    places: places.exactOptional(),
    boxes: boxes.exactOptional(),
  }),
  route: z.strictObject({ op: z.literal('route'), id, points: z.array(point).nullable() }),
  'patch-route': z.strictObject({
    op: z.literal('patch-route'),
    id,
    patch: z.strictObject({
      points: z.array(point).nullable().exactOptional(),
      fromSide: z.enum(sides).nullable().exactOptional(),
      toSide: z.enum(sides).nullable().exactOptional(),
      style: z.enum(edgeStyles).nullable().exactOptional(),
    }),
  }),
  'edge-style': z.strictObject({ op: z.literal('edge-style'), style: z.enum(edgeStyles).nullable() }),
  remove: z.strictObject({ op: z.literal('remove'), ids: z.array(id) }),
  insert: z.strictObject({ op: z.literal('insert'), fragment }),
} as const satisfies Readonly<Record<Change['op'], z.ZodType>>;

/** The schema of each operation, by its name. */
export const changeSchemaOf: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(changeSchemas));
