import type { RouteEdge } from '../../../shared/diagram/ports';
import {
  type DrawnLines,
  drawnLines,
  labelledRoutes,
  type Route,
  routeEdgesOf,
  routesWithin,
} from '../../../shared/diagram/route';
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
import { interimRoutes, isRoutedAlike, type Routed, simpleRoutes } from './simple-routes';

/** So much is looked at for routes at once, a few ms of it; a design that wants more is routed in the worker. */
const quickWork = 100_000;
/** The same for each movement of a drag, of which there are many. */
const quickWorkInDrag = 30_000;

/** Of more edges it is not even tried: all that would be looked at before giving up is lost, when a design is opened too. */
const mostQuickEdges = 400;

interface Rest extends Routed {
  /** It could be routed at once, so that a movement of a part of it may be, too. */
  readonly isQuick: boolean;
  readonly labelScale: number;
  readonly design: Design;
  readonly widths: string;
  /** The lines that labels are placed along; null where they are too many to be found at once. */
  readonly lines: DrawnLines | null;
  /** One number for one set of edges and boxes. */
  readonly linesId: number;
}

/** What lines are found of; what was found before where edges and cards are as they were. */
function linesFor(before: Rest | null, design: Design): Pick<Rest, 'edges' | 'boxes' | 'lines' | 'linesId'> {
  const isSameDrawing =
    before !== null && before.design.system === design.system && before.design.layout === design.layout;
  const routed = isSameDrawing
    ? before
    : { edges: routeEdgesOf(design, resolvedOf(design).design), boxes: cardBoxes(design) };
  if (
    before !== null &&
    (isSameDrawing || (before.design.id === design.id && isRoutedAlike(before, routed)))
  ) {
    const { edges, boxes, lines, linesId } = before;
    return { edges, boxes, lines, linesId };
  }
  const { edges, boxes } = routed;
  const lines = mayBeQuick(before, edges) ? drawnLines(quickWork, edges, boxes) : null;
  return { edges, boxes, lines, linesId: (before?.linesId ?? 0) + 1 };
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
      lines: wanted.linesId,
      labelScale: wanted.labelScale,
    });
    // What is wanted by now may be of another edit, but not of other edges.
    if (rest === null || rest.edges !== wanted.edges) return;
    if (outcome.kind === 'done') {
      rest = { ...rest, routes: kept(shown, outcome.response) };
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
      const found = linesFor(rest, design);
      const { edges, boxes, lines } = found;
      const before = rest !== null && rest.design.id === design.id ? rest : null;
      const isLabelledAlike = before?.widths === widths && before.labelScale === labelScale;
      // Most edits are of figures, of which no route is another.
      if (before !== null && isLabelledAlike && before.linesId === found.linesId)
        rest = { ...before, design };
      else {
        const widthsOf = (id: string) => labelWidths.get(id) ?? [];
        const quick = lines === null ? null : labelledRoutes(lines, widthsOf, labelScale);
        const routes = kept(shown, quick ?? interimRoutes(before, edges, boxes));
        rest = { design, widths, labelScale, ...found, isQuick: quick !== null, routes };
        if (quick === null) void requestRoutes(rest, labelWidths);
      }
    }
    if (rest === null) return shown;
    const isMoving = Object.keys(moved.places).length > 0 || movesCollapsed(design, moved);
    if (!isMoving && shown !== rest.routes) {
      shown = kept(shown, rest.routes);
      rest = { ...rest, routes: shown };
    } else if (!isMoving) return shown;
    else if (rest.isQuick)
      shown = kept(shown, quickWhileMoving(rest, moved, labelWidths) ?? beside(rest, moved));
    else shown = beside(rest, moved);
    return shown;
  };
}

/** Whether it is worth a try: what was too much for no more edges is too much for these. */
const mayBeQuick = (before: Rest | null, edges: readonly RouteEdge[]): boolean =>
  edges.length <= mostQuickEdges && (before === null || before.isQuick || edges.length < before.edges.length);

/** Boxes of the cards, those of collapsed groups included, where they stand at rest. */
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
