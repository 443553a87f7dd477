import type { Placement } from '@floating-ui/dom';
import { useViewport } from '@xyflow/react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Box, nodesOf } from '../../shared/model/schema';
import { type Editor, useEditor } from '../store/editors';
import { placeClear, sharedArea, type WindowBox } from '../ui/float-clear';
import { shownDesign } from './lanes/shown';
import { partBoxes } from './part-boxes';
import { canvasRect, freeExtent, screenPointOf } from './viewport';

const marginPx = 8;

/** What floats over the canvas and is not covered: tools, overview, and other sheets. */
const floating = '[data-floating]';

interface ClearPlace {
  /** It stands where its style puts it. */
  readonly isFree?: boolean;
  /** What the sheet speaks of, canvas px; null where it speaks of nothing that is drawn. */
  readonly about: Box | null;
  readonly placements: readonly Placement[];
  readonly gapPx: number;
  /** Other places of the canvas that it leaves free, px of it. */
  readonly besides?: readonly Box[];
}

/**
 * Keeps a sheet beside what it speaks of while the view moves and the sheet changes: whole on the canvas, over no tool and no other
 * sheet, never over the thing itself, and over as little of the cards as it can.
 */
export function useClearPlace(sheet: RefObject<HTMLElement | null>, place: ClearPlace): void {
  const editor = useEditor();
  useViewport();
  const latest = useRef(place);
  // After each change of what is in the sheet, of the view, or of what it speaks of.
  useLayoutEffect(() => {
    latest.current = place;
    if (sheet.current !== null) putBeside(editor, sheet.current, place);
  });
  useEffect(() => {
    const element = sheet.current;
    const canvas = element?.closest('[data-canvas]') ?? null;
    if (element === null || canvas === null) return;
    const watch = new ResizeObserver(() => putBeside(editor, element, latest.current));
    watch.observe(element);
    watch.observe(canvas);
    return () => watch.disconnect();
  }, [editor, sheet]);
}

function putBeside(editor: Editor, sheet: HTMLElement, place: ClearPlace): void {
  if (place.isFree === true) {
    sheet.style.left = '';
    sheet.style.top = '';
    return;
  }
  const canvas = canvasRect(editor);
  const root = sheet.closest('[data-canvas]');
  if (canvas === null || root === null) return;
  const free = new DOMRect(canvas.x, canvas.y, freeExtent(editor).width, canvas.height);
  const onScreen = (box: Box): WindowBox => windowBox(editor, canvas, box);
  const others = [...root.querySelectorAll(floating)]
    .filter((other) => other !== sheet && !other.contains(sheet) && !sheet.contains(other))
    .map((other) => other.getBoundingClientRect())
    .filter(({ width }) => width > 0);
  const about = place.about === null ? null : onScreen(place.about);
  const cards = shownCards(editor);
  const within = {
    x: free.x + marginPx,
    y: free.y + marginPx,
    width: free.width - 2 * marginPx,
    height: free.height - 2 * marginPx,
  };
  const top = { x: free.x + free.width / 2, y: canvas.y, width: 0, height: 0 };
  void placeClear(sheet, about ?? top, {
    placements: place.placements,
    gapPx: place.gapPx,
    within,
    avoiding: [
      ...others,
      ...(about === null ? [] : [about]),
      ...(place.besides ?? []).map(onScreen),
      ...cards,
    ],
  });
}

/** Where the cards stand in the window, as far as they are in view. */
export function shownCards(editor: Editor): readonly WindowBox[] {
  const canvas = canvasRect(editor);
  if (canvas === null) return [];
  return cardBoxes(editor)
    .map((box) => windowBox(editor, canvas, box))
    .filter((card) => sharedArea(card, canvas) > 0);
}

function cardBoxes(editor: Editor): readonly Box[] {
  const design = shownDesign(editor);
  if (design === null) return [];
  const boxes = partBoxes(design);
  return nodesOf(design).flatMap(({ id }) => boxes.get(id) ?? []);
}

function windowBox(editor: Editor, canvas: { readonly x: number; readonly y: number }, box: Box): WindowBox {
  const start = screenPointOf(editor, box);
  const end = screenPointOf(editor, { x: box.x + box.width, y: box.y + box.height });
  return {
    x: canvas.x + start.x,
    y: canvas.y + start.y,
    width: end.x - start.x,
    height: end.y - start.y,
  };
}
