import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { card, middleOf, snapped } from '../layout/geometry';
import { message, words } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { freeId } from '../model/ids';
import { withEnds } from '../model/marks';
import {
  type Box,
  type Design,
  flowsOf,
  type Mark,
  marksOf,
  type Node,
  nodesOf,
  type Point,
} from '../model/schema';
import { changeKind } from './change-kind';
import { connectChanges } from './connection';
import { type EditResult, edited, type Note, refused } from './edit';
import { firstFlow } from './flow-offers';
import { groupAt } from './membership';
import { nameIn } from './named-shape';
import { boxReader, partBoxes } from './part-boxes';
import { spreadMiddles } from './spread-middles';

export interface ConvertedPart {
  /** A component, or a shape. */
  readonly id: string;
  readonly kind: string;
  readonly technology?: string | undefined;
}

export interface ConvertArguments {
  readonly parts: readonly ConvertedPart[];
  /** Free arrows that become edges beside those that end at these parts. */
  readonly arrows?: readonly string[] | undefined;
}

/** The changes so far, and the design with them. */
interface Steps {
  design: Design;
  readonly changes: Change[];
  readonly notes: Note[];
}

function take(steps: Steps, changes: readonly Change[]): void {
  steps.changes.push(...changes);
  steps.design = applyChanges(steps.design, changes);
}

/**
 * Turns plain boxes and drawn shapes into components of these kinds: each shape's text is its name, and free arrows between
 * what are components then become edges. Cards that would cover each other move apart. Notes and other drawings stay.
 */
export function convert(design: Design, { parts, arrows = [] }: ConvertArguments): EditResult {
  const marks = new Map(marksOf(design).map((mark) => [mark.id, mark]));
  const nodes = new Set(nodesOf(design).map(({ id }) => id));
  for (const { id, kind } of parts) {
    if (!nodes.has(id) && marks.get(id)?.kind !== 'shape')
      return refused('{id} is neither a component nor a shape.', { id });
    if (kindOf(kind) === undefined) return refused('There is no kind of component {kind}.', { kind });
  }
  const steps: Steps = { design, changes: [], notes: [] };
  /** The components that are where shapes were drawn, by the shape. */
  const made = new Map<string, string>();
  const middles = middlesOf(design, parts, marks);
  for (const part of parts) {
    const mark = marks.get(part.id);
    const kind = kindOf(part.kind);
    const middle = middles.get(part.id);
    if (kind === undefined) continue;
    if (mark === undefined) changePart(steps, part, kind);
    else if (middle !== undefined) made.set(mark.id, addPart(steps, mark, { part, kind, middle }));
  }
  const connected = connectArrows(steps, made, new Set([...parts.map(({ id }) => id), ...arrows]));
  take(steps, reattached(steps.design, made, connected));
  const gone = [...made.keys(), ...connected];
  if (gone.length > 0) take(steps, [{ op: 'remove', ids: gone }]);
  const select = parts.map(({ id }) => made.get(id) ?? id);
  return edited(labelOf(design, parts, marks), steps.changes, { notes: steps.notes, select });
}

function labelOf(design: Design, parts: readonly ConvertedPart[], marks: ReadonlyMap<string, Mark>) {
  const [only, ...others] = parts;
  const kind = only === undefined ? undefined : kindOf(only.kind);
  if (only === undefined || kind === undefined || others.length > 0)
    return message('Turn {count, plural, one {# part} other {# parts}} into components', {
      count: { count: parts.length },
    });
  const name = nodesOf(design).find(({ id }) => id === only.id)?.name ?? nameIn(marks.get(only.id)?.text);
  return message('Turn {name} into {kind}', { name: name === '' ? only.id : name, kind: words(kind.title) });
}

/** Where the middles of the new cards go: at those of the shapes, apart where they would cover each other. */
function middlesOf(
  design: Design,
  parts: readonly ConvertedPart[],
  marks: ReadonlyMap<string, Mark>,
): ReadonlyMap<string, Point> {
  const boxes = partBoxes(design);
  const shapes = parts.flatMap(({ id }): (readonly [string, Box])[] => {
    const box = marks.has(id) ? boxes.get(id) : undefined;
    return box === undefined ? [] : [[id, box]];
  });
  const spread = spreadMiddles(shapes.map(([, box]) => middleOf(box)));
  return new Map(shapes.flatMap(([id], at) => (spread[at] === undefined ? [] : [[id, spread[at]] as const])));
}

