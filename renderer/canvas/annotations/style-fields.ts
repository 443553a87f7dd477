import { arrowHeads, arrowRoutes, markColors, shapes, textSizes } from '../../../shared/model/vocabulary';
import type { StyleFieldId } from './mark-style';

export interface StyleChoice {
  /** Undefined is the usual one, which is not written into the document. */
  readonly value: string | number | boolean | undefined;
  /** An English key. */
  readonly title: string;
}

export interface StyleField {
  readonly id: StyleFieldId;
  readonly title: string;
  readonly choices: readonly StyleChoice[];
  /** Its choices are shown as colours. */
  readonly isColor: boolean;
  /** Its choices alone do not say what they are of. */
  readonly needsTitle?: boolean;
}

const colorTitles: Readonly<Record<(typeof markColors)[number], string>> = {
  gray: 'Gray',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  purple: 'Purple',
  pink: 'Pink',
};
const colors: readonly StyleChoice[] = markColors.map((value) => ({ value, title: colorTitles[value] }));

const shapeTitles: Readonly<Record<(typeof shapes)[number], string>> = {
  box: 'Box',
  rounded: 'Rounded box',
  ellipse: 'Ellipse',
  diamond: 'Diamond',
  cylinder: 'Cylinder',
  cloud: 'Cloud',
  person: 'Person',
};
const sizeTitles: Readonly<Record<(typeof textSizes)[number], string>> = { s: 'S', m: 'M', l: 'L', xl: 'XL' };
const routeTitles: Readonly<Record<(typeof arrowRoutes)[number], string>> = {
  straight: 'Straight',
  elbow: 'Elbow',
  curved: 'Curved',
};
const headTitles: Readonly<Record<(typeof arrowHeads)[number], string>> = {
  none: 'None',
  arrow: 'Arrow',
  triangle: 'Triangle',
  dot: 'Dot',
};

/** The choices of a list, of which one is the usual and is not written. */
function choicesOf<T extends string>(
  values: readonly T[],
  titles: Readonly<Record<T, string>>,
  usual: T,
): readonly StyleChoice[] {
  return values.map((value) => ({ value: value === usual ? undefined : value, title: titles[value] }));
}

const plainChoice = (title: string): StyleChoice => ({ value: undefined, title });

const fields: readonly StyleField[] = [
  { id: 'shape', title: 'Shape', choices: choicesOf(shapes, shapeTitles, 'box'), isColor: false },
  { id: 'color', title: 'Colour', choices: [plainChoice('Usual'), ...colors], isColor: true },
  { id: 'fill', title: 'Fill', choices: [plainChoice('No fill'), ...colors], isColor: true },
  { id: 'size', title: 'Size of text', choices: choicesOf(textSizes, sizeTitles, 's'), isColor: false },
  {
    id: 'strokePx',
    title: 'Line width',
    choices: [
      { value: 1, title: 'Thin' },
      plainChoice('Medium'),
      { value: 4, title: 'Bold' },
      { value: 8, title: 'Extra bold' },
    ],
    isColor: false,
  },
  {
    id: 'dashed',
    title: 'Line',
    choices: [plainChoice('Solid'), { value: true, title: 'Dashed' }],
    isColor: false,
  },
  { id: 'route', title: 'Route', choices: choicesOf(arrowRoutes, routeTitles, 'straight'), isColor: false },
  {
    id: 'startHead',
    title: 'Start',
    choices: choicesOf(arrowHeads, headTitles, 'none'),
    isColor: false,
    needsTitle: true,
  },
  {
    id: 'endHead',
    title: 'End',
    choices: choicesOf(arrowHeads, headTitles, 'arrow'),
    isColor: false,
    needsTitle: true,
  },
];

export const styleFieldsOf = (ids: readonly StyleFieldId[]): readonly StyleField[] =>
  fields.filter(({ id }) => ids.includes(id));
