import { type Route, routeEdgesOf, routeOf, routesOf } from '../../shared/diagram/route';
import { own } from '../../shared/model/own';
import type { Box, Design } from '../../shared/model/schema';
import { resolvedOf } from '../store/report';
import type { Moved } from './flow-nodes';
import { partBoxes } from './part-boxes';

/** Up to so many edges all routes are worked out anew while one drags; beyond, only those of the cards that move. */
const mostEdgesInDrag = 120;

type Routes = ReadonlyMap<string, Route>;

interface Rest {
  readonly design: Design;
  readonly widths: string;
  readonly routes: Routes;
}

/** Keeps a route's object where it is drawn as before, so that its edge is not drawn again. */
function kept(before: Routes, fresh: Routes): Routes {
  const next = new Map<string, Route>();
  let same = before.size === fresh.size;
  for (const [id, route] of fresh) {
    const old = before.get(id);
    const equal =
      old !== undefined &&
      old.path === route.path &&
      old.arrow === route.arrow &&
      old.label?.x === route.label?.x &&
      old.label?.y === route.label?.y &&
      old.label?.room === route.label?.room;
    if (!equal) same = false;
    next.set(id, equal ? old : route);
  }
  return same ? before : next;
}

/** Gives the routes of a design, worked out again when its cards, edges or the widths of labels change. */
export function routeKeeper(): (
  design: Design,
  moved: Moved,
  widthOf: (edge: string) => number,
  widths: string,
) => Routes {
  let rest: Rest | null = null;
  let shown: Routes = new Map();
  return (design, moved, widthOf, widths) => {
    const isMoving = Object.keys(moved.places).length > 0;
    if (
      rest === null ||
      rest.design.system !== design.system ||
      rest.design.layout !== design.layout ||
      rest.widths !== widths
    ) {
      const edges = routeEdgesOf(design, resolvedOf(design).design);
      rest = {
        design,
        widths,
        routes: kept(shown, routesOf(edges, cardBoxes(design, moved, false), widthOf)),
      };
    }
    shown = isMoving
      ? kept(shown, routesWhileMoving(design, moved, rest.routes, widthOf))
      : kept(shown, rest.routes);
    return shown;
  };
}

/** Boxes of the cards, where they stand at the moment. */
function cardBoxes(design: Design, moved: Moved, withMoved: boolean): ReadonlyMap<string, Box> {
  const all = partBoxes(design);
  const boxes = new Map<string, Box>();
  for (const { id } of resolvedOf(design).design.nodes) {
    const box = all.get(id);
    if (box === undefined) continue;
    const place = withMoved ? own(moved.places, id) : undefined;
    boxes.set(id, place === undefined ? box : { ...box, x: place.x, y: place.y });
  }
  return boxes;
}

function routesWhileMoving(
  design: Design,
  moved: Moved,
  resting: Routes,
  widthOf: (edge: string) => number,
): Routes {
  const edges = routeEdgesOf(design, resolvedOf(design).design);
  const isMoved = (id: string): boolean => Object.hasOwn(moved.places, id);
  if (edges.length <= mostEdgesInDrag) return routesOf(edges, cardBoxes(design, moved, true), widthOf);
  const boxes = partBoxes(design);
  const boxOf = (id: string): Box | undefined => {
    const box = boxes.get(id);
    const place = own(moved.places, id);
    return box === undefined || place === undefined ? box : { ...box, x: place.x, y: place.y };
  };
  const routes = new Map(resting);
  for (const { id, from, to, ...own } of edges) {
    if (!isMoved(from) && !isMoved(to)) continue;
    const [fromBox, toBox] = [boxOf(from), boxOf(to)];
    if (fromBox !== undefined && toBox !== undefined)
      routes.set(id, routeOf({ ...own, from: fromBox, to: toBox }));
  }
  return routes;
}
