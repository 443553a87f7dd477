import { annotationOf } from '../layout/annotations/index';
import { snapped } from '../layout/geometry';
import { message } from '../math/message';
import { freeId } from '../model/ids';
import { type Box, type Design, marksOf, type Point } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { removeLabel } from './remove';

export interface AddNoteArguments {
  readonly kind: 'note' | 'text';
  /** Its upper left, canvas px. */
  readonly at: Point;
  readonly text?: string | undefined;
}

/** Puts a note or a text on the canvas; the first of `select` is its id. */
export function addNote(design: Design, { kind, at, text = '' }: AddNoteArguments): EditResult {
  const id = freeId(design, kind);
  const mark = { id, kind, x: snapped(at.x), y: snapped(at.y), text };
  return edited(kind === 'note' ? message('Add note') : message('Add text'), [{ op: 'add-mark', mark }], {
    select: [id],
  });
}

export interface WriteNoteArguments {
  readonly id: string;
  readonly text: string;
}

/** Writes into an annotation; one that is nothing without its text is deleted with it. */
export function writeNote(design: Design, { id, text }: WriteNoteArguments): EditResult {
  const mark = marksOf(design).find((other) => other.id === id);
  if (mark === undefined) return refused('There is no note {id}.', { id });
  if (text.trim() === '' && annotationOf(mark.kind).isText)
    return edited(message(removeLabel, { count: { count: 1 } }), [{ op: 'remove', ids: [id] }], {
      select: [],
    });
  const written = text.trim() === '' ? null : text;
  return edited(
    message(mark.kind === 'note' ? 'Write note' : 'Write text'),
    (written ?? '') === (mark.text ?? '') ? [] : [{ op: 'patch-mark', id, patch: { text: written } }],
  );
}

export interface ResizeNoteArguments {
  readonly id: string;
  readonly box: Box;
}

export function resizeNote(design: Design, { id, box }: ResizeNoteArguments): EditResult {
  if (!marksOf(design).some((other) => other.id === id)) return refused('There is no note {id}.', { id });
  const { x, y, width, height } = box;
  return edited(message('Resize note'), [{ op: 'patch-mark', id, patch: { x, y, width, height } }]);
}
