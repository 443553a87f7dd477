import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import { useExplain } from '../store/explained';

/** A press that moves less is a click, px. */
const stillPx = 3;

/**
 * A figure on the canvas opens how it came about by a click once its part is selected: the first click selects, what is dragged
 * by its figure stays closed, and a double click names the part.
 */
export function useExplainInPlace(name: FigureName | null, isSelected: boolean) {
  const explain = useExplain();
  const pressed = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onPointerDown({ clientX: x, clientY: y }: PointerEvent): void {
      pressed.current = isSelected ? { x, y } : null;
    },
    onClick({ clientX: x, clientY: y, detail, currentTarget }: MouseEvent): void {
      const from = pressed.current;
      if (name === null || from === null || detail > 1) return;
      if (Math.hypot(x - from.x, y - from.y) <= stillPx) explain(name, currentTarget);
    },
  };
}
