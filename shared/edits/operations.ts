import { readDesign } from '../catalog/read';
import { annotations } from '../layout/annotations/index';
import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import { changeSchemaOf, isFragment } from '../model/change-schema';
import { type Change, type Fragment, markOrders } from '../model/changes';
import type { Design } from '../model/schema';
import { drawnLooks, edgeModes, edgeStyles, groupKinds, sides, writtenLists } from '../model/vocabulary';
import { z } from '../model/zod';
import { add } from './add';
import { align, alignments } from './align';
import { addLayer, annotate, removeLayer, renameLayer, restyle, setLook, showAnnotations } from './annotate';
import { arrangeByLayers, placeMissing } from './arrange';
import { changeKind, changeTechnology } from './change-kind';
import { collapse, expand } from './collapse';
import { connect } from './connect';
import { convert } from './convert';
import { distribute, distributions } from './distribute';
import { labelEdge, reconnect, resetRoute, reverse, setEdgeStyle, setMode } from './edges';
import { type EditResult, edited, refused } from './edit';
import { setFallback } from './fallbacks';
import { fitGroup } from './fit-group';
import { group, resizeGroup, ungroup } from './group';
import { arrangeInLanes } from './in-lanes';
import { duplicate, insertDesign, paste } from './insert';
import { insertOnEdge } from './insert-on-edge';
import { lock } from './lock';
import { move } from './move';
import { moveInto } from './move-into';
import { order } from './order';
import { patchMany } from './patch-many';
import { presentOrder } from './present';
import { remove } from './remove';
import { standIn } from './stand-in';
import { tidy } from './tidy';
import { addNote, resizeNote, writeNote } from './write-note';
import { addWritten } from './written';

/** An edit by its name, as a line of a script names it. */
export interface Operation {
  readonly id: string;
  /** Its arguments, as one reads them in a script. */
  readonly summary: string;
  readonly run: (design: Design, value: unknown) => EditResult;
}

const point = z.object({ x: z.number(), y: z.number() });
const box = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
const side = z.enum(['left', 'right', 'top', 'bottom']);
const ids = z.array(z.string()).min(1);

function operation<Shape extends z.ZodRawShape>(
  id: string,
  summary: string,
  shape: Shape,
  run: (design: Design, args: z.infer<z.ZodObject<Shape>>) => EditResult,
): Operation {
  const schema = z.strictObject({ op: z.literal(id), ...shape });
  return {
    id,
    summary,
    run: (design, value) => {
      const parsed = schema.safeParse(value);
      if (!parsed.success) return refused('{op}: {fault}', { op: id, fault: faultOf(parsed.error) });
      return run(design, parsed.data as z.infer<z.ZodObject<Shape>>);
    },
  };
}

