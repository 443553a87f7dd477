import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { useExplain } from '../store/explained';

/** A press that moves less is a click, px. */
const stillPx = 3;

/** How long a click waits for a second one, which names the part instead, ms. */
const secondClickMs = 350;

/**
 * A figure on the canvas opens how it came about by a click once its part is selected: the first click selects, what is dragged
 * by its figure stays closed, and a double click names the part.
 */
export function useExplainInPlace(name: FigureName | null, isSelected: boolean) {
  const explain = useExplain();
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    onPointerDown({ clientX: x, clientY: y }: PointerEvent): void {
      pressed.current = isSelected ? { x, y } : null;
      clearTimeout(waiting.current);
    },
    onClick({ clientX: x, clientY: y, detail, currentTarget }: MouseEvent): void {
      const from = pressed.current;
      if (name === null || from === null || detail > 1) return;
      if (Math.hypot(x - from.x, y - from.y) > stillPx) return;
      waiting.current = setTimeout(() => explain(name, currentTarget), secondClickMs);
    },
  };
}
