import { textLines } from '../../../shared/layout/geometry';
import { marksOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';

/** What is written on a mark. */
export const useMarkText = (id: string): string =>
  useDocument((state) =>
    state.design === null ? '' : (marksOf(state.design).find((mark) => mark.id === id)?.text ?? ''),
  );

/** The lines of a text on the canvas, broken as a picture breaks them. */
export const useTextLines = (id: string): string =>
  useDocument((state) => {
    const mark = state.design === null ? undefined : marksOf(state.design).find((other) => other.id === id);
    return mark === undefined ? '' : textLines(mark).join('\n');
  });
