import { english, type Language } from '../../shared/math/language';
import { englishNumbers, type NumberStyle } from '../../shared/math/number-style';
import { own } from '../../shared/model/own';

/** The templates of a language by the English ones. */
export type Catalogue = Readonly<Record<string, string>>;

let current: Language = english;

/** The language of the window. It is set before anything is drawn, and stays. */
export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
}

/** Puts the window into the language of a catalogue; what that lacks stays English. */
export function setWords(catalogue: Catalogue, locale = 'en', numbers: NumberStyle = englishNumbers): void {
  setLanguage({ locale, numbers, templateOf: (text) => own(catalogue, text) ?? text });
}
