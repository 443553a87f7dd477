import { type ComponentType, createElement, type ReactElement, useEffect, useRef, useState } from 'react';
import { type HeldPresses, holdPresses } from './held-presses';

/** Code that is loaded on demand, once. */
export interface Deferred {
  readonly load: () => Promise<void>;
  readonly isLoaded: () => boolean;
}

type DeferredPart<P> = Deferred & ((props: P) => ReactElement | null);

/**
 * A component whose code is loaded when it is first rendered, or earlier by `load`. Once loaded it is rendered in the
 * same pass as its parent; React's `lazy` would leave its place empty for a moment even then.
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

/**
 * A deferred component that takes the keyboard as it opens: what is typed while its code is loaded is typed into it once
 * it stands, and runs nothing on what lies under it.
 */
export function deferredField<P extends object>(fetchPart: () => Promise<ComponentType<P>>): DeferredPart<P> {
  const Part = deferred(fetchPart);
  function Field(props: P): ReactElement | null {
    const loaded = useLoaded(Part, true);
    const held = useRef<HeldPresses | null>(null);
    useEffect(() => {
      if (!loaded) held.current ??= holdPresses();
      // After the effects of the part itself, by which it takes the focus.
      else void held.current?.release();
    }, [loaded]);
    useEffect(() => () => held.current?.drop(), []);
    return createElement(Part, props);
  }
  return Object.assign(Field, { load: Part.load, isLoaded: Part.isLoaded });
}

/** A value whose code is loaded on demand; null until then. */
export function deferredValue<T>(
  fetchValue: () => Promise<T>,
): Deferred & { readonly value: () => T | null } {
  let held: { readonly value: T } | null = null;
  const load = once(async () => {
    held = { value: await fetchValue() };
  });
  return { load, isLoaded: () => held !== null, value: () => held?.value ?? null };
}

/** Runs a load once; after a failure the next call tries again. */
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

/** Whether it is loaded; while `wanted` it is loaded, and the caller renders again once it is there. */
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
