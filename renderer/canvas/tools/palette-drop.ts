import type { DragEvent } from 'react';
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

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Another program may use the type for something else: then it is nothing of ours.
    return null;
  }
}

/** Places what was dragged from the palette where it is dropped. */
export function dropKind(editor: Editor, event: DragEvent): void {
  const text = event.dataTransfer.getData(kindDragType);
  if (text === '') return;
  event.preventDefault();
  const payload = payloadSchema.safeParse(readJson(text));
  if (!payload.success) return;
  const { kind, technology } = payload.data;
  const at = canvasPointAt(editor, event.clientX, event.clientY);
  addComponent(editor, kind, { at, connect: false, ...(technology === undefined ? {} : { technology }) });
  focusCanvas(editor);
}