/** A plain box becomes another kind; what starts requests gets its first flow. */
function changePart(steps: Steps, { id, technology }: ConvertedPart, kind: Kind): void {
  const result = changeKind(steps.design, { id, kind: kind.id });
  if (!result.ok) return;
  take(steps, result.edit.changes);
  if (technology !== undefined) take(steps, [{ op: 'patch-node', id, patch: { technology } }]);
  withFlow(steps, id, kind);
}

function withFlow(steps: Steps, id: string, kind: Kind): void {
  if (kind.behaviour !== 'source' || flowsOf(steps.design).some(({ entry }) => entry === id)) return;
  take(steps, [firstFlow(id, kind.id)]);
}

interface NewPart {
  readonly part: ConvertedPart;
  readonly kind: Kind;
  readonly middle: Point;
}

/** A component in place of a shape; its id. */
function addPart(steps: Steps, mark: Mark, { part, kind, middle }: NewPart): string {
  const name = nameIn(mark.text);
  const group = groupAt(steps.design, boxReader(steps.design), middle, new Set());
  const node: Node = {
    id: freeId(steps.design, name === '' ? kind.id : name),
    kind: kind.id,
    ...(name === '' ? {} : { name }),
    ...(part.technology === undefined ? {} : { technology: part.technology }),
    ...(group === null ? {} : { group }),
  };
  const at = { x: snapped(middle.x - card.width / 2), y: snapped(middle.y - card.height / 2) };
  take(steps, [{ op: 'add-node', node, at }]);
  withFlow(steps, node.id, kind);
  return node.id;
}

/** Free arrows between components become edges, where one of their ends was turned into one or they are named. Their ids. */
function connectArrows(
  steps: Steps,
  made: ReadonlyMap<string, string>,
  named: ReadonlySet<string>,
): readonly string[] {
  const connected: string[] = [];
  for (const mark of marksOf(steps.design)) {
    const ends = endsOf(mark, made);
    const { from, to } = mark;
    const touches = [mark.id, from?.part ?? '', to?.part ?? ''].some((id) => named.has(id));
    if (ends !== null && touches && connect(steps, mark, ends)) connected.push(mark.id);
  }
  return connected;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** The components that an arrow runs between, as its heads say. */
function endsOf({ kind, from, to, startHead = 'none', endHead }: Mark, made: ReadonlyMap<string, string>) {
  if (kind !== 'arrow' || from?.part === undefined || to?.part === undefined) return null;
  const ends: Ends = { from: made.get(from.part) ?? from.part, to: made.get(to.part) ?? to.part };
  const isBackward = startHead !== 'none' && endHead === 'none';
  return isBackward ? { from: ends.to, to: ends.from } : ends;
}

/** False where there is no such call: nothing calls what starts requests, and nothing calls itself. */
function connect(steps: Steps, mark: Mark, { from, to }: Ends): boolean {
  const callee = nodesOf(steps.design).find(({ id }) => id === to);
  const isCaller = nodesOf(steps.design).some(({ id }) => id === from);
  if (callee === undefined || !isCaller || from === to) return false;
  if (kindOf(callee.kind)?.behaviour === 'source') return false;
  const { changes, edgeId, assumptions } = connectChanges(steps.design, from, to);
  take(steps, changes);
  steps.notes.push(...assumptions.map((assumption): Note => ({ about: 'assumption', assumption })));
  if (changes.length === 0) return true;
  const label = nameIn(mark.text);
  if (label !== '') take(steps, [{ op: 'patch-edge', id: edgeId, patch: { label } }]);
  const { route } = mark;
  const usual = steps.design.layout?.edgeStyle ?? 'elbow';
  if (route !== undefined && route !== usual)
    take(steps, [{ op: 'patch-route', id: edgeId, patch: { style: route } }]);
  return true;
}

/** Arrows that stay arrows end at the components in place of the shapes. */
function reattached(
  design: Design,
  made: ReadonlyMap<string, string>,
  connected: readonly string[],
): readonly Change[] {
  return marksOf(design).flatMap((mark): Change[] => {
    if (connected.includes(mark.id)) return [];
    const next = withEnds(mark, (end) => {
      const node = end.part === undefined ? undefined : made.get(end.part);
      return node === undefined ? end : { ...end, part: node };
    });
    if (next.from === mark.from && next.to === mark.to) return [];
    const ends = { ...(next.from && { from: next.from }), ...(next.to && { to: next.to }) };
    return [{ op: 'patch-mark', id: mark.id, patch: ends }];
  });
}
