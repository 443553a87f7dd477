import { useEditor } from '../store/editors';
import type { ReferencePlace } from '../store/view';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './ReferenceLink.module.css';

interface ReferenceLinkProps {
  readonly part: ReferencePlace['part'];
  /** The id of the page; null where the reference has none, and there is no link. */
  readonly id: string | null;
}

/** Opens the page of the reference about what stands beside it. */
export function ReferenceLink({ part, id }: ReferenceLinkProps) {
  const { setView } = useEditor();
  if (id === null) return null;
  return (
    <button
      type="button"
      className={styles.link}
      aria-haspopup="dialog"
      onClick={() => setView({ dialog: 'reference', referencePlace: { part, id }, explained: null })}
    >
      <Icon name="book-open" size={13} />
      {t('Open in the reference')}
    </button>
  );
}
