import { type Annotation, ownBox } from './annotation';

/** What is drawn in place of an annotation of a kind that this program does not know. */
export const unknown = {
  linesOf: () => [],
  boxOf: (mark) => ownBox(mark, { width: 160, height: 80 }),
  isText: false,
  outlineOf: () => 'box',
  isOpen: false,
  overhangPx: () => 1,
  isContainer: false,
} as const satisfies Omit<Annotation, 'id'>;
