import type { FocusEvent, KeyboardEvent } from 'react';
import { type Design, groupsOf, marksOf, nodesOf } from '../../shared/model/schema';
import type { Editor } from '../store/editors';
import { partBoxes } from './part-boxes';
import { canvasRect, reveal } from './viewport';

/** How many frames a part that comes into view has to be drawn. */
const mostFrames = 30;

const tabbable = 'button:not([disabled], [tabindex="-1"]), input:not([disabled]), textarea, select';

/** The parts in the order in which they are drawn and the focus goes through them. */
const partsInOrder = (design: Design): readonly string[] =>
  [...groupsOf(design), ...nodesOf(design), ...marksOf(design)].map(({ id }) => id);

/** The part before or after one, also where it is out of view and therefore not drawn; null at the ends. */
export function partBeside(design: Design, id: string, step: 1 | -1): string | null {
  const parts = partsInOrder(design);
  const at = parts.indexOf(id);
  return at < 0 ? null : (parts[at + step] ?? null);
}

/** Moves the focus by Tab to the part beside, and the view to it: only what is in view is drawn, and the browser would skip the rest. */
export function tabThroughParts(editor: Editor, event: KeyboardEvent): void {
  const { target } = event;
  const design = editor.design();
  if (design === null || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element))
    return;
  const part = target.closest<HTMLElement>('.react-flow__node');
  const id = part?.getAttribute('data-id') ?? null;
  if (part === null || id === null) return;
  // Within a card the browser finds the way.
  const last = [...part.querySelectorAll(tabbable)].at(-1) ?? part;
  if (event.shiftKey ? target !== part : target !== last) return;
  const next = partBeside(design, id, event.shiftKey ? -1 : 1);
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  revealPart(editor, next);
  focusOnceDrawn(editor, next, event.shiftKey, mostFrames);
}

function revealPart(editor: Editor, id: string): void {
  const design = editor.design();
  const box = design === null ? undefined : partBoxes(design).get(id);
  if (box !== undefined) reveal(editor, box);
}

/** Backwards the focus goes to the last control of a part, as it does within a page. */
function focusOnceDrawn(editor: Editor, id: string, isBackwards: boolean, frames: number): void {
  const drawn = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const last = isBackwards ? [...(drawn?.querySelectorAll<HTMLElement>(tabbable) ?? [])].at(-1) : undefined;
  if (drawn !== null) (last ?? drawn).focus({ preventScroll: true });
  else if (frames > 0 && canvasRect(editor) !== null)
    requestAnimationFrame(() => focusOnceDrawn(editor, id, isBackwards, frames - 1));
}

/** What gets the focus by keyboard is brought into view whole. */
export function revealFocused(editor: Editor, event: FocusEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node:focus-visible')) return;
  const id = target.getAttribute('data-id');
  if (id !== null) revealPart(editor, id);
}
