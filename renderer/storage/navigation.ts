import { useDocument } from '../store/document';
import { showNotice } from '../store/notice';
import { resetView } from '../store/view';
import { useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import { database } from './database';
import { saveAsFile } from './file';
import { storeFor } from './new-at-address';
import { clearOpening, markOpening, unfinishedOpening } from './opening-mark';
import { hashOf, type Route, routeOf } from './route';
import { saveStoredAsFile } from './save-stored';
import { abandonSession, closeSession, openSession } from './session';
import { lastOpen, rememberOpen } from './settings';
import { tellUnopened } from './unreadable';

/** Pages are shown one after another: a press of Back while a design is opening waits for it. */
let queue: Promise<void> = Promise.resolve();

/** Goes to a page and adds it to the browser's history. */
export function goTo(route: Route): Promise<void> {
  return inTurn(async () => {
    if (!(await leave(route))) return;
    if (location.hash !== hashOf(route)) history.pushState(null, '', hashOf(route));
    await arrive(route);
  });
}

/** Shows the page that the address names; for the start, Back, Forward and an address typed in. */
export function followAddress(): Promise<void> {
  return inTurn(async () => {
    const route = await startingRoute();
    if (await leave(route)) await arrive(route);
  });
}

function inTurn(step: () => Promise<void>): Promise<void> {
  const run = queue.then(step);
  queue = run.catch(() => undefined);
  return run;
}

/**
 * Notes what is open for the next window. Where that fails, only the next window starts with the library: a design that
 * cannot be saved says so itself, and the connection is opened again for it.
 */
async function noteOpen(id: string | null): Promise<void> {
  try {
    await rememberOpen(id);
  } catch {
    database.close({ disableAutoOpen: false });
  }
}

/** An address without a page is a window opened anew: it goes on with the design that was open last. */
async function startingRoute(): Promise<Route> {
  if (location.hash !== '') return routeOf(location.hash);
  const id = await lastOpen();
  const route: Route = id === null ? { page: 'library' } : { page: 'design', id };
  history.replaceState(null, '', hashOf(route));
  return route;
}

/**
 * The page that a window starts with: that of its address. A design that the window before did not finish to open is not
 * opened again by itself: the library comes instead, and says which one it was.
 */
export function startAtAddress(): Promise<void> {
  const unfinished = unfinishedOpening();
  if (unfinished === null) return followAddress();
  clearOpening();
  return inTurn(async () => {
    const route = await startingRoute();
    if (route.page !== 'design' || route.id !== unfinished) return arrive(route);
    history.replaceState(null, '', hashOf({ page: 'library' }));
    await arrive({ page: 'library' });
    await tellUnfinished(unfinished);
  });
}

async function tellUnfinished(id: string): Promise<void> {
  const name = (await database.designs.get(id))?.name ?? id;
  showNotice({
    title: t('“{name}” did not open', { name }),
    text: t('The window hung or failed while it was opening this design. It is in the library as it was.'),
    actions: [
      { label: t('Save to a file'), run: () => void saveStoredAsFile(id) },
      { label: t('Open it again'), variant: 'primary', run: () => void goTo({ page: 'design', id }) },
    ],
  });
}

/** The open design is on the canvas: the next window may go on with it. */
export async function noteStanding(id: string): Promise<void> {
  clearOpening();
  await noteOpen(id);
}

/** Lets the open design go once it is written; where it cannot be, the person decides, and the address goes back. */
async function leave(route: Route): Promise<boolean> {
  const { design } = useDocument.getState();
  if (design === null || (route.page === 'design' && route.id === design.id)) return true;
  if (await closeSession()) return true;
  if (routeOf(location.hash).page !== 'design' || location.hash === hashOf(route))
    history.pushState(null, '', hashOf({ page: 'design', id: design.id }));
  showNotice({
    title: t('“{name}” is not saved', { name: design.name }),
    text: t('It could not be written to this browser’s storage. Save it as a file before you leave it.'),
    actions: [
      {
        label: t('Leave without saving'),
        run: () => {
          abandonSession();
          void goTo(route);
        },
      },
      {
        label: t('Save as file and leave'),
        variant: 'primary',
        run: () => {
          void saveAsFile(design).then(() => {
            abandonSession();
            return goTo(route);
          });
        },
      },
    ],
  });
  return false;
}

async function arrive(route: Route): Promise<void> {
  if (route.page === 'new') {
    const made = await storeFor(route.template);
    history.replaceState(null, '', hashOf(made));
    return arrive(made);
  }
  if (route.page !== 'design') {
    clearOpening();
    const attemptShown = route.page === 'attempt' ? route.id : null;
    useWorkspace.setState({ page: route.page, attemptShown });
    await noteOpen(null);
    return;
  }
  if (useDocument.getState().design?.id === route.id) {
    useWorkspace.setState({ page: 'editor' });
    return;
  }
  resetView();
  markOpening(route.id);
  const outcome = await openSession(route.id);
  if (outcome.kind === 'found') {
    // Noted as open once it is on the canvas: `noteStanding`.
    useWorkspace.setState({ page: 'editor' });
    return;
  }
  clearOpening();
  history.replaceState(null, '', hashOf({ page: 'library' }));
  useWorkspace.setState({ page: 'library' });
  await noteOpen(null);
  tellUnopened(route.id, outcome);
}
