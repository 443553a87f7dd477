import type { DragEvent } from 'react';
import { kindOf } from '../../../shared/catalog/index';
import type { EditResult } from '../../../shared/edits/edit';
import { parseJson } from '../../../shared/model/parse-json';
import type { Point } from '../../../shared/model/schema';
import { z } from '../../../shared/model/zod';
import { type Editor, perEditor } from '../../store/editors';
import { addComponent, addingOf, insertComponent, insertionOf } from '../place';
import { canvasPointAt, focusCanvas } from '../viewport';
import { cardAt } from './card-at';
import { edgeUnder } from './edge-under';

/** The type under which the palette hands a kind to the canvas. */
const kindDragType = 'application/x-loadline-kind';

const payloadSchema = z.object({
  kind: z.string(),
  technology: z.string().optional(),
  name: z.string().optional(),
});

/** A kind that is dragged from the palette. */
export type DraggedKind = z.infer<typeof payloadSchema>;

/** What the palette of this window drags: until the drop, a browser tells of a drag its type alone. */
const inHand = perEditor((): { kind: DraggedKind | null } => ({ kind: null }));

/** The palette begins to drag a kind. */
export function startKindDrag(editor: Editor, { dataTransfer }: DragEvent, dragged: DraggedKind): void {
  dataTransfer.setData(kindDragType, JSON.stringify(dragged));
  dataTransfer.effectAllowed = 'copy';
  inHand(editor).kind = dragged;
}

/** The drag ended, on the canvas or elsewhere. */
export function endKindDrag(editor: Editor): void {
  inHand(editor).kind = null;
  hideDrop(editor);
}

/** Shows what a drop would do: connect to the card under the pointer, or insert on the edge there. */
export function dragKindOver(editor: Editor, event: DragEvent): void {
  if (!event.dataTransfer.types.includes(kindDragType) || editor.document.getState().readOnly) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  showDrop(editor, canvasPointAt(editor, event.clientX, event.clientY), inHand(editor).kind);
}

/** Shows what a drop there would do, as far as it is known of what. */
export function showDrop(editor: Editor, at: Point, dragged: DraggedKind | null): void {
  const { card, edge } = targetAt(editor, at, dragged);
  const before = editor.drag.getState();
  if (before.connectTo === card && before.dropEdge === edge) return;
  const result = dragged === null || (card ?? edge) === null ? null : dropEdit(editor, dragged, at);
  const dropChanges = result?.ok === true ? result.edit.changes : null;
  editor.drag.setState({ connectTo: card, dropEdge: edge, dropChanges });
}

/** Nothing is over the canvas any more that could be dropped there. */
export const hideDrop = ({ drag }: Editor): void =>
  drag.setState({ connectTo: null, dropEdge: null, dropChanges: null });

/** What is dragged has left the canvas. */
export function leaveWithKind(editor: Editor, event: DragEvent): void {
  const { currentTarget, relatedTarget } = event;
  if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
  hideDrop(editor);
}

/** Puts what was dragged from the palette where it is dropped. */
export function dropKind(editor: Editor, event: DragEvent): void {
  const text = event.dataTransfer.getData(kindDragType);
  // A label is in a portal inside another: React hands on one drop there twice.
  if (text === '' || event.defaultPrevented) return;
  event.preventDefault();
  hideDrop(editor);
  // Another program may use the type for something else: then it is nothing of ours.
  const payload = payloadSchema.safeParse(parseJson(text).value);
  if (!payload.success) return;
  placeKind(editor, payload.data, canvasPointAt(editor, event.clientX, event.clientY));
  focusCanvas(editor);
}

/** The card or edge at a point that a kind would be connected to or inserted on. */
function targetAt(editor: Editor, at: Point, dragged: DraggedKind | null) {
  const card = cardAt(editor, at);
  // Nothing calls what starts requests: over an edge it stands where it is dropped.
  const isSource = dragged !== null && kindOf(dragged.kind)?.behaviour === 'source';
  return { card, edge: card !== null || isSource ? null : edgeUnder(editor, at) };
}

const named = ({ technology, name }: DraggedKind) => ({
  ...(technology === undefined ? {} : { technology }),
  ...(name === undefined ? {} : { name }),
});

/** The edit that a drop makes on a card or an edge. */
function dropEdit(editor: Editor, dragged: DraggedKind, at: Point): EditResult | null {
  const design = editor.design();
  const { card, edge } = targetAt(editor, at, dragged);
  if (design === null) return null;
  if (card !== null) return addingOf(editor, design, dragged.kind, { ...named(dragged), near: card });
  if (edge === null) return null;
  return insertionOf(editor, design, edge, { ...named(dragged), kind: dragged.kind });
}

/** On a card it stands in the next column, connected; on an edge between the two ends; else where it was dropped. */
export function placeKind(editor: Editor, dragged: DraggedKind, at: Point): void {
  const { kind } = dragged;
  const { card, edge } = targetAt(editor, at, dragged);
  if (card !== null) addComponent(editor, kind, { ...named(dragged), near: card });
  else if (edge === null) addComponent(editor, kind, { ...named(dragged), at, connect: false });
  else insertComponent(editor, edge, { ...named(dragged), kind });
}
