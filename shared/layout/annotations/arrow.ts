import type { Mark } from '../../model/schema';
import { linesOf, widthOf } from '../text';
import type { Annotation } from './annotation';
import { arrowLine } from './arrow-line';
import { textFontPxOf } from './text-size';

export const arrowStrokePx = 2;

export const arrowTextLines = ({ text = '' }: Mark): readonly string[] => (text === '' ? [] : linesOf(text));

/** The width of an arrow's text, px. */
export const arrowTextWidth = (mark: Mark): number =>
  Math.max(0, ...arrowTextLines(mark).map((line) => widthOf(line, textFontPxOf(mark), 500)));

/** A line between two points or parts. */
export const arrow = {
  id: 'arrow',
  linesOf: arrowTextLines,
  boxOf: (mark, attachedOf) => arrowLine(mark, attachedOf).box,
  isText: false,
  outlineOf: () => null,
  isOpen: true,
  overhangPx: (mark) => Math.max(10, arrowTextWidth(mark) / 2),
  isContainer: false,
} as const satisfies Annotation;
