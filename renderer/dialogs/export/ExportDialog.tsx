import { lazy, Suspense } from 'react';
import { setView } from '../../store/view';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';

// What draws pictures is loaded when one is wanted.
const ExportForm = lazy(() => import('./ExportForm').then((module) => ({ default: module.ExportForm })));

const close = (): void => setView({ dialog: null });

/** Takes the open design out as a file: JSON, SVG or PNG. */
export function ExportDialog() {
  return (
    <Dialog title={t('Export')} size="large" onClose={close}>
      <Suspense fallback={<p>{t('Loading…')}</p>}>
        <ExportForm onDone={close} />
      </Suspense>
    </Dialog>
  );
}
