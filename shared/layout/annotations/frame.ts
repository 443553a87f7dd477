import { fitText } from '../text';
import { type Annotation, ownBox } from './annotation';

export const frameSize = { width: 640, height: 400, titlePx: 13, titleGap: 7, radius: 6 } as const;

/** A titled rectangle; what lies in it moves along. */
export const frame = {
  id: 'frame',
  linesOf: (mark) =>
    mark.text === undefined || mark.text.trim() === ''
      ? []
      : [fitText(mark.text.replace(/\s+/g, ' '), mark.width ?? frameSize.width, frameSize.titlePx, 600)],
  boxOf: (mark) => ownBox(mark, frameSize),
  isText: false,
  outlineOf: () => null,
  isOpen: true,
  overhangPx: () => frameSize.titlePx + frameSize.titleGap,
  isContainer: true,
} as const satisfies Annotation;
