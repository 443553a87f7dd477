import type { VersionLine } from '../../storage/database';
import { numberLocale } from '../../words/number-locale';
import { t } from '../../words/t';

/** Date and time to the minute: versions of one day differ by their hours. */
export const savedWhen = (savedAt: string): string =>
  new Intl.DateTimeFormat(numberLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(savedAt),
  );

/** Its name, or when it was kept by itself. */
export const versionTitle = ({ name, savedAt }: VersionLine): string =>
  name ?? t('Automatic, {when}', { when: savedWhen(savedAt) });
