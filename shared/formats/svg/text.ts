import type { Weight } from '../../layout/text';
import { element, escapeXml } from './xml';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Digits of equal width, for figures. */
  readonly tabular?: boolean;
}

/** Letters of Hebrew, Arabic and the scripts beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** One line of real text with its baseline at y; '' for no text. */
export function textLine(text: string, x: number, y: number, style: TextStyle): string {
  if (text === '') return '';
  const { size, weight, fill, anchor, tabular } = style;
  const attributes = {
    class: tabular === true ? 'n' : undefined,
    x,
    y,
    'font-size': size,
    'font-weight': weight,
    fill,
  };
  // A line that begins in Arabic or Hebrew runs from right to left, at the same position as any other.
  const bidi = rightToLeft.test(text) ? 'plaintext' : undefined;
  return element('text', { ...attributes, 'unicode-bidi': bidi, 'text-anchor': anchor }, escapeXml(text));
}
