import type { Kind } from '../../../shared/catalog/kind';
import { KindGuide } from '../../panels/palette/deferred-guide';
import { listed, t } from '../../words/t';
import { Entry } from './Entry';
import styles from './ReferenceDialog.module.css';

interface KindEntryProps {
  readonly kind: Kind;
  readonly isWanted: boolean;
}

/** One kind of component: its purpose, when to choose it, its technologies, who operates it. */
export function KindEntry({ kind, isWanted }: KindEntryProps) {
  const summary = (
    <>
      <span>{t(kind.title)}</span>
      <code translate="no" className={styles.muted}>
        {kind.id}
      </code>
    </>
  );
  return (
    <Entry summary={summary} isWanted={isWanted}>
      {(isOpen) => (
        <>
          <p>{t(kind.purpose)}</p>
          {isOpen ? <KindGuide kind={kind.id} limited={kind.limited} /> : null}
          {kind.technologies.length === 0 ? null : (
            <p className={styles.muted}>
              {t('Technologies: {names}', { names: listed(kind.technologies.map(({ name }) => name)) })}
            </p>
          )}
          <p className={styles.muted}>
            {kind.managed === true ? t('Operated by a provider') : t('Operated by you')}
          </p>
        </>
      )}
    </Entry>
  );
}
