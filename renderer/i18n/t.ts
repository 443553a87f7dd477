import { own } from '../../shared/model/own';
/**
 * Words of the window. English is the key and the fallback; a catalogue of another language is looked up by it.
 * Placeholders stand in braces: `t('serves {share} of {rate}', { share, rate })`.
 */
export type Words = Readonly<Record<string, string>>;

let catalogue: Words = {};

export function setWords(words: Words): void {
  catalogue = words;
}

export function t(english: string, values: Readonly<Record<string, string | number>> = {}): string {
  const template = own(catalogue, english) ?? english;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = own(values, name);
    return value === undefined ? whole : String(value);
  });
}
