import { guideOf } from '../../../shared/catalog/guides/index';
import { t } from '../../words/t';
import styles from './KindGuide.module.css';

/** When to choose a kind, its costs and what fails first. Loaded when first shown, since it contains the texts. */
export function KindGuide({ kind }: { readonly kind: string }) {
  const guide = guideOf(kind);
  if (guide === undefined) return null;
  return (
    <dl className={styles.guide}>
      <dt>{t('When to choose it')}</dt>
      <dd>{t(guide.when)}</dd>
      <dt>{t('When not to')}</dt>
      <dd>{t(guide.whenNot)}</dd>
      <dt>{t('What it costs')}</dt>
      <dd>
        <ul>
          {guide.tradeOffs.map((text) => (
            <li key={text}>{t(text)}</li>
          ))}
        </ul>
      </dd>
      <dt>{t('What fails first')}</dt>
      <dd>{t(guide.failsFirst)}</dd>
    </dl>
  );
}
