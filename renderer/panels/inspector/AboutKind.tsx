import { useId, useState } from 'react';
import type { Kind } from '../../../shared/catalog/kind';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { KindGuide } from '../palette/deferred-guide';
import { ReferenceLink } from '../ReferenceLink';
import styles from './Inspector.module.css';

interface AboutKindProps {
  readonly kind: Kind;
  /** The limit of the technology that is chosen, or of the kind. */
  readonly limited: string | undefined;
}

/** The guide of a component's kind, folded at first. */
export function AboutKind({ kind, limited }: AboutKindProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.more}>
      <button
        type="button"
        className={styles.moreButton}
        aria-expanded={open}
        aria-controls={id}
        onPointerEnter={() => void KindGuide.load()}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {t('About this component')}
      </button>
      {open ? (
        <div id={id} className={styles.about}>
          <p className={styles.purpose}>{t(kind.purpose)}</p>
          <KindGuide kind={kind.id} limited={limited} />
          <ReferenceLink part="kinds" id={kind.id} />
        </div>
      ) : null}
    </div>
  );
}
