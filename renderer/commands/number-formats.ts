import { setView, useView } from '../store/view';
import { toast } from '../store/workspace';
import type { NumberFormat } from '../words/number-locale';
import { t } from '../words/t';
import type { Command } from './command';
import { inView } from './conditions';

/** Texts are looked up once: the window takes the format up when it is loaded again. */
function choose(numberFormat: NumberFormat): void {
  if (useView.getState().numberFormat === numberFormat) return;
  setView({ numberFormat });
  toast(t('Numbers are written so once the window is loaded again.'), {
    action: { label: t('Reload now'), run: () => location.reload() },
  });
}

/** How numbers and dates are written, whatever the language of the words is. */
export const numberFormatCommands: readonly Command[] = (
  [
    ['system', 'Numbers and dates: as the system'],
    ['point', 'Numbers: decimal point, 1234.5'],
    ['comma', 'Numbers: decimal comma, 1234,5'],
  ] as const satisfies readonly (readonly [NumberFormat, string])[]
).map(
  ([format, title], at): Command => ({
    id: `numbers-${format}`,
    title,
    group: 'view',
    menu: { menu: 'view', section: 'theme', order: at + 10 },
    scope: 'everywhere',
    keywords: ['locale', 'decimal', 'format', 'region', 'thousands'],
    checked: inView(({ numberFormat }) => numberFormat === format),
    run: () => choose(format),
  }),
);
