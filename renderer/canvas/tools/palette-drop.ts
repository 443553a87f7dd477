import type { DragEvent } from 'react';
import { kindOf } from '../../../shared/catalog/index';
import { parseJson } from '../../../shared/model/parse-json';
import type { Point } from '../../../shared/model/schema';
import { z } from '../../../shared/model/zod';
import type { Editor } from '../../store/editors';
import { addComponent, insertComponent } from '../place';
import { canvasPointAt, focusCanvas } from '../viewport';
import { cardAt } from './card-at';
import { edgeUnder } from './edge-under';

/** The type under which the palette hands a kind to the canvas. */
export const kindDragType = 'application/x-loadline-kind';

const payloadSchema = z.object({
  kind: z.string(),
  technology: z.string().optional(),
  name: z.string().optional(),
});

/** A kind that is dragged from the palette. */
export type DraggedKind = z.infer<typeof payloadSchema>;

/** Shows what a drop would do: connect to the card under the pointer, or insert on the edge there. */
export function dragKindOver(editor: Editor, event: DragEvent): void {
  if (!event.dataTransfer.types.includes(kindDragType) || editor.document.getState().readOnly) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  showDrop(editor, canvasPointAt(editor, event.clientX, event.clientY));
}

/** Shows what a drop there would do. */
export function showDrop(editor: Editor, at: Point): void {
  const connectTo = cardAt(editor, at);
  const dropEdge = connectTo === null ? edgeUnder(editor, at) : null;
  const before = editor.drag.getState();
  if (before.connectTo !== connectTo || before.dropEdge !== dropEdge)
    editor.drag.setState({ connectTo, dropEdge });
}

/** What is dragged has left the canvas. */
export function leaveWithKind({ drag }: Editor, event: DragEvent): void {
  const { currentTarget, relatedTarget } = event;
  if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
  drag.setState({ connectTo: null, dropEdge: null });
}

/** Puts what was dragged from the palette where it is dropped. */
export function dropKind(editor: Editor, event: DragEvent): void {
  const text = event.dataTransfer.getData(kindDragType);
  // A label is in a portal inside another: React hands on one drop there twice.
  if (text === '' || event.defaultPrevented) return;
  event.preventDefault();
  editor.drag.setState({ connectTo: null, dropEdge: null });
  // Another program may use the type for something else: then it is nothing of ours.
  const payload = payloadSchema.safeParse(parseJson(text).value);
  if (!payload.success) return;
  placeKind(editor, payload.data, canvasPointAt(editor, event.clientX, event.clientY));
  focusCanvas(editor);
}

/** On a card it is in the next column, connected; on an edge between the two ends; else where it was dropped. */
export function placeKind(editor: Editor, { kind, technology, name }: DraggedKind, at: Point): void {
  const named = {
    ...(technology === undefined ? {} : { technology }),
    ...(name === undefined ? {} : { name }),
  };
  const card = cardAt(editor, at);
  const edge = card === null ? edgeUnder(editor, at) : null;
  if (card !== null) addComponent(editor, kind, { ...named, near: card });
  else if (edge === null || isSource(kind)) addComponent(editor, kind, { ...named, at, connect: false });
  else insertComponent(editor, edge, { ...named, kind });
}

/** Nothing calls what starts requests: on an edge it is where it was dropped. */
const isSource = (kind: string): boolean => kindOf(kind)?.behaviour === 'source';
