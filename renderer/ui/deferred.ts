import { type ComponentType, createElement, type ReactElement, useEffect, useState } from 'react';

/** Code that is loaded on its own, once. */
export interface Deferred {
  readonly load: () => Promise<void>;
  readonly isLoaded: () => boolean;
}

type DeferredPart<P> = Deferred & ((props: P) => ReactElement | null);

/**
 * A component whose code is loaded when it is first drawn, or before that by `load`. Once it is there it is drawn in the
 * same pass as what stands around it; React's own `lazy` would leave its place empty for a moment even then.
 */
export function deferred<P extends object>(fetchPart: () => Promise<ComponentType<P>>): DeferredPart<P> {
  let part: ComponentType<P> | null = null;
  const loading = once(async () => {
    part = await fetchPart();
  });
  const isLoaded = (): boolean => part !== null;
  function Part(props: P): ReactElement | null {
    const loaded = useLoaded({ load: loading, isLoaded }, true);
    return loaded && part !== null ? createElement(part, props) : null;
  }
  return Object.assign(Part, { load: loading, isLoaded });
}

/** Runs a loading once; a failed one is tried anew when it is next asked for. */
export function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= run().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}

/** Whether it is loaded; while it is wanted it gets loaded, and what asks is drawn again when it is there. */
export function useLoaded({ load, isLoaded }: Deferred, wanted: boolean): boolean {
  const [, drawAgain] = useState(0);
  const loaded = isLoaded();
  useEffect(() => {
    if (loaded || !wanted) return undefined;
    let isShown = true;
    void load().then(() => {
      if (isShown) drawAgain((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [load, loaded, wanted]);
  return loaded;
}
