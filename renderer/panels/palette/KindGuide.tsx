import { guideOf } from '../../../shared/catalog/guides/index';
import { t } from '../../words/t';
import styles from './KindGuide.module.css';

export interface KindGuideProps {
  readonly kind: string;
  /** What one of it does not do, of the kind or of the technology that is chosen. */
  readonly limited?: string | undefined;
}

/** When to choose a kind, its costs, what fails first and its limit. Loaded when first shown, since it contains the texts. */
export function KindGuide({ kind, limited }: KindGuideProps) {
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
      {limited === undefined ? null : (
        <>
          <dt>{t('Its limit')}</dt>
          <dd>{t(limited)}</dd>
        </>
      )}
    </dl>
  );
}
