import { templateTitles } from '../../../shared/templates/titles';
import { useEditor } from '../../store/editors';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import styles from './Palette.module.css';

/** Opens the gallery of complete designs, to start from or to insert. */
export function TemplateList() {
  const { setView } = useEditor();
  return (
    <section className={styles.section}>
      <button
        type="button"
        className={styles.sectionButton}
        aria-haspopup="dialog"
        data-tip={t('Complete designs, to insert here or to open as a new design')}
        onClick={() => setView({ dialog: 'templates' })}
      >
        <Icon name="file-stack" size={14} />
        {t('Templates')}
        <span className={styles.count}>{templateTitles.length}</span>
      </button>
    </section>
  );
}
