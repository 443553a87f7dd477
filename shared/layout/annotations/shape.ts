import type { Box, Mark } from '../../model/schema';
import { type ShapeName, shapes } from '../../model/vocabulary';
import { wrapText } from '../text';
import { type Annotation, ownBox } from './annotation';
import type { Outline } from './outline';
import { textFontPxOf, textLinePxOf } from './text-size';

export const shapeStrokePx = 1.5;
export const shapeSize = { width: 160, height: 80, padding: 8 } as const;

/** The form of a shape; a box for a name that is not known. */
export const shapeOf = ({ shape }: Pick<Mark, 'shape'>): ShapeName =>
  shapes.find((name) => name === shape) ?? 'box';

/** The part of a shape's box in which its text stands, in shares of width and height. */
const textRooms: Readonly<Record<ShapeName, Box>> = {
  box: { x: 0, y: 0, width: 1, height: 1 },
  rounded: { x: 0, y: 0, width: 1, height: 1 },
  ellipse: { x: 0.13, y: 0.12, width: 0.74, height: 0.76 },
  diamond: { x: 0.2, y: 0.2, width: 0.6, height: 0.6 },
  cylinder: { x: 0, y: 0.22, width: 1, height: 0.7 },
  cloud: { x: 0.14, y: 0.26, width: 0.72, height: 0.56 },
  person: { x: 0, y: 0.72, width: 1, height: 0.28 },
};

const outlines: Partial<Readonly<Record<ShapeName, Outline>>> = {
  ellipse: 'ellipse',
  diamond: 'diamond',
  cloud: 'ellipse',
};

/** Where a shape's text stands, canvas px. */
export function shapeTextBox(mark: Mark): Box {
  const box = ownBox(mark, shapeSize);
  const room = textRooms[shapeOf(mark)];
  return {
    x: box.x + room.x * box.width + shapeSize.padding,
    y: box.y + room.y * box.height,
    width: Math.max(1, room.width * box.width - 2 * shapeSize.padding),
    height: room.height * box.height,
  };
}

/** The lines of a shape's text. */
export function shapeLines(mark: Mark): readonly string[] {
  const { text = '' } = mark;
  return text === '' ? [] : wrapText(text, shapeTextBox(mark).width, textFontPxOf(mark), 500);
}

/** A shape with a text in its middle. */
export const shape = {
  id: 'shape',
  linesOf: shapeLines,
  boxOf(mark) {
    const box = ownBox(mark, shapeSize);
    const needed = shapeLines(mark).length * textLinePxOf(mark) + 2;
    return { ...box, height: Math.max(box.height, Math.ceil(needed / textRooms[shapeOf(mark)].height)) };
  },
  isText: false,
  outlineOf: (mark) => outlines[shapeOf(mark)] ?? 'box',
  isOpen: false,
  overhangPx: ({ strokePx = shapeStrokePx }) => strokePx / 2,
  isContainer: false,
} as const satisfies Annotation;
