import type { ViewState } from './editor/view';
import { activeEditor, editorHook } from './editors';

export {
  type DialogName,
  type DrawerTab,
  type FindingGrouping,
  findingGroupings,
  type InspectorPlace,
  type InspectorTab,
  leastTypedLoad,
  maxLoad,
  minLoad,
  type ReferencePlace,
  type Theme,
  type Tool,
  type ViewState,
} from './editor/view';

/** How an editor shows its design; `keptIn` says where each field is kept. */
export const useView = editorHook((editor) => editor.view);

/** The functions below act on the active editor, and what is of the window on the window. */
export const setView = (patch: Partial<ViewState>): void => activeEditor().setView(patch);

export const setLoad = (load: number): void => activeEditor().setLoad(load);

export const resetView = (): void => activeEditor().resetView();
