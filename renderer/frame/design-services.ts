import type { Design } from '../../shared/model/schema';
import { followFigures } from '../canvas/figure-store';
import { followOverlay } from '../canvas/follow-overlay';
import { endFollowingBehindInspector } from '../panels/inspector/inspector-open';
import { activeEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { logosIn } from '../ui/brand-logos';
import type { Deferred } from '../ui/deferred';

/** Starts what a design that is shown follows from, built on the catalog of kinds. Returns the function that stops it. */
export function startDesignServices(): () => void {
  const stops = [followFigures, followOverlay, endFollowingBehindInspector].map((follower) =>
    activeEditor().follow(follower),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** The products' logos on the cards of a design. */
export const logosOf = (design: Design): readonly Deferred[] => logosIn(resolvedOf(design).design);
