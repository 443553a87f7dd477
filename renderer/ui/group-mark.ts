import type { GroupMark } from '../../shared/math/number-notation';
import { numberLocale } from '../words/number-locale';

/** Which of comma and point groups thousands in a locale: ',' in en-US, '.' in de-DE, neither in fr-FR, which groups with spaces. */
export function groupMarkOf(locale: string): GroupMark {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567);
  const mark = parts.find(({ type }) => type === 'group')?.value;
  return mark === ',' || mark === '.' ? mark : null;
}

/** That of the person at the window. */
export const ownGroupMark = (): GroupMark => groupMarkOf(numberLocale());
