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

/** Whatever stands over the page at the moment. */
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
