import { useEffect, useRef } from 'react';
import { focusCanvas } from '../canvas/screen';
import { useContextMenu } from '../store/context-menu';
import { useEditedProblem } from '../store/edited-problem';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { AboutDialog } from './about/deferred-about';
import { DropHint } from './DropHint';
import {
  CommandPalette,
  CompareDialog,
  ContextMenu,
  ConvertDialog,
  ExportDialog,
  FixAllDialog,
  HelpSheet,
  ShortcutsDialog,
  SizeDialog,
  TemplateGallery,
  TrashDialog,
  TryKindDialog,
  VersionsDialog,
} from './deferred-dialogs';
import { EditProblemDialog, MakeProblemDialog } from './make-problem/deferred-make-problem';
import { NoticeDialog } from './NoticeDialog';
import { Presentation } from './presentation/deferred-presentation';
import { ReferenceDialog } from './reference/deferred-reference';

/** The dialogs and menus that are open. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  const isPresenting = useView((state) => state.presenting);
  const hasMenu = useContextMenu((state) => state.menu !== null);
  useKeyboardAfter(dialog);
  const isProblemEdited = useEditedProblem((state) => state.problem !== null);
  return (
    <>
      {dialog === 'commands' ? <CommandPalette /> : null}
      {dialog === 'help' ? <HelpSheet /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog === 'reference' ? <ReferenceDialog /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      {dialog === 'export' ? <ExportDialog /> : null}
      {dialog === 'convert' ? <ConvertDialog /> : null}
      {dialog === 'fix-all' ? <FixAllDialog /> : null}
      {dialog === 'size' ? <SizeDialog /> : null}
      {dialog === 'compare' ? <CompareDialog /> : null}
      {dialog === 'try-kind' ? <TryKindDialog /> : null}
      {dialog === 'make-problem' ? <MakeProblemDialog /> : null}
      {dialog === 'templates' ? <TemplateGallery /> : null}
      {dialog === 'trash' ? <TrashDialog /> : null}
      {dialog === 'versions' ? <VersionsDialog /> : null}
      {isProblemEdited ? <EditProblemDialog /> : null}
      {hasMenu ? <ContextMenu /> : null}
      {isPresenting ? <Presentation /> : null}
      <NoticeDialog />
      <DropHint />
    </>
  );
}

/** The canvas takes the keyboard where what opened a dialog is gone when it closes, or nothing had it before. */
function useKeyboardAfter(dialog: string | null): void {
  const editor = useEditor();
  const before = useRef(dialog);
  useEffect(() => {
    const hasClosed = before.current !== null && dialog === null;
    before.current = dialog;
    if (hasClosed && document.activeElement === document.body) focusCanvas(editor);
  }, [dialog, editor]);
}
