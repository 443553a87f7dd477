import { type RefObject, useEffect } from 'react';
import { shownCards } from '../../canvas/use-clear-place';
import { canvasRect, freeExtent } from '../../canvas/viewport';
import { type Editor, useEditor } from '../../store/editors';
import { clearestCorner } from './tour-place';

const marginPx = 12;
/** The tools at the foot of the canvas stay free. */
const footPx = 64;

function put(editor: Editor, sheet: HTMLElement): void {
  const canvas = canvasRect(editor);
  if (canvas === null) return;
  const free = freeExtent(editor).width;
  const size = { width: sheet.offsetWidth, height: sheet.offsetHeight };
  const within = {
    x: canvas.x + marginPx,
    y: canvas.y + marginPx,
    width: free - 2 * marginPx,
    height: canvas.height - marginPx - footPx,
  };
  const { x, y } = clearestCorner(size, within, shownCards(editor));
  sheet.style.left = `${x - canvas.x}px`;
  sheet.style.top = `${Math.max(marginPx, y - canvas.y)}px`;
}

/** Keeps a sheet in the corner of the canvas where it covers least of the cards. */
export function useClearCorner(sheet: RefObject<HTMLElement | null>): void {
  const editor = useEditor();
  useEffect(() => {
    const element = sheet.current;
    const room = element?.parentElement ?? null;
    if (element === null || room === null) return;
    const place = (): void => put(editor, element);
    const watch = new ResizeObserver(place);
    watch.observe(element);
    watch.observe(room);
    // What moves the cards, or takes room from them.
    const stopView = editor.view.subscribe(({ zoom, drawer }, before) => {
      if (zoom !== before.zoom || drawer !== before.drawer) place();
    });
    const stopDocument = editor.document.subscribe(({ design }, before) => {
      if (design !== before.design) place();
    });
    return () => {
      watch.disconnect();
      stopView();
      stopDocument();
    };
  }, [editor, sheet]);
}
