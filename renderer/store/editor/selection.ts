import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is selected: ids of nodes, edges, groups and marks together (ids are unique in a document), or one flow. */
export interface SelectionState {
  readonly ids: ReadonlySet<string>;
  /** A flow chosen in the client's card or the Flows panel; it shows in the inspector. */
  readonly flow: string | null;
}

export interface Selection {
  readonly selection: StoreApi<SelectionState>;
  readonly select: (ids: Iterable<string>) => void;
  readonly selectFlow: (flow: string) => void;
  readonly toggleSelected: (id: string) => void;
  readonly clearSelection: () => void;
}

const nothing: ReadonlySet<string> = new Set();

export function createSelection(): Selection {
  const selection = createStore<SelectionState>(() => ({ ids: nothing, flow: null }));
  const select = (ids: Iterable<string>): void => {
    const next = new Set(ids);
    selection.setState({ ids: next.size === 0 ? nothing : next, flow: null });
  };
  return {
    selection,
    select,
    selectFlow: (flow) => selection.setState({ ids: nothing, flow }),
    toggleSelected(id) {
      const next = new Set(selection.getState().ids);
      if (!next.delete(id)) next.add(id);
      select(next);
    },
    clearSelection: () => selection.setState({ ids: nothing, flow: null }),
  };
}
