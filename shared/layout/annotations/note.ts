import type { Mark } from '../../model/schema';
import { wrapText } from '../text';
import type { Annotation } from './annotation';

export const noteSize = { width: 180, height: 96, padding: 10, radius: 4, fontPx: 12.5, linePx: 18 } as const;

/** The lines of a note, as wide as its paper allows. */
export function noteLines(mark: Mark): readonly string[] {
  const width = mark.width ?? noteSize.width;
  return wrapText(mark.text ?? '', width - 2 * noteSize.padding, noteSize.fontPx, 400);
}

/** A sticky note. */
export const note = {
  id: 'note',
  linesOf: noteLines,
  boxOf(mark) {
    const width = mark.width ?? noteSize.width;
    const needed = noteLines(mark).length * noteSize.linePx + 2 * noteSize.padding;
    const height = Math.max(mark.height ?? noteSize.height, needed);
    return { x: mark.x ?? 0, y: mark.y ?? 0, width, height };
  },
} as const satisfies Annotation;
