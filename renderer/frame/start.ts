import { listenToDrops } from '../dialogs/drop';
import { followDocument } from '../engine/follow';
import { platform } from '../platform/current';
import { followAttempts } from '../practice/follow-attempts';
import { flushBeforeClose, followLeaving } from '../storage/closing';
import { prepareDatabase } from '../storage/database';
import { emptyExpired } from '../storage/deleted';
import { importOpened } from '../storage/files/opened-files';
import { followLibrary } from '../storage/library';
import { tellMemoryOnly } from '../storage/memory-only';
import { followAddress, startAtAddress } from '../storage/navigation';
import { leaveOpening } from '../storage/opening-mark';
import { isPageStorageBlocked } from '../storage/page-storage';
import { followPreferences } from '../storage/preferences';
import { flushAtOnce, keepDesign } from '../storage/session';
import { useDocument } from '../store/document';
import { activeEditor } from '../store/editors';
import { toast, useWorkspace } from '../store/workspace';
import { withholdCompositionKeys } from '../ui/composition';
import { t } from '../words/t';
import { loadDesignServices } from './load-ahead';

/** Starts everything that runs beside the drawing of the window; returns the function that stops it. */
export function startWindow(): () => void {
  const stops = [
    withholdCompositionKeys(),
    followPreferences(),
    ...[keepDesign, followDocument, followAttempts].map((follower) => activeEditor().follow(follower)),
    listenToDrops(),
    platform().onClosing(flushBeforeClose),
    followLeaving(),
    followPage(),
    followTitle(),
    startOnceLoaded(),
  ];
  startLibrary((stop) => stops.push(stop)).catch((error: unknown) => {
    // Without its page the window would stay empty.
    if (useWorkspace.getState().page === 'starting') useWorkspace.setState({ page: 'library' });
    showFailure(error);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Starts what the first page is drawn without. Returns the function that stops it. */
function startOnceLoaded(): () => void {
  let isStopped = false;
  let stop = (): void => undefined;
  loadDesignServices().then(({ startDesignServices }) => {
    if (!isStopped) stop = startDesignServices();
  }, showFailure);
  return () => {
    isStopped = true;
    stop();
  };
}

/** What needs the database, once it is open: the lists of the library, and the page that the address names. */
async function startLibrary(onStop: (stop: () => void) => void): Promise<void> {
  const failure = await prepareDatabase();
  if (failure !== null) tellMemoryOnly(failure);
  else if (isPageStorageBlocked())
    toast(t('The browser blocks site data: preferences last only as long as this window.'));
  onStop(followLibrary());
  await startAtAddress();
  // After the page of the address, which would else take their place.
  onStop(platform().onFiles(importOpened));
  await emptyExpired();
}

export function showFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  toast(t('Something went wrong: {message}', { message }), { tone: 'error' });
}

/** Events of the page: its address, leaving it, and errors that nothing else caught. */
function followPage(): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener('popstate', () => void followAddress().catch(showFailure), { signal });
  window.addEventListener(
    'pagehide',
    () => {
      leaveOpening();
      flushAtOnce();
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') flushAtOnce();
    },
    { signal },
  );
  window.addEventListener('unhandledrejection', (event) => showFailure(event.reason), { signal });
  return () => listeners.abort();
}

/** The design's name is first in the title, so that windows can be distinguished. */
function followTitle(): () => void {
  const show = (name: string | undefined): void => {
    document.title = name === undefined ? 'Loadline' : `${name} – Loadline`;
  };
  return useDocument.subscribe((state, before) => {
    if (state.design?.name !== before.design?.name) show(state.design?.name);
  });
}
