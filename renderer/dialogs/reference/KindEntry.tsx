import type { Kind } from '../../../shared/catalog/kind';
import { listed, t } from '../../words/t';
import styles from './ReferenceDialog.module.css';

/** One kind of component: its purpose, its technologies, who operates it. */
export function KindEntry({ kind }: { readonly kind: Kind }) {
  return (
    <details className={styles.entry}>
      <summary>
        <span>{t(kind.title)}</span>
        <code translate="no" className={styles.muted}>
          {kind.id}
        </code>
      </summary>
      <p>{t(kind.purpose)}</p>
      {kind.technologies.length === 0 ? null : (
        <p className={styles.muted}>
          {t('Technologies: {names}', { names: listed(kind.technologies.map(({ name }) => name)) })}
        </p>
      )}
      <p className={styles.muted}>
        {kind.managed === true ? t('Operated by a provider') : t('Operated by you')}
      </p>
    </details>
  );
}
