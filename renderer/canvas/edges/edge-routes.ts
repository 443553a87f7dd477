import { type Route, routeEdgesOf, routesWithin } from '../../../shared/diagram/route';
import { own } from '../../../shared/model/own';
import type { Box, Design } from '../../../shared/model/schema';
import type { LabelWidths, RouteJobs } from '../../engine/route-jobs';
import { resolvedOf } from '../../store/report';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import type { Moved } from '../flow-nodes';
import { partBoxes } from '../part-boxes';
import type { Routes } from './route-store';
import { interimRoutes, type Routed, simpleRoutes } from './simple-routes';

/** So much is looked at for routes at once, a few ms of it; a design that wants more is routed in the worker. */
const quickWork = 100_000;
/** The same for each movement of a drag, of which there are many. */
const quickWorkInDrag = 30_000;

interface Rest extends Routed {
  readonly design: Design;
  readonly widths: string;
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

/**
 * Gives the routes of a design, worked out again when its cards, edges or the widths of labels change. Those of a large design
 * come from the worker; simple ones are shown until it responds, and `onRoutes` is called then.
 */
export function routeKeeper(
  jobs: RouteJobs,
  onRoutes: () => void,
): (design: Design, moved: Moved, labelWidths: LabelWidths, widths: string) => Routes {
  let rest: Rest | null = null;
  let shown: Routes = new Map();

  const requestRoutes = async (wanted: Rest, labelWidths: LabelWidths): Promise<void> => {
    const outcome = await jobs.run({ edges: wanted.edges, boxes: wanted.boxes, labelWidths });
    if (rest !== wanted) return;
    if (outcome.kind === 'done') {
      rest = { ...wanted, routes: kept(shown, outcome.response) };
      onRoutes();
    } else if (outcome.kind === 'threw' || outcome.kind === 'hung') {
      const message = outcome.kind === 'threw' ? outcome.message : t('it took too long');
      toast(
        t('The edges could not be routed ({message}): they are drawn without avoiding cards.', { message }),
        {
          tone: 'error',
        },
      );
    }
  };

  return (design, moved, labelWidths, widths) => {
    const isKnown =
      rest !== null &&
      rest.design.system === design.system &&
      rest.design.layout === design.layout &&
      rest.widths === widths;
    if (!isKnown) {
      const edges = routeEdgesOf(design, resolvedOf(design).design);
      const boxes = cardBoxes(design, moved, false);
      const quick = routesWithin(quickWork, edges, boxes, (id) => labelWidths.get(id) ?? []);
      const before = rest !== null && rest.design.id === design.id ? rest : null;
      const next = {
        design,
        widths,
        edges,
        boxes,
        routes: kept(shown, quick ?? interimRoutes(before, edges, boxes)),
      };
      rest = next;
      if (quick === null) void requestRoutes(next, labelWidths);
    }
    const routes = rest?.routes ?? shown;
    const isMoving = Object.keys(moved.places).length > 0;
    shown = kept(shown, isMoving ? routesWhileMoving(design, moved, routes, labelWidths) : routes);
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

/** All routes anew where that is quick; else simple ones of the edges whose cards move. */
function routesWhileMoving(design: Design, moved: Moved, resting: Routes, labelWidths: LabelWidths): Routes {
  const edges = routeEdgesOf(design, resolvedOf(design).design);
  const boxes = cardBoxes(design, moved, true);
  const quick = routesWithin(quickWorkInDrag, edges, boxes, (id) => labelWidths.get(id) ?? []);
  if (quick !== null) return quick;
  const isMoved = (id: string): boolean => Object.hasOwn(moved.places, id);
  const routes = new Map(resting);
  const ofMoved = edges.filter(({ from, to }) => isMoved(from) || isMoved(to));
  for (const [id, route] of simpleRoutes(ofMoved, boxes)) routes.set(id, route);
  return routes;
}
