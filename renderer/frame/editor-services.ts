import { listenToLongPresses } from '../canvas/tools/long-press';
import { followMenu } from '../commands/menu';
import { listenToPinches } from '../commands/pinch';
import { listenToShortcuts, runPress } from '../commands/shortcuts';

/**
 * Starts what is built on the list of commands: shortcuts and menus. Runs what was pressed before. Returns the function that
 * stops it.
 */
export function startEditorServices(earlyPresses: readonly KeyboardEvent[]): () => void {
  const stops = [listenToShortcuts(), listenToPinches(), listenToLongPresses(), followMenu()];
  for (const press of earlyPresses) runPress(press);
  return () => {
    for (const stop of stops) stop();
  };
}
