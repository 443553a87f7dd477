import { closeNotice, type NoticeAction, useNotice } from '../store/notice';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../words/t';
import styles from './NoticeDialog.module.css';

/** More lines than these are counted, not shown: the first faults are the ones to fix. */
const shownLines = 12;

/** A notice that has to be read or decided before going on. */
export function NoticeDialog() {
  const notice = useNotice((state) => state.notice);
  if (notice === null) return null;
  const { title, text, lines = [], actions } = notice;
  const choose = (action: NoticeAction): void => {
    closeNotice();
    action.run();
  };
  const hidden = lines.length - shownLines;
  return (
    <Dialog
      key={title}
      title={title}
      size={lines.length > 0 ? 'medium' : 'small'}
      onClose={closeNotice}
      footer={
        <>
          <Button onClick={closeNotice}>{t('Close')}</Button>
          {actions.map((action) => (
            <Button
              key={action.label}
              variant={action.variant ?? 'plain'}
              {...(action.variant === 'primary' ? { 'data-autofocus': '' } : {})}
              onClick={() => choose(action)}
            >
              {action.label}
            </Button>
          ))}
        </>
      }
    >
      <p>{text}</p>
      {lines.length === 0 ? null : (
        <ul className={styles.lines}>
          {lines.slice(0, shownLines).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {hidden > 0 ? <li className={styles.more}>{t('and {count} more', { count: hidden })}</li> : null}
        </ul>
      )}
    </Dialog>
  );
}
