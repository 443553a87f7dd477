/** How text is set off on a terminal; without colour it is the text itself. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

const set = (start: number, end: number) => (text: string) =>
  text === '' ? '' : `\u001b[${start}m${text}\u001b[${end}m`;
const plain = (text: string) => text;

/** Codes of ECMA-48, section 8.3.117. */
export const styleOf = (colour: boolean): Style =>
  colour
    ? { bold: set(1, 22), faint: set(2, 22), red: set(31, 39), yellow: set(33, 39) }
    : { bold: plain, faint: plain, red: plain, yellow: plain };
