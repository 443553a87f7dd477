import { useView } from '../store/view';
import { AboutDialog } from './about/deferred-about';
import { CommandPalette } from './CommandPalette';
import { ContextMenu } from './ContextMenu';
import { DropHint } from './DropHint';
import { ExportDialog } from './export/ExportDialog';
import { HelpSheet } from './HelpSheet';
import { NoticeDialog } from './NoticeDialog';
import { ReferenceDialog } from './reference/deferred-reference';
import { TrashDialog } from './TrashDialog';

/** The dialogs and menus that are open. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  return (
    <>
      {dialog === 'commands' ? <CommandPalette /> : null}
      {dialog === 'help' ? <HelpSheet /> : null}
      {dialog === 'reference' ? <ReferenceDialog /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      {dialog === 'export' ? <ExportDialog /> : null}
      {dialog === 'trash' ? <TrashDialog /> : null}
      <ContextMenu />
      <NoticeDialog />
      <DropHint />
    </>
  );
}
