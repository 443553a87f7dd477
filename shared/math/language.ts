import { englishNumbers, type NumberStyle } from './number-style';

/** A language that messages are put into. */
export interface Language {
  /** BCP 47, for plurals and lists. */
  readonly locale: string;
  readonly numbers: NumberStyle;
  /** The template in this language for the English one; the English one itself where there is none. */
  readonly templateOf: (english: string) => string;
}

export const english: Language = { locale: 'en', numbers: englishNumbers, templateOf: (text) => text };
