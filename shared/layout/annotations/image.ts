import { type Annotation, ownBox } from './annotation';

/** A picture. */
export const image = {
  id: 'image',
  linesOf: () => [],
  boxOf: (mark) => ownBox(mark, { width: 240, height: 160 }),
  isText: false,
  outlineOf: () => 'box',
  isOpen: false,
  overhangPx: () => 0,
  isContainer: false,
} as const satisfies Annotation;
