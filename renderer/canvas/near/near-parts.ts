import type { Route } from '../../../shared/diagram/route';
import { type Box, type Design, edgesOf, type Point } from '../../../shared/model/schema';
import { perEditor } from '../../store/editors';
import { partBoxes } from '../part-boxes';
import { nearFinder } from './near-index';

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The boxes of a line's pieces: that of the whole would be in view where none of it is. */
function* piecesOf({ line }: Route): Iterable<Box> {
  let before: Point | null = null;
  for (const point of line) {
    if (before !== null)
      yield {
        x: Math.min(before.x, point.x) - lineSlackPx,
        y: Math.min(before.y, point.y) - lineSlackPx,
        width: Math.abs(point.x - before.x) + 2 * lineSlackPx,
        height: Math.abs(point.y - before.y) + 2 * lineSlackPx,
      };
    before = point;
  }
}

/** So far from its corners a line or its label can be drawn. */
const lineSlackPx = 24;

function createFinders() {
  return {
    parts: nearFinder<Box>((box) => [box], sameBox),
    edges: nearFinder<Route>(piecesOf, (a, b) => a === b),
  };
}

/** Finds parts and edges of an editor's design near an area. */
export const nearFindersOf = perEditor(createFinders);

export interface NearQuery {
  readonly design: Design;
  readonly routes: ReadonlyMap<string, Route>;
  readonly area: Box;
  /** What is handed over wherever it is. */
  readonly always: Iterable<string>;
  /** A gesture is under way, which nothing that it began with may leave. */
  readonly isHeld: boolean;
}

export interface NearParts {
  readonly parts: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Gives what of a design is handed to React Flow: the parts and edges near the view. */
export function nearKeeper(finders: ReturnType<typeof createFinders>): (query: NearQuery) => NearParts {
  let last: NearParts = { parts: new Set(), edges: new Set() };
  return ({ design, routes, area, always, isHeld }) => {
    const parts = new Set(finders.parts(partBoxes(design), area));
    const edges = new Set(finders.edges(routes, area));
    for (const id of always) parts.add(id);
    if (isHeld) {
      for (const id of last.parts) parts.add(id);
      for (const id of last.edges) edges.add(id);
    }
    last = { parts: kept(last.parts, parts), edges: kept(last.edges, edges) };
    return last;
  };
}

/** The set before where it has the same, so that nothing is worked out again for it. */
const kept = (before: ReadonlySet<string>, now: ReadonlySet<string>): ReadonlySet<string> =>
  before.size === now.size && [...now].every((id) => before.has(id)) ? before : now;

/** These parts with both ends of these edges: React Flow draws no edge without them. */
export function withEnds(
  design: Design,
  parts: ReadonlySet<string>,
  edges: ReadonlySet<string>,
): ReadonlySet<string> {
  const all = new Set(parts);
  for (const { id, from, to } of edgesOf(design)) if (edges.has(id)) all.add(from).add(to);
  return all;
}
