import type { Flushed } from '../../shared/ipc';
import { currentDesign } from '../store/document';
import { showNotice } from '../store/notice';
import { useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { fileOf, saveAsFile } from './file';
import { flush, flushAtOnce, hasUnsavedChanges, isSavingFailing } from './session';

/** As much of a design's name as a question has room for. */
const longestName = 100;

/** Writes what is unsaved before the shell closes the window; where it cannot be written, hands it over as a file. */
export async function flushBeforeClose(): Promise<Flushed> {
  // Should the window be closed without waiting, this is what is left.
  flushAtOnce();
  const isSaved = await flush().catch(() => false);
  const design = currentDesign();
  // What is saved in memory alone ends with the window.
  const isKept = isSaved && !useWorkspace.getState().memoryOnly;
  if (isKept || design === null) return { saved: true };
  return { saved: false, name: design.name.slice(0, longestName), file: fileOf(design) };
}

export interface Leaving {
  readonly unsaved: boolean;
  /** Storage refuses what is written. */
  readonly failing: boolean;
  /** What is unsaved is kept where it survives the page. */
  readonly draftKept: boolean;
}

/** Whether leaving the page loses changes: storage refuses them, or there was no room for a draft of them. */
export function losesChanges({ unsaved, failing, draftKept }: Leaving): boolean {
  return unsaved && (failing || !draftKept);
}

/** Has the browser confirm that a page with changes that cannot be saved is left. Returns the function that stops it. */
export function followLeaving(): () => void {
  const listener = (event: BeforeUnloadEvent): void => {
    const draftKept = flushAtOnce();
    if (!losesChanges({ unsaved: hasUnsavedChanges(), failing: isSavingFailing(), draftKept })) return;
    event.preventDefault();
    // The browser's question has no room for a way out: whoever stays is shown it.
    setTimeout(offerFile);
  };
  window.addEventListener('beforeunload', listener);
  return () => window.removeEventListener('beforeunload', listener);
}

function offerFile(): void {
  const design = currentDesign();
  if (design === null || !hasUnsavedChanges()) return;
  showNotice({
    title: t('“{name}” is not saved', { name: design.name }),
    text: t('It could not be written to this browser’s storage. Save it as a file before you leave it.'),
    actions: [{ label: t('Save as file'), variant: 'primary', run: () => void saveAsFile(design) }],
  });
}
