import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import { changeSchemaOf, isFragment } from '../model/change-schema';
import type { Change, Fragment } from '../model/changes';
import type { Design } from '../model/schema';
import { groupKinds } from '../model/vocabulary';
import { z } from '../model/zod';
import { add } from './add';
import { align, alignments } from './align';
import { arrangeByLayers, placeMissing } from './arrange';
import { changeKind, changeTechnology } from './change-kind';
import { connect } from './connect';
import { type EditResult, edited, refused } from './edit';
import { group, resizeGroup, ungroup } from './group';
import { duplicate, paste } from './insert';
import { move } from './move';
import { remove } from './remove';
import { addNote, resizeNote, writeNote } from './write-note';

/** An edit by its name, as a line of a script asks for it. */
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
    'kind [technology] [name] [at] [near] [connect]',
    {
      kind: z.string(),
      technology: z.string().optional(),
      name: z.string().optional(),
      at: point.optional(),
      near: z.string().optional(),
      connect: z.boolean().optional(),
    },
    add,
  ),
  operation('connect', 'from to', { from: z.string(), to: z.string() }, connect),
  operation('delete', 'ids', { ids }, remove),
  operation('move', 'ids dx dy', { ids, dx: z.number(), dy: z.number() }, move),
  operation('align', `ids to (${alignments.join(', ')})`, { ids, to: z.enum(alignments) }, align),
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
  operation('resize-group', 'id box', { id: z.string(), box }, resizeGroup),
  operation(
    'duplicate',
    'ids [dx] [dy]',
    { ids, dx: z.number().optional(), dy: z.number().optional() },
    duplicate,
  ),
  operation(
    'paste',
    'fragment [at]',
    { fragment: z.custom<Fragment>(isFragment, 'is no fragment'), at: point.optional() },
    paste,
  ),
  operation('change-kind', 'id kind', { id: z.string(), kind: z.string() }, changeKind),
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
  operation('place-missing', '', {}, placeMissing),
  operation('arrange', '', {}, arrangeByLayers),
];

const operationOf: ReadonlyMap<string, Operation> = new Map(operations.map((one) => [one.id, one]));

const named = z.looseObject({ op: z.string() });

/** Every word that an operation can have, those of changes included. */
export const operationNames: readonly string[] = [...operationOf.keys(), ...changeSchemaOf.keys()];

/** The edit that a value asks for: `{ "op": name, …arguments }`, the name that of an operation or of a change. */
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
    return refused('{op} changes nothing: what it names is not there, or is so already.', { op });
  return edited(label, [change]);
}
