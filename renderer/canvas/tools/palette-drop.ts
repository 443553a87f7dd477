import type { DragEvent } from 'react';
import { parseJson } from '../../../shared/model/parse-json';
import { z } from '../../../shared/model/zod';
import type { Editor } from '../../store/editors';
import { addComponent } from '../place';
import { canvasPointAt, focusCanvas } from '../viewport';

/** The type under which the palette hands a kind to the canvas. */
export const kindDragType = 'application/x-loadline-kind';

const payloadSchema = z.object({ kind: z.string(), technology: z.string().optional() });

export function allowDrop({ document }: Editor, event: DragEvent): void {
  if (!event.dataTransfer.types.includes(kindDragType) || document.getState().readOnly) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

/** Places what was dragged from the palette where it is dropped. */
export function dropKind(editor: Editor, event: DragEvent): void {
  const text = event.dataTransfer.getData(kindDragType);
  if (text === '') return;
  event.preventDefault();
  // Another program may use the type for something else: then it is nothing of ours.
  const payload = payloadSchema.safeParse(parseJson(text).value);
  if (!payload.success) return;
  const { kind, technology } = payload.data;
  const at = canvasPointAt(editor, event.clientX, event.clientY);
  addComponent(editor, kind, { at, connect: false, ...(technology === undefined ? {} : { technology }) });
  focusCanvas(editor);
}
