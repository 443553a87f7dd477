import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { Icon } from '../ui/Icon';
import { shareText } from '../words/figures';
import { t } from '../words/t';
import { fitAll, zoomBy, zoomTo } from './viewport';
import styles from './ZoomControls.module.css';

const step = 1.25;

/** Zoom out, the zoom (a click goes to 100 %), zoom in, fit. */
export function ZoomControls() {
  const editor = useEditor();
  const percent = useView((state) => shareText(Math.round(state.zoom * 100) / 100));
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('Zoom')}>
      <button
        type="button"
        className={styles.button}
        aria-label={t('Zoom out')}
        onClick={() => zoomBy(editor, 1 / step)}
      >
        <Icon name="minus" size={14} />
      </button>
      <button
        type="button"
        className={styles.percent}
        aria-label={t('Zoom {percent}, set to 100 %', { percent })}
        onClick={() => zoomTo(editor, 1)}
      >
        {percent}
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={t('Zoom in')}
        onClick={() => zoomBy(editor, step)}
      >
        <Icon name="plus" size={14} />
      </button>
      <button type="button" className={styles.fit} onClick={() => fitAll(editor)}>
        {t('Fit')}
      </button>
    </div>
  );
}
