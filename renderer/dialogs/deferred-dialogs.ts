import { deferred, deferredField } from '../ui/deferred';

/** The dialogs and menus of commands, which the first page is drawn without. */
export const CommandPalette = deferredField(async () => (await import('./CommandPalette')).CommandPalette);
export const CompareDialog = deferred(async () => (await import('./compare/CompareDialog')).CompareDialog);
export const TryKindDialog = deferred(async () => (await import('./compare/TryKindDialog')).TryKindDialog);
export const ConvertDialog = deferred(async () => (await import('./convert/ConvertDialog')).ConvertDialog);
export const ContextMenu = deferred(async () => (await import('./ContextMenu')).ContextMenu);
export const ExportDialog = deferred(async () => (await import('./export/ExportDialog')).ExportDialog);
export const FixAllDialog = deferred(async () => (await import('./fix-all/FixAllDialog')).FixAllDialog);
export const HelpSheet = deferred(async () => (await import('./HelpSheet')).HelpSheet);
export const ShortcutsDialog = deferred(
  async () => (await import('./shortcuts/ShortcutsDialog')).ShortcutsDialog,
);
export const SizeDialog = deferred(async () => (await import('./sizing/SizeDialog')).SizeDialog);
export const TemplateGallery = deferred(
  async () => (await import('./templates/TemplateGallery')).TemplateGallery,
);
export const VersionsDialog = deferred(
  async () => (await import('./versions/VersionsDialog')).VersionsDialog,
);
export const TrashDialog = deferred(async () => (await import('./TrashDialog')).TrashDialog);
