import { askToDeletePermanently, askToEmptyTrash, restoreTrashed } from '../storage/deleted';
import { keptDays } from '../storage/trash';
import { useEditor } from '../store/editors';
import { useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { editedWhen } from '../words/edited';
import { language } from '../words/language';
import { numberLocale } from '../words/number-locale';
import { t } from '../words/t';
import styles from './TrashDialog.module.css';

/** The deleted designs: restore them, or delete them permanently. */
export function TrashDialog() {
  const { setView } = useEditor();
  const trash = useWorkspace((state) => state.trash);
  const close = (): void => setView({ dialog: null });
  return (
    <Dialog
      title={t('Trash')}
      size="medium"
      onClose={close}
      footer={
        <>
          {trash.length === 0 ? null : <Button onClick={askToEmptyTrash}>{t('Empty trash…')}</Button>}
          <Button onClick={close}>{t('Close')}</Button>
        </>
      }
    >
      <p className={styles.lead}>
        {trash.length === 0
          ? t('The trash is empty.')
          : t('Designs are deleted permanently after {days} days.', { days: keptDays })}
      </p>
      <ul className={styles.list} aria-label={t('Deleted designs')}>
        {trash.map(({ key, name, deletedAt }) => (
          <li key={key} className={styles.line}>
            <span className={styles.name}>{name}</span>
            <time className={styles.when} dateTime={deletedAt}>
              {editedWhen(deletedAt, new Date(), language().locale, numberLocale())}
            </time>
            <Button aria-label={t('Restore {name}', { name })} onClick={() => void restoreTrashed(key)}>
              {t('Restore')}
            </Button>
            <Button
              variant="quiet"
              icon="trash"
              aria-label={t('Delete {name} permanently', { name })}
              onClick={() => askToDeletePermanently(key, name)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
