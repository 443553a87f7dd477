import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Inspector, OpenDrawer } from '../panels/deferred-panels';
import { KindGuide } from '../panels/palette/deferred-guide';
import { useDocument } from '../store/document';
import { resolvedOf } from '../store/report';
import { useView } from '../store/view';
import { logosIn } from '../ui/brand-logos';
import { type Deferred, deferred } from '../ui/deferred';

/** The canvas with its bars and panels: more than half of the window, and not on the first page. */
export const Editor = deferred(async () => (await import('./Editor')).Editor);

/** All that an open design shows at first, so that it appears whole. */
function shownAtFirst(): readonly Deferred[] {
  const { design } = useDocument.getState();
  const logos = design === null ? [] : logosIn(resolvedOf(design).design);
  const hasDrawer = useView.getState().drawer !== null;
  return [Editor, ...logos, ...(hasDrawer ? [OpenDrawer] : [])];
}

/**
 * Whether the editor can be drawn: it is wanted, and all that it shows at first is loaded. Until then the library stays.
 * `failure` is why it could not be loaded.
 */
export function useEditorStands(wanted: boolean): {
  readonly stands: boolean;
  readonly failure: Error | null;
} {
  const [stands, setStands] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  if (stands !== wanted && (!wanted || shownAtFirst().every((part) => part.isLoaded()))) setStands(wanted);
  useEffect(() => {
    if (!wanted || stands) return undefined;
    let isShown = true;
    Promise.all(shownAtFirst().map((part) => part.load())).then(
      () => {
        // At once with all its effects: the canvas would else stand for a moment without its cards.
        if (isShown) flushSync(() => setStands(true));
      },
      (error: unknown) => {
        if (isShown) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      isShown = false;
      setFailure(null);
    };
  }, [wanted, stands]);
  return { stands: wanted && stands, failure: wanted ? failure : null };
}

const later: readonly Deferred[] = [Inspector, OpenDrawer, KindGuide];

/** Begins to load the editor, which is wanted next or already: it comes while storage is read and the first page drawn. */
export function loadEditorAhead(): void {
  // `useEditorStands` loads it again, and shows what is wrong.
  Editor.load().catch(nothing);
}

/** Loads the rest of what the first page does without once a page stands, one part after the other while there is time. */
export function useLoadAhead(pageStands: boolean): void {
  useEffect(() => (pageStands ? loadInTurn(later) : undefined), [pageStands]);
}

const nothing = (): void => undefined;

/** Returns the function that stops it. */
function loadInTurn([part, ...rest]: readonly Deferred[]): () => void {
  if (part === undefined) return nothing;
  let stop = nothing;
  let isStopped = false;
  const handle = requestIdleCallback(
    () => {
      const next = (): void => {
        if (!isStopped) stop = loadInTurn(rest);
      };
      part.load().then(next, next);
    },
    { timeout: 1_000 },
  );
  return () => {
    isStopped = true;
    cancelIdleCallback(handle);
    stop();
  };
}
