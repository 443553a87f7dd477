import { create } from 'zustand';

/** What is selected: ids of nodes, edges, groups and marks together (ids are unique in a document), or one flow. */
export interface SelectionState {
  readonly ids: ReadonlySet<string>;
  /** A flow chosen in the client's card or the Flows panel; it shows in the inspector. */
  readonly flow: string | null;
}

const nothing: ReadonlySet<string> = new Set();

export const useSelection = create<SelectionState>(() => ({ ids: nothing, flow: null }));

export function select(ids: Iterable<string>): void {
  const next = new Set(ids);
  useSelection.setState({ ids: next.size === 0 ? nothing : next, flow: null });
}

export function selectFlow(flow: string): void {
  useSelection.setState({ ids: nothing, flow });
}

export function toggleSelected(id: string): void {
  const next = new Set(useSelection.getState().ids);
  if (!next.delete(id)) next.add(id);
  select(next);
}

export function clearSelection(): void {
  useSelection.setState({ ids: nothing, flow: null });
}

/** The one selected id, or null when none or several are. */
export const useOnlySelected = (): string | null =>
  useSelection((state) => {
    if (state.ids.size !== 1) return null;
    for (const id of state.ids) return id;
    return null;
  });
