import { lazy, Suspense } from 'react';
import { setView } from '../../store/view';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';

// The code that writes files is loaded when the dialog opens.
const ExportForm = lazy(() => import('./ExportForm').then((module) => ({ default: module.ExportForm })));

const close = (): void => setView({ dialog: null });

/** Writes the open design as a file of any format. */
export function ExportDialog() {
  return (
    <Dialog title={t('Export')} size="large" onClose={close}>
      <Suspense fallback={<p>{t('Loading…')}</p>}>
        <ExportForm onDone={close} />
      </Suspense>
    </Dialog>
  );
}
