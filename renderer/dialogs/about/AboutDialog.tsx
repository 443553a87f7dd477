import ownLicence from '../../../LICENSE?raw';
import { version } from '../../../package.json';
import { useEditor } from '../../store/editors';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';
import styles from './AboutDialog.module.css';
import { Licences } from './Licences';

/** What this program is, its licence and those of third parties. */
export function AboutDialog() {
  const { setView } = useEditor();
  return (
    <Dialog title={t('About Loadline')} size="large" onClose={() => setView({ dialog: null })}>
      <p>{t('Loadline {version}', { version })}</p>
      <p className={styles.muted}>
        {t('It works offline: your designs stay on this computer, and nothing is sent anywhere.')}
      </p>
      <details className={styles.notice}>
        <summary>
          <span>{t('Licence of Loadline')}</span>
          <span translate="no" className={styles.muted}>
            MIT
          </span>
        </summary>
        <pre translate="no" className={styles.text}>
          {ownLicence.trim()}
        </pre>
      </details>
      <h3 className={styles.heading}>{t('Open-source licences')}</h3>
      <Licences />
    </Dialog>
  );
}
