import { useEffect } from 'react';
import { Dialogs } from './dialogs/Dialogs';
import { Editor } from './Editor';
import { Library } from './library/Library';
import { startWindow } from './start';
import { saveAsFile } from './storage/file';
import { currentDesign } from './store/document';
import { useWorkspace } from './store/workspace';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { Toasts } from './ui/Toasts';
import { TooltipLayer } from './ui/Tooltip';

function saveOpenDesign(): void {
  const design = currentDesign();
  if (design !== null) void saveAsFile(design);
}

/** The window: the library or an open design, with the dialogs and messages over either. */
export function App() {
  const page = useWorkspace((state) => state.page);
  // Outside the boundary: autosave and the analysis go on when drawing fails.
  useEffect(() => startWindow(), []);
  return (
    <>
      <ErrorBoundary onSaveFile={saveOpenDesign}>
        {page === 'editor' ? <Editor /> : <Library />}
        <Dialogs />
      </ErrorBoundary>
      <Toasts />
      <TooltipLayer />
    </>
  );
}
