import { type DrawnLines, drawnLines, labelledRoutes, type Route } from '../../shared/diagram/route';
import type { SentRouteRequest } from './route-jobs';

/** What the worker does for a request: where a figure or the zoom alone changed, labels are placed along the lines from before. */
export function routeServer(
  draw: typeof drawnLines = drawnLines,
): (request: SentRouteRequest) => ReadonlyMap<string, Route> {
  let known: { readonly of: number | undefined; readonly lines: DrawnLines | null } | null = null;
  return ({ edges, boxes, labelWidths, labelScale, lines: of }) => {
    if (known === null || of === undefined || known.of !== of) {
      if (edges === undefined || boxes === undefined) throw new RangeError('Lines that were never routed.');
      known = { of, lines: draw(Number.POSITIVE_INFINITY, edges, boxes) };
    }
    const { lines } = known;
    const routes =
      lines === null ? null : labelledRoutes(lines, (id) => labelWidths.get(id) ?? [], labelScale);
    return routes ?? new Map();
  };
}
