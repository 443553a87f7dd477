import { useEffect, useState } from 'react';
import { Dialogs } from '../dialogs/Dialogs';
import { Library } from '../library/Library';
import { PracticeRoom } from '../practice/deferred-practice';
import { saveAsFile } from '../storage/file';
import { goHome } from '../storage/library';
import { noteStanding } from '../storage/navigation';
import { keepOpeningMark } from '../storage/opening-mark';
import { currentDesign, useDocument } from '../store/document';
import { EditorContext, useActiveEditor } from '../store/editors';
import { useWorkspace } from '../store/workspace';
import { afterPaint } from '../ui/after-paint';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { TooltipLayer } from '../ui/Tooltip';
import { Editor, useEditorMount, useEditorServices, useLoadAhead } from './load-ahead';
import { showFailure, startWindow } from './start';
import { Toasts } from './Toasts';

function saveOpenDesign(): void {
  const design = currentDesign();
  if (design !== null) void saveAsFile(design);
}

/** Says, once the canvas with a design is painted, that it stands. */
function Standing() {
  const id = useDocument((state) => state.design?.id ?? null);
  useEffect(() => {
    if (id === null) return undefined;
    return afterPaint(() => void noteStanding(id));
  }, [id]);
  return null;
}

/** Lets the boundary around it show why the editor could not be loaded. */
function Unloaded({ error }: { readonly error: Error }): never {
  throw error;
}

/**
 * The window: the library or an open design, with the dialogs and messages over either. A window that opens with a design
 * shows the library's frame alone until the design stands.
 */
export function App() {
  const active = useActiveEditor();
  const page = useWorkspace((state) => state.page);
  const [wasInLibrary, setWasInLibrary] = useState(false);
  if (page === 'library' && !wasInLibrary) setWasInLibrary(true);
  const isInPractice = page === 'practice' || page === 'attempt';
  const { isMounted, failure } = useEditorMount(page === 'editor');
  useLoadAhead(isMounted || page === 'library');
  useEditorServices(isMounted || failure !== null || page === 'library' || isInPractice, showFailure);
  // Outside the boundary: autosave and the analysis go on when drawing fails.
  useEffect(() => startWindow(), []);
  return (
    <EditorContext value={active}>
      <ErrorBoundary onSaveFile={saveOpenDesign} onLeave={goHome} onError={keepOpeningMark}>
        {failure === null ? null : <Unloaded error={failure} />}
        {isMounted ? <Editor /> : isInPractice ? <PracticeRoom /> : <Library empty={!wasInLibrary} />}
        {isMounted ? <Standing /> : null}
        <Dialogs />
      </ErrorBoundary>
      <Toasts />
      <TooltipLayer />
    </EditorContext>
  );
}
