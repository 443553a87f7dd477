import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Editor } from '../../store/editors';
import { canvasPointAt, canvasRect, focusCanvas } from '../viewport';
import { type DraggedKind, hideDrop, placeKind, showDrop } from './palette-drop';

const startPx = 10;

/** A likeness of what is dragged, under the finger. */
function ghostOf(button: HTMLElement): HTMLElement {
  const ghost = button.cloneNode(true) as HTMLElement;
  ghost.setAttribute('aria-hidden', 'true');
  Object.assign(ghost.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: `${button.offsetWidth}px`,
    pointerEvents: 'none',
    zIndex: '50',
    opacity: '0.9',
    background: 'var(--panel)',
    boxShadow: 'var(--shadow-float)',
  });
  document.body.append(ghost);
  return ghost;
}

const isOver = (editor: Editor, { clientX, clientY }: PointerEvent): boolean => {
  const rect = canvasRect(editor);
  return (
    rect !== null &&
    clientX > rect.left &&
    clientX < rect.right &&
    clientY > rect.top &&
    clientY < rect.bottom
  );
};

/** The click of the press that dragged would add it once more; it comes at once, or not at all. */
function withholdClick(button: HTMLElement): void {
  const listeners = new AbortController();
  const withhold = (click: Event): void => {
    click.stopPropagation();
    click.preventDefault();
  };
  // Above the listener of React, which is at the root.
  window.addEventListener(
    'click',
    (click) => click.target instanceof Node && button.contains(click.target) && withhold(click),
    {
      capture: true,
      signal: listeners.signal,
    },
  );
  setTimeout(() => listeners.abort(), 50);
}

/** Drags a kind from the palette with a finger, for which browsers have no drag and drop: sideways, for along it the list scrolls. */
export function beginTouchDrag(
  editor: Editor,
  dragged: DraggedKind,
  event: ReactPointerEvent<HTMLElement>,
): void {
  if (event.pointerType !== 'touch' || editor.document.getState().readOnly) return;
  const button = event.currentTarget;
  const { pointerId, clientX, clientY } = event;
  const listeners = new AbortController();
  const { signal } = listeners;
  let ghost: HTMLElement | null = null;
  const stop = (): void => {
    listeners.abort();
    ghost?.remove();
    hideDrop(editor);
  };
  const onMove = (move: PointerEvent): void => {
    if (move.pointerId !== pointerId) return;
    if (ghost === null && Math.hypot(move.clientX - clientX, move.clientY - clientY) < startPx) return;
    ghost ??= ghostOf(button);
    ghost.style.translate = `${move.clientX - ghost.offsetWidth / 2}px ${move.clientY - ghost.offsetHeight}px`;
    if (isOver(editor, move)) showDrop(editor, canvasPointAt(editor, move.clientX, move.clientY), dragged);
    else hideDrop(editor);
  };
  const onUp = (up: PointerEvent): void => {
    if (up.pointerId !== pointerId) return;
    const isDropped = ghost !== null;
    stop();
    if (!isDropped) return;
    withholdClick(button);
    if (!isOver(editor, up)) return;
    placeKind(editor, dragged, canvasPointAt(editor, up.clientX, up.clientY));
    focusCanvas(editor);
  };
  button.setPointerCapture(pointerId);
  button.addEventListener('pointermove', onMove, { signal });
  button.addEventListener('pointerup', onUp, { signal });
  button.addEventListener('pointercancel', stop, { signal });
}
