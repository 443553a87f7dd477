import { marksById } from '../../../shared/layout/geometry';
import type { Mark } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';

const none: Mark = { id: '', kind: '' };

/** An annotation by its id; one without anything in it where it has just gone. */
export const useMark = (id: string): Mark =>
  useDocument((state) => (state.design === null ? none : (marksById(state.design).get(id) ?? none)));
