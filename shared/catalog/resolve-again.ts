/** Parts that may have been taken out one after the other before what follows is no longer found. */
const mostSkipped = 64;
/** Parts in a row that are not found before it is taken for another document. */
const mostMissed = 256;

/**
 * Finds the places of parts among those of an earlier document that are the same objects, −1 where there is none. They are
 * looked up in their order: between two documents a few parts are changed, added or taken out.
 */
export function alongside<D extends { readonly id: string }>(earlier: readonly D[]): (part: D) => number {
  let next = 0;
  let missed = 0;
  return (part) => {
    if (missed > mostMissed) return -1;
    const last = Math.min(earlier.length - 1, next + mostSkipped);
    for (let at = next; at <= last; at++) {
      const other = earlier[at];
      if (other !== part && other?.id !== part.id) continue;
      next = at + 1;
      missed = 0;
      return other === part ? at : -1;
    }
    missed += 1;
    return -1;
  };
}