/** The first fault of an argument, with its name. */
function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'is not an operation';
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** Every edit that has a name of its own. What else a script can do is a `Change`, by its own name. */
export const operations: readonly Operation[] = [
  operation(
    'add',
    'kind [technology] [name] [at] [near] [connect] [from] [fromSide] [toSide]',
    {
      kind: z.string(),
      technology: z.string().optional(),
      name: z.string().optional(),
      at: point.optional(),
      near: z.string().optional(),
      connect: z.boolean().optional(),
      from: z.string().optional(),
      fromSide: side.optional(),
      toSide: side.optional(),
    },
    add,
  ),
  operation(
    'connect',
    'from to [fromSide] [toSide]',
    { from: z.string(), to: z.string(), fromSide: side.optional(), toSide: side.optional() },
    connect,
  ),
  operation(
    'insert-on-edge',
    'edge kind or node [technology] [name] [at]',
    {
      edge: z.string(),
      kind: z.string().optional(),
      node: z.string().optional(),
      technology: z.string().optional(),
      name: z.string().optional(),
      at: point.optional(),
    },
    insertOnEdge,
  ),
  operation('delete', 'ids', { ids }, remove),
  operation(
    'reconnect',
    `id [from] [to] [fromSide] [toSide] (sides: ${sides.join(', ')})`,
    {
      id: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      fromSide: z.enum(sides).nullable().optional(),
      toSide: z.enum(sides).nullable().optional(),
    },
    reconnect,
  ),
  operation('reverse', 'ids', { ids }, reverse),
  operation('label-edge', 'id text', { id: z.string(), text: z.string() }, labelEdge),
  operation('set-mode', `ids mode (${edgeModes.join(', ')})`, { ids, mode: z.enum(edgeModes) }, setMode),
  operation(
    'set-fallback',
    'id of (a call of the same caller, or null)',
    { id: z.string(), of: z.string().nullable() },
    setFallback,
  ),
  operation(
    'set-edge-style',
    `ids style (${edgeStyles.join(', ')}, or null)`,
    { ids, style: z.enum(edgeStyles).nullable() },
    setEdgeStyle,
  ),
  operation('reset-route', 'ids', { ids }, resetRoute),
  operation('move', 'ids dx dy', { ids, dx: z.number(), dy: z.number() }, move),
  operation('align', `ids to (${alignments.join(', ')})`, { ids, to: z.enum(alignments) }, align),
  operation(
    'distribute',
    `ids along (${distributions.join(', ')})`,
    { ids, along: z.enum(distributions) },
    distribute,
  ),
  operation(
    'group',
    'ids or box [kind] [name]',
    {
      ids: ids.optional(),
      box: box.optional(),
      kind: z.enum(groupKinds).optional(),
      name: z.string().optional(),
    },
    group,
  ),
  operation('ungroup', 'ids', { ids }, ungroup),
  operation('fit-group', 'ids', { ids }, fitGroup),
  operation('collapse-group', 'ids', { ids }, collapse),
  operation('expand-group', 'ids', { ids }, expand),
  operation(
    'move-into',
    'ids group (null: out of the group that they stand in)',
    { ids, group: z.string().nullable() },
    moveInto,
  ),
  operation('resize-group', 'id box', { id: z.string(), box }, resizeGroup),
  operation(
    'duplicate',
    'ids [dx] [dy]',
    { ids, dx: z.number().optional(), dy: z.number().optional() },
    duplicate,
  ),
  operation('stand-in', 'ids', { ids }, standIn),
  operation(
    'paste',
    'fragment [at]',
    { fragment: z.custom<Fragment>(isFragment, 'is no fragment'), at: point.optional() },
    paste,
  ),
  operation(
    'insert-design',
    'design [at]',
    { design: z.unknown(), at: point.optional() },
    (design, { design: value, at }) => {
      const read = readDesign(value);
      return read.ok
        ? insertDesign(design, { other: read.value, at })
        : refused('What is to be inserted is no design.');
    },
  ),
  operation(
    'patch-many',
    'ids field (of the configuration) value (or null)',
    { ids, field: z.string(), value: z.unknown() },
    patchMany,
  ),
  operation('change-kind', 'id kind', { id: z.string(), kind: z.string() }, changeKind),
  operation(
    'convert',
    'parts (id kind [technology]) [arrows]',
    {
      parts: z
        .array(z.strictObject({ id: z.string(), kind: z.string(), technology: z.string().optional() }))
        .min(1),
      arrows: ids.optional(),
    },
    convert,
  ),
  operation(
    'change-technology',
    'id technology',
    { id: z.string(), technology: z.string().nullable() },
    changeTechnology,
  ),
  operation(
    'add-note',
    'kind (note, text) at [text]',
    { kind: z.enum(['note', 'text']), at: point, text: z.string().optional() },
    addNote,
  ),
  operation('write-note', 'id text', { id: z.string(), text: z.string() }, writeNote),
  operation('resize-note', 'id box', { id: z.string(), box }, resizeNote),
  operation(
    'annotate',
    'mark (kind, x, y, width, height, text, …)',
    { mark: z.looseObject({ kind: z.enum(annotations.map((one) => one.id)) }) },
    annotate,
  ),
  operation('restyle', 'ids patch', { ids, patch: z.record(z.string(), z.unknown()) }, restyle),
  operation(
    'present-order',
    'id by (-1 earlier, 1 later)',
    { id: z.string(), by: z.union([z.literal(-1), z.literal(1)]) },
    presentOrder,
  ),
  operation('set-look', `look (${drawnLooks.join(', ')})`, { look: z.enum(drawnLooks) }, setLook),
  operation('order', `ids to (${markOrders.join(', ')})`, { ids, to: z.enum(markOrders) }, order),
  operation(
    'show-annotations',
    '[layer] [hidden] [locked]',
    { layer: z.string().optional(), hidden: z.boolean().optional(), locked: z.boolean().optional() },
    showAnnotations,
  ),
  operation('add-layer', 'name [ids]', { name: z.string(), ids: ids.optional() }, addLayer),
  operation('rename-layer', 'layer name', { layer: z.string(), name: z.string() }, renameLayer),
  operation('delete-layer', 'layer', { layer: z.string() }, removeLayer),
  operation('lock', 'ids [locked]', { ids, locked: z.boolean().optional() }, lock),
  operation('tidy', 'ids', { ids }, tidy),
  operation('add-written', `list (${writtenLists.join(', ')})`, { list: z.enum(writtenLists) }, addWritten),
  operation('place-missing', '', {}, placeMissing),
  operation('arrange', '', {}, arrangeByLayers),
  operation('arrange-in-lanes', '', {}, arrangeInLanes),
];

const operationOf: ReadonlyMap<string, Operation> = new Map(operations.map((one) => [one.id, one]));

const named = z.looseObject({ op: z.string() });

/** Every word that an operation can have, those of changes included. */
export const operationNames: readonly string[] = [...operationOf.keys(), ...changeSchemaOf.keys()];

/** The edit that a value describes: `{ "op": name, …arguments }`, the name that of an operation or of a change. */
export function editOf(design: Design, value: unknown): EditResult {
  const head = named.safeParse(value);
  if (!head.success) return refused('An operation is an object with the name of it in "op".');
  const { op } = head.data;
  const known = operationOf.get(op);
  if (known !== undefined) return known.run(design, value);
  const schema = changeSchemaOf.get(op);
  if (schema === undefined) return refused('There is no operation "{op}".', { op });
  const parsed = schema.safeParse(value);
  if (!parsed.success) return refused('{op}: {fault}', { op, fault: faultOf(parsed.error) });
  const change = parsed.data as Change;
  const label: Message = message('{op}', { op });
  if (applyChanges(design, [change]) === design)
    return refused('{op} changes nothing: what it names does not exist, or already has this value.', { op });
  return edited(label, [change]);
}
