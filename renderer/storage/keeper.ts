import { activeEditor, allEditors, type Editor } from '../store/editors';
import type { Autosave } from './autosave';
import type { DesignLock } from './locks';

/** A stored design in an editor: its lock where this window may write it, and the watch on storage where it may not. */
export interface Session {
  readonly id: string;
  lock: DesignLock | null;
  stopFollowing: () => void;
}

/** What keeps the design of an editor. */
export interface Keeper {
  readonly editor: Editor;
  readonly autosave: Autosave;
  session: Session | null;
  /** The message that writing fails; it goes when writing succeeds again. */
  failureToast: number;
}

/** Those of the window's editors. */
export const keepers = new WeakMap<Editor, Keeper>();

export function activeKeeper(): Keeper {
  const keeper = keepers.get(activeEditor());
  if (keeper === undefined) throw new Error('the active editor keeps no design');
  return keeper;
}

export const allKeepers = (): readonly Keeper[] =>
  allEditors().flatMap((editor) => keepers.get(editor) ?? []);

/** Another window may write the design from now on. */
export function release(keeper: Keeper): void {
  keeper.session?.lock?.release();
  keeper.session?.stopFollowing();
  keeper.session = null;
}
