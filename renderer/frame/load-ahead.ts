import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  CommandPalette,
  ContextMenu,
  ExportDialog,
  HelpSheet,
  ShortcutsDialog,
  TrashDialog,
} from '../dialogs/deferred-dialogs';
import { Inspector, OpenDrawer } from '../panels/deferred-panels';
import { FindBar } from '../panels/find/deferred-find';
import { KindGuide } from '../panels/palette/deferred-guide';
import { loadReader } from '../storage/designs';
import { currentDesign } from '../store/document';
import { useView } from '../store/view';
import { afterPaint } from '../ui/after-paint';
import { type Deferred, deferred } from '../ui/deferred';
import { MainMenuList } from './deferred-main-menu';
import { takeEarlyPresses } from './early-presses';

/** The canvas with its bars and panels: more than half of the window, and not on the first page. */
export const Editor = deferred(async () => (await import('./Editor')).Editor);

type DesignServices = typeof import('./design-services');
let services: DesignServices | null = null;

/** What is built on the catalog. */
export async function loadDesignServices(): Promise<DesignServices> {
  services = await import('./design-services');
  return services;
}

/** What is built on commands: pages are drawn without it. */
const loadEditorServices = () => import('./editor-services');

/** All that an open design shows at first, so that it appears whole. */
function shownAtFirst({ logosOf }: DesignServices): readonly Deferred[] {
  const design = currentDesign();
  const hasDrawer = useView.getState().drawer !== null;
  return [Editor, ...(design === null ? [] : logosOf(design)), ...(hasDrawer ? [OpenDrawer] : [])];
}

const isShownAtFirstLoaded = (): boolean =>
  services !== null && shownAtFirst(services).every((part) => part.isLoaded());

async function loadShownAtFirst(): Promise<void> {
  const loaded = await loadDesignServices();
  await Promise.all(shownAtFirst(loaded).map((part) => part.load()));
}

/**
 * Whether the editor can be drawn: it is wanted, and all that it shows at first is loaded. Until then the library stays.
 * `failure` is why it could not be loaded.
 */
export function useEditorMount(wanted: boolean): {
  readonly isMounted: boolean;
  readonly failure: Error | null;
} {
  const [isMounted, setIsMounted] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  if (isMounted !== wanted && (!wanted || isShownAtFirstLoaded())) setIsMounted(wanted);
  useEffect(() => {
    if (!wanted || isMounted) return undefined;
    let isShown = true;
    loadShownAtFirst().then(
      () => {
        // At once with all its effects: the canvas would otherwise be shown for a moment without its cards.
        if (isShown) flushSync(() => setIsMounted(true));
      },
      (error: unknown) => {
        if (isShown) setFailure(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      isShown = false;
      setFailure(null);
    };
  }, [wanted, isMounted]);
  return { isMounted: wanted && isMounted, failure: wanted ? failure : null };
}

const later: readonly Deferred[] = [
  ContextMenu,
  CommandPalette,
  MainMenuList,
  HelpSheet,
  Inspector,
  FindBar,
  OpenDrawer,
  KindGuide,
  ExportDialog,
  ShortcutsDialog,
  TrashDialog,
];

/** Begins to load the editor, wanted next or already: they come while storage is read and the first page drawn. */
export function loadEditorAhead(): void {
  // `useEditorMount` loads it again, and shows what is wrong.
  Promise.all([Editor.load(), loadDesignServices(), loadReader()]).catch(nothing);
}

/**
 * Starts what is built on commands once the first page is painted, and leaves it on; keys that are pressed until then are kept
 * for it.
 */
export function useEditorServices(isPageShown: boolean, onFailure: (error: unknown) => void): void {
  const [wasPageShown, setWasPageShown] = useState(isPageShown);
  if (isPageShown && !wasPageShown) setWasPageShown(true);
  useEffect(() => {
    if (!wasPageShown) return undefined;
    let isStopped = false;
    let stop = afterPaint(() => {
      loadEditorServices().then(({ startEditorServices }) => {
        if (!isStopped) stop = startEditorServices(takeEarlyPresses());
      }, onFailure);
    });
    return () => {
      isStopped = true;
      stop();
    };
  }, [wasPageShown, onFailure]);
}

/** Loads the rest of what the first page does without once a page is shown, one part after the other while there is time. */
export function useLoadAhead(isPageShown: boolean): void {
  useEffect(() => (isPageShown ? loadInTurn(later) : undefined), [isPageShown]);
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
