import { useGesture } from './gestures';

/** Whether the eraser has gone over a part and deletes it once it is released. */
export const useIsErased = (id: string): boolean =>
  useGesture(({ draft }) => draft?.kind === 'erase' && draft.ids.has(id));
