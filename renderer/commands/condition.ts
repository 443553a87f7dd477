/** What a condition reads: a store, or events of the page. */
export interface Source {
  readonly subscribe: (listener: () => void) => () => void;
}

/** Something that holds or not, and says when that changes: menus, buttons and the palette follow it and never poll. */
export interface Condition extends Source {
  readonly get: () => boolean;
  /** All that `get` reads. */
  readonly sources: readonly Source[];
}

/** A condition on some sources. `get` must read nothing that changes but them: hooks of stores read the active editor's. */
export function condition(sources: readonly Source[], get: () => boolean): Condition {
  return {
    get,
    sources,
    subscribe(listener) {
      let last = get();
      return subscribeToAll(sources, () => {
        const now = get();
        if (now === last) return;
        last = now;
        listener();
      });
    },
  };
}

/** Holds where all of them do. */
export const all = (...conditions: readonly Condition[]): Condition =>
  condition(sourcesOf(conditions), () => conditions.every(({ get }) => get()));

/** The sources of some conditions, each once. */
export const sourcesOf = (conditions: readonly Condition[]): readonly Source[] => [
  ...new Set(conditions.flatMap(({ sources }) => sources)),
];

/** Calls the listener at every change of any source. Returns the function that stops it. */
export function subscribeToAll(sources: readonly Source[], listener: () => void): () => void {
  const stops = sources.map((source) => source.subscribe(() => listener()));
  return () => {
    for (const stop of stops) stop();
  };
}
