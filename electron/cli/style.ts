import { styleText } from 'node:util';

/** How text stands out on a terminal; without colour it is the text itself. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

type Format = 'bold' | 'dim' | 'red' | 'yellow';

// Whether colours are shown is decided by `showsColour`, not by the stream: a command's output is one text.
const set = (format: Format) => (text: string) =>
  text === '' ? '' : styleText(format, text, { validateStream: false });
const plain = (text: string) => text;

export const styleOf = (colour: boolean): Style =>
  colour
    ? { bold: set('bold'), faint: set('dim'), red: set('red'), yellow: set('yellow') }
    : { bold: plain, faint: plain, red: plain, yellow: plain };
