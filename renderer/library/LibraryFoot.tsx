import { useEffect } from 'react';
import { runCommandLater } from '../commands/run-later';
import { platform } from '../platform/current';
import { askToPersist, refreshPersistence, usePersistence } from '../storage/persistence';
import { toast, useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { bytesText } from '../words/figures';
import { t } from '../words/t';
import styles from './LibraryFoot.module.css';

/** The library as a whole: backup, trash, and whether the browser keeps it. */
export function LibraryFoot() {
  const trashCount = useWorkspace((state) => state.trash.length);
  const memoryOnly = useWorkspace((state) => state.memoryOnly);
  return (
    <footer className={styles.foot}>
      <div className={styles.actions}>
        <Button icon="download" onClick={() => void runCommandLater('back-up-library')}>
          {t('Back up the library…')}
        </Button>
        <Button icon="folder-open" onClick={() => void runCommandLater('restore-library')}>
          {t('Restore a backup…')}
        </Button>
        <Button icon="trash" onClick={() => void runCommandLater('open-trash')}>
          {trashCount === 0 ? t('Trash') : t('Trash ({count})', { count: trashCount })}
        </Button>
      </div>
      {memoryOnly ? (
        <p className={styles.warning}>
          {t('This browser keeps nothing: designs are lost when this window closes.')}
        </p>
      ) : platform().kind === 'browser' ? (
        <KeptLine />
      ) : null}
    </footer>
  );
}

async function askAgain(): Promise<void> {
  if (await askToPersist()) toast(t('The browser now keeps the library.'));
  else
    toast(
      t('The browser declined. It may agree later, when this page has been used more; a backup is safe.'),
    );
}

/** Whether the browser may clear the library, and the room it takes. */
function KeptLine() {
  const { isPersistent, usageBytes, quotaBytes } = usePersistence();
  useEffect(() => {
    void refreshPersistence();
  }, []);
  const room =
    usageBytes === null || quotaBytes === null
      ? null
      : t('{used} of {quota} used', { used: bytesText(usageBytes), quota: bytesText(quotaBytes) });
  return (
    <p className={styles.kept}>
      {isPersistent === false ? (
        <>
          <span>{t('The browser may clear this library when space runs low.')}</span>
          <Button variant="quiet" onClick={() => void askAgain()}>
            {t('Request persistent storage')}
          </Button>
        </>
      ) : null}
      {room === null ? null : <span>{room}</span>}
    </p>
  );
}
