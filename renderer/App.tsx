import { useEffect, useState } from 'react';
import { Dialogs } from './dialogs/Dialogs';
import { Library } from './library/Library';
import { Editor, useEditorStands, useLoadAhead } from './load-ahead';
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

/**
 * The window: the library or an open design, with the dialogs and messages over either. A window that opens with a design
 * shows the library's frame alone until the design stands.
 */
export function App() {
  const page = useWorkspace((state) => state.page);
  const [wasInLibrary, setWasInLibrary] = useState(false);
  if (page === 'library' && !wasInLibrary) setWasInLibrary(true);
  const editorStands = useEditorStands(page === 'editor');
  useLoadAhead(editorStands || page === 'library');
  // Outside the boundary: autosave and the analysis go on when drawing fails.
  useEffect(() => startWindow(), []);
  return (
    <>
      <ErrorBoundary onSaveFile={saveOpenDesign}>
        {editorStands ? <Editor /> : <Library empty={!wasInLibrary} />}
        <Dialogs />
      </ErrorBoundary>
      <Toasts />
      <TooltipLayer />
    </>
  );
}
