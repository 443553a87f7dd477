import { guideOf } from '../../../shared/catalog/guides/index';
import { t } from '../../words/t';
import styles from './KindGuide.module.css';

/** What an experienced colleague would say about a kind before one chooses it. Loaded when first shown: it carries the texts. */
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
      <dt>{t('What gives way first')}</dt>
      <dd>{t(guide.failsFirst)}</dd>
    </dl>
  );
}
