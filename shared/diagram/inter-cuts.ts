/** A cut of the bundled font: the letters it holds, and those in a text that need it. */
export interface InterCut {
  readonly id: 'latin' | 'latin-ext' | 'cyrillic';
  /** As a `unicode-range` says it. */
  readonly range: string;
  readonly asks: RegExp;
}

/** The Latin cut is always needed, the others where one of their letters is in the text. */
export const interCuts: readonly InterCut[] = [
  {
    id: 'latin',
    range: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+2264-2265',
    asks: /^/,
  },
  {
    id: 'latin-ext',
    range: 'U+0100-02BA, U+1E00-1E9F, U+2C60-2C7F, U+A720-A7FF',
    asks: /[\u0100-\u02ba\u1e00-\u1e9f]/,
  },
  {
    id: 'cyrillic',
    range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
    asks: /[\u0400-\u04ff]/,
  },
];

/** The rule that brings a cut into a document of its own: a picture sees no font of the page. `font` is the WOFF2 in base64. */
export const fontFaceOf = ({ range }: InterCut, font: string): string =>
  `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${font}) format('woff2');unicode-range:${range}}`;
