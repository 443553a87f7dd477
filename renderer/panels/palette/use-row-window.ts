import { type RefObject, useEffect, useState } from 'react';

/** A list up to so long is drawn whole: then a browser's search and a screen reader's cursor find every line of it. */
const longestWhole = 200;

/** The window moves by so many rows at a time, so that scrolling draws seldom; as many are drawn beyond either edge. */
const step = 25;

/** The rows that are drawn: `from` is the first, `to` the one after the last. */
interface RowWindow {
  readonly from: number;
  readonly to: number;
}

/** The rows of a list that are in its view and a little beyond, by where it is scrolled to. All in px. */
export function rowsInView(count: number, rowPx: number, scrolledPx: number, viewPx: number): RowWindow {
  if (count <= longestWhole) return { from: 0, to: count };
  const first = rowPx > 0 ? Math.floor(scrolledPx / rowPx / step) * step : 0;
  const shown = rowPx > 0 ? Math.ceil(viewPx / rowPx) : 0;
  return { from: Math.max(0, first - step), to: Math.min(count, first + shown + 2 * step) };
}

/** The rows of a scrolled list of rows of one height to draw; `rows` is the element that is as high as all of them. */
export function useRowWindow(rows: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [shown, setShown] = useState<RowWindow>(() => rowsInView(count, 0, 0, 0));
  useEffect(() => {
    const list = rows.current;
    const view = list?.parentElement ?? null;
    if (list === null || view === null) return undefined;
    const update = (): void => {
      const next = rowsInView(count, list.offsetHeight / count, view.scrollTop, view.clientHeight);
      setShown((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    update();
    const sizes = new ResizeObserver(update);
    sizes.observe(view);
    view.addEventListener('scroll', update, { passive: true });
    return () => {
      sizes.disconnect();
      view.removeEventListener('scroll', update);
    };
  }, [rows, count]);
  return shown;
}
