import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';
import type { EditOptions } from './editor/document';
import { activeEditor, editorHook } from './editors';

export type { DocumentState, EditOptions, Step } from './editor/document';

export const useDocument = editorHook((editor) => editor.document);

/** The functions below act on the active editor. */
export const openDesign = (design: Design | null, readOnly = false): void =>
  activeEditor().open(design, readOnly);

export const setReadOnly = (readOnly: boolean): void => activeEditor().setReadOnly(readOnly);

/** One call is one undo step named `label`; false where nothing changed or the design is read-only. */
export const edit = (label: string, changes: readonly Change[], options: EditOptions = {}): boolean =>
  activeEditor().edit(label, changes, options);

export const undo = (): void => activeEditor().undo();

export const redo = (): void => activeEditor().redo();

/** Goes to where so many steps are done, back or forth. */
export const goToStep = (done: number): void => activeEditor().goToStep(done);

export const currentDesign = (): Design | null => activeEditor().design();
