import { documentCommand, exportCommand, practiceCommand } from '../commands/frame-buttons';
import { useShownCommand } from '../commands/shown-command';
import { goHome } from '../storage/library';
import { useAttempt } from '../store/attempt';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { type SaveState, useSaving } from '../store/saving';
import { useShownTheme } from '../store/shown-theme';
import { useView } from '../store/view';
import { useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import { DesignName } from './DesignName';
import { HistoryButtons } from './HistoryButtons';
import { LoadSlider } from './LoadSlider';
import { MainMenu } from './MainMenu';
import styles from './TopBar.module.css';

export function TopBar() {
  const exporting = useShownCommand(exportCommand);
  const practice = useShownCommand(practiceCommand);
  const written = useShownCommand(documentCommand);
  const showsDocument = useView((state) => state.document);
  const isInAttempt = useAttempt((state) => state.attempt !== null);
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <MainMenu />
        <button
          type="button"
          className={styles.home}
          aria-label={t('All designs')}
          data-tip={t('All designs')}
          onClick={() => goHome()}
        >
          <Mark />
          <span className={styles.designs}>{t('Designs')}</span>
        </button>
        <span className={styles.slash} aria-hidden="true">
          /
        </span>
        <DesignName />
        <SaveWords />
        <HistoryButtons />
      </div>
      <LoadSlider />
      <div className={styles.end}>
        <Button
          variant="quiet"
          icon="file-text"
          aria-label={t('Document')}
          aria-pressed={showsDocument}
          onClick={written.run}
        />
        {isInAttempt ? null : (
          <Button variant="quiet" icon="timer" aria-label={t('Practice')} onClick={practice.run} />
        )}
        <ThemeSwitch />
        <Button variant="primary" icon="download" disabled={!exporting.enabled} onClick={exporting.run}>
          {t('Export')}
        </Button>
      </div>
    </header>
  );
}

/** The load line of a ship: a circle crossed by a line. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className={styles.mark}>
      <circle cx="10" cy="10" r="5.6" fill="none" strokeWidth="2" />
      <line x1="1" y1="10" x2="19" y2="10" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

/** Whether what is on the screen is kept, in words. */
function SaveWords() {
  const saveState = useSaving((state) => state.saveState);
  const readOnly = useDocument((state) => state.readOnly);
  const memoryOnly = useWorkspace((state) => state.memoryOnly);
  const isDeleted = useSaving((state) => state.isDeleted);
  const failed = isDeleted || memoryOnly || (!readOnly && (saveState === 'failed' || saveState === 'full'));
  return (
    <span role="status" className={styles.save} data-failed={failed ? '' : undefined}>
      {failed ? <Icon name="circle-alert" size={14} /> : null}
      <span>
        {isDeleted
          ? t('Deleted')
          : readOnly
            ? t('Read only')
            : memoryOnly
              ? t('Not kept')
              : saveWords(saveState)}
      </span>
    </span>
  );
}

function saveWords(saveState: SaveState): string {
  switch (saveState) {
    case 'saved':
      return t('Saved');
    case 'saving':
      return t('Saving…');
    case 'unsaved':
      return t('Not saved yet');
    case 'failed':
      return t('Could not be saved');
    case 'full':
      return t('Disk full, not saved');
    case 'deleted':
      return t('Deleted');
  }
}

function ThemeSwitch() {
  const { setView } = useEditor();
  const dark = useShownTheme() === 'dark';
  return (
    <Button
      variant="quiet"
      icon={dark ? 'moon' : 'sun'}
      aria-label={dark ? t('Switch to light') : t('Switch to dark')}
      onClick={() => setView({ theme: dark ? 'light' : 'dark' })}
    />
  );
}
