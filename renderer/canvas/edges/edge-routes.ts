import type { RouteEdge } from '../../../shared/diagram/ports';
import { type Route, routeEdgesOf, routesWithin } from '../../../shared/diagram/route';
import { collapsedParts } from '../../../shared/model/collapsed';
import type { Box, Design } from '../../../shared/model/schema';
import type { LabelWidths, RouteJobs } from '../../engine/route-jobs';
import { resolvedOf } from '../../store/report';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import type { Moved } from '../flow-nodes';
import { overlaidMap } from '../near/overlaid-map';
import { partBoxes } from '../part-boxes';
import type { Routes } from './route-store';
import { interimRoutes, type Routed, simpleRoutes } from './simple-routes';

/** So much is looked at for routes at once, a few ms of it; a design that wants more is routed in the worker. */
const quickWork = 100_000;
/** The same for each movement of a drag, of which there are many. */
const quickWorkInDrag = 30_000;

interface Rest extends Routed {
  /** It could be routed at once, so that a movement of a part of it may be, too. */
  readonly isQuick: boolean;
  readonly labelScale: number;
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
      old.label?.room === route.label?.room &&
      old.label?.hugs === route.label?.hugs;
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
): (design: Design, moved: Moved, labelWidths: LabelWidths, widths: string, labelScale?: number) => Routes {
  let rest: Rest | null = null;
  let shown: Routes = new Map();

  const requestRoutes = async (wanted: Rest, labelWidths: LabelWidths): Promise<void> => {
    const outcome = await jobs.run({
      edges: wanted.edges,
      boxes: wanted.boxes,
      labelWidths,
      labelScale: wanted.labelScale,
    });
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

  return (design, moved, labelWidths, widths, labelScale = 1) => {
    const isKnown =
      rest !== null &&
      rest.design.system === design.system &&
      rest.design.layout === design.layout &&
      rest.widths === widths &&
      rest.labelScale === labelScale;
    if (!isKnown) {
      const edges = routeEdgesOf(design, resolvedOf(design).design);
      const boxes = cardBoxes(design);
      const quick = routesWithin(quickWork, edges, boxes, (id) => labelWidths.get(id) ?? [], labelScale);
      const before = rest !== null && rest.design.id === design.id ? rest : null;
      const next = {
        design,
        widths,
        labelScale,
        edges,
        boxes,
        isQuick: quick !== null,
        routes: kept(shown, quick ?? interimRoutes(before, edges, boxes)),
      };
      rest = next;
      if (quick === null) void requestRoutes(next, labelWidths);
    }
    if (rest === null) return shown;
    const isMoving = Object.keys(moved.places).length > 0 || movesCollapsed(design, moved);
    if (!isMoving) shown = kept(shown, rest.routes);
    else if (rest.isQuick)
      shown = kept(shown, quickWhileMoving(rest, moved, labelWidths) ?? beside(rest, moved));
    else shown = beside(rest, moved);
    return shown;
  };
}

/** Boxes of the cards, those of collapsed groups included, where they are at rest. */
function cardBoxes(design: Design): ReadonlyMap<string, Box> {
  const all = partBoxes(design);
  const boxes = new Map<string, Box>();
  for (const { id } of resolvedOf(design).design.nodes) {
    const box = all.get(id);
    if (box !== undefined) boxes.set(id, box);
  }
  for (const id of collapsedParts(design).shown) {
    const box = all.get(id);
    if (box !== undefined) boxes.set(id, box);
  }
  return boxes;
}

/** Whether a collapsed group is dragged, at which edges end as at a card. */
const movesCollapsed = (design: Design, { boxes }: Moved): boolean =>
  [...collapsedParts(design).shown].some((id) => Object.hasOwn(boxes, id));

/** Boxes of the cards, where they are at the moment. */
function boxesWhileMoving({ boxes }: Routed, moved: Moved): ReadonlyMap<string, Box> {
  const { places } = moved;
  const over = new Map<string, Box>();
  // A collapsed group is a card here; the box of another group is none.
  for (const [id, box] of Object.entries(moved.boxes)) if (boxes.has(id)) over.set(id, box);
  for (const [id, { x, y }] of Object.entries(places)) {
    const box = boxes.get(id);
    if (box !== undefined) over.set(id, { ...box, x, y });
  }
  return overlaidMap(boxes, over);
}

/** All routes anew while parts move; null where that would take too long. */
const quickWhileMoving = (rest: Rest, moved: Moved, labelWidths: LabelWidths): Routes | null =>
  routesWithin(
    quickWorkInDrag,
    rest.edges,
    boxesWhileMoving(rest, moved),
    (id) => labelWidths.get(id) ?? [],
    rest.labelScale,
  );

/** The routes at rest, with simple ones for the edges whose cards move: no other edge is looked at. */
function beside(rest: Rest, moved: Moved): Routes {
  const ofNode = edgesByNode(rest.edges);
  const ofMoved = new Set(
    [...Object.keys(moved.places), ...Object.keys(moved.boxes)].flatMap((id) => ofNode.get(id) ?? []),
  );
  const simple = simpleRoutes([...ofMoved], boxesWhileMoving(rest, moved));
  return overlaidMap(rest.routes, simple);
}

const knownByNode = new WeakMap<readonly RouteEdge[], ReadonlyMap<string, readonly RouteEdge[]>>();

/** The edges that begin or end at each node, worked out once for a list. */
function edgesByNode(edges: readonly RouteEdge[]): ReadonlyMap<string, readonly RouteEdge[]> {
  const known = knownByNode.get(edges);
  if (known !== undefined) return known;
  const byNode = new Map<string, RouteEdge[]>();
  for (const edge of edges)
    for (const node of edge.from === edge.to ? [edge.from] : [edge.from, edge.to]) {
      const list = byNode.get(node);
      if (list === undefined) byNode.set(node, [edge]);
      else list.push(edge);
    }
  knownByNode.set(edges, byNode);
  return byNode;
}
