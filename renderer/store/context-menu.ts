import { create } from 'zustand';
import { activate, type Editor } from './editors';

/** What a context menu was opened on; `many`: on one of several selected parts. */
export type MenuPlace = 'canvas' | 'node' | 'edge' | 'group' | 'mark' | 'many' | 'design';

export interface ContextMenuState {
  readonly menu: { readonly place: MenuPlace; readonly x: number; readonly y: number } | null;
}

export const useContextMenu = create<ContextMenuState>(() => ({ menu: null }));

/** What of a mouse or keyboard event a menu needs. */
interface MenuEvent {
  readonly clientX: number;
  readonly clientY: number;
  readonly preventDefault: () => void;
  readonly currentTarget?: EventTarget | null;
}

/**
 * Opens the context menu of a place. `ids` are what it was opened on: they become the selection unless they are part of
 * it already. Opened from the keyboard, which has no point, it is at its element.
 */
export function openContextMenu(
  editor: Editor,
  event: MenuEvent,
  place: MenuPlace,
  ids: readonly string[] = [],
): void {
  event.preventDefault();
  activate(editor);
  const selected = editor.selection.getState().ids;
  const isAmongMany = selected.size > 1 && ids.length > 0 && ids.every((id) => selected.has(id));
  if (ids.some((id) => !selected.has(id))) editor.select(ids);
  const { clientX, clientY, currentTarget } = event;
  const fromKeyboard = clientX === 0 && clientY === 0 && currentTarget instanceof Element;
  const box = fromKeyboard ? currentTarget.getBoundingClientRect() : null;
  useContextMenu.setState({
    menu: {
      place: isAmongMany && place !== 'edge' ? 'many' : place,
      x: box === null ? clientX : box.left + 8,
      y: box === null ? clientY : box.top + 8,
    },
  });
}

export function closeContextMenu(): void {
  useContextMenu.setState({ menu: null });
}
