import { lazy, Suspense } from 'react';
import { useEditor } from '../../store/editors';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';

// The code that writes files is loaded when the dialog opens.
const ExportForm = lazy(() => import('./ExportForm').then((module) => ({ default: module.ExportForm })));

/** Writes the open design as a file of any format. */
export function ExportDialog() {
  const { setView } = useEditor();
  const close = (): void => setView({ dialog: null });
  return (
    <Dialog title={t('Export')} size="large" onClose={close}>
      <Suspense fallback={<p>{t('Loading…')}</p>}>
        <ExportForm onDone={close} />
      </Suspense>
    </Dialog>
  );
}
