import { marksOf } from '../../shared/model/schema';
import { useDocument } from '../store/document';

/** What is written on a mark. */
export const useMarkText = (id: string): string =>
  useDocument((state) =>
    state.design === null ? '' : (marksOf(state.design).find((mark) => mark.id === id)?.text ?? ''),
  );
