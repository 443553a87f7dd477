import { formatNumber } from '../../shared/math/format';
import { formatList, formatMessage, templateIn } from '../../shared/math/format-message';
import type { Message } from '../../shared/math/quantity';
import { own } from '../../shared/model/own';
import { language } from './language';

type Values = Readonly<Record<string, string | number>>;

/**
 * A text of the window in its language. English is the key and the fallback; placeholders, plurals and choices are those of
 * ICU messages: `t('{count, plural, one {# part} other {# parts}} of {name}', { count, name })`.
 */
export function t(english: string, values: Values = {}): string {
  const { numbers } = language();
  return templateIn(
    language(),
    english,
  )({
    printed: (name) => {
      const value = own(values, name);
      return typeof value === 'number' ? formatNumber(value, numbers) : value;
    },
    deciding: (name) => own(values, name) ?? Number.NaN,
  });
}

/** A message in the language of the window; its parts by `nameOf`, or by their ids. */
export const wordsOf = (message: Message, nameOf?: (id: string) => string): string =>
  formatMessage(message, nameOf, language());

/** Words or names one after the other, parted as the language of the window does. */
export const listed = (items: readonly string[]): string => formatList(items, language());
