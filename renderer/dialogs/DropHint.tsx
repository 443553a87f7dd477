import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './DropHint.module.css';
import { useDrop } from './drop';

/** Shown while a file is held over the window. */
export function DropHint() {
  const over = useDrop((state) => state.over);
  if (!over) return null;
  return (
    <div className={styles.hint}>
      <div className={styles.words}>
        <Icon name="file-up" size={24} />
        <span>{t('Drop to open: JSON, or a PNG or SVG with a design inside')}</span>
      </div>
    </div>
  );
}
