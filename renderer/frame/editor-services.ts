import type { Design } from '../../shared/model/schema';
import { followFigures } from '../canvas/figure-store';
import { followOverlay } from '../canvas/follow-overlay';
import { listenToLongPresses } from '../canvas/tools/long-press';
import { followMenu } from '../commands/menu';
import { listenToPinches } from '../commands/pinch';
import { listenToShortcuts, runPress } from '../commands/shortcuts';
import { endFollowingBehindInspector } from '../panels/inspector/inspector-open';
import { activeEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { logosIn } from '../ui/brand-logos';
import type { Deferred } from '../ui/deferred';

/**
 * Starts what is built on commands, edits and the catalog of kinds: shortcuts, menus, the figures of cards. Runs what was pressed
 * before. Returns the function that stops it.
 */
export function startEditorServices(earlyPresses: readonly KeyboardEvent[]): () => void {
  const stops = [
    activeEditor().follow(followFigures),
    activeEditor().follow(followOverlay),
    activeEditor().follow(endFollowingBehindInspector),
    listenToShortcuts(),
    listenToPinches(),
    listenToLongPresses(),
    followMenu(),
  ];
  for (const press of earlyPresses) runPress(press);
  return () => {
    for (const stop of stops) stop();
  };
}

/** The products' logos on the cards of a design. */
export const logosOf = (design: Design): readonly Deferred[] => logosIn(resolvedOf(design).design);
