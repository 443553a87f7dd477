import { useDocument } from '../store/document';
import { showNotice } from '../store/notice';
import { toast, useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import type { StorageFailure } from './failure';
import { saveAsFile } from './file';

/** Says once that this window keeps nothing, why, and what to do; with the first design, offers to save it to a file. */
export function tellMemoryOnly({ reason, message }: StorageFailure): void {
  useWorkspace.setState({ memoryOnly: true });
  showNotice({
    title: t('Nothing can be kept in this window'),
    text:
      reason === 'full'
        ? t(
            'The disk seems to be full: the browser’s storage cannot be opened. You can work, but designs last only as long as this window. Designs that were stored before are not changed.',
          )
        : t(
            'The browser gives this page no storage ({message}). You can work, but designs last only as long as this window. Designs that were stored before are not changed.',
            { message },
          ),
    actions: [{ label: t('Load again'), variant: 'primary', run: () => location.reload() }],
  });
  window.addEventListener('beforeunload', askBeforeLosing);
  const stop = useDocument.subscribe(({ design }) => {
    if (design === null) return;
    stop();
    toast(t('“{name}” lasts only as long as this window.', { name: design.name }), {
      tone: 'error',
      action: {
        label: t('Save to a file'),
        run: () => void saveAsFile(useDocument.getState().design ?? design),
      },
    });
  });
}

/** Leaving the page loses every design that the window has in memory. */
function askBeforeLosing(event: BeforeUnloadEvent): void {
  if ((useWorkspace.getState().designs ?? []).length > 0) event.preventDefault();
}
