import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './FiguresOff.module.css';

/** While figures are hidden: says so, and shows them again. */
export function FiguresOff() {
  const editor = useEditor();
  const shows = useView((state) => state.figures);
  if (shows) return null;
  return (
    <button type="button" className={styles.switch} onClick={() => editor.setView({ figures: true })}>
      <Icon name="eye-off" size={14} />
      <span>{t('Figures hidden')}</span>
      <span className={styles.show}>{t('Show')}</span>
    </button>
  );
}
