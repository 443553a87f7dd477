import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Route } from '../../shared/diagram/route';
import { type Design, edgesOf } from '../../shared/model/schema';
import { startRouteJobs } from '../engine/route-jobs';
import { useDrag } from '../store/drag';
import { useEditing } from '../store/editing';
import { useEditor } from '../store/editors';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { useLabelScale } from './detail';
import { edgesOfSelected, isDense, useSparse } from './edges/dense-edges';
import { routeKeeper } from './edges/edge-routes';
import { type CanvasEdge, edgeDeriver } from './edges/flow-edges';
import { type Routes, routesOf } from './edges/route-store';
import { labelWidths, useFigures } from './figure-store';
import { type CanvasNode, type Moved, nodeDeriver } from './flow-nodes';
import { useShownDesign } from './lanes/shown';
import { hasManyParts, useNearArea } from './near/near-area';
import { type NearParts, nearFindersOf, nearKeeper, withEnds } from './near/near-parts';
import { useGesture } from './tools/gestures';

const noNodes: CanvasNode[] = [];
const noEdges: CanvasEdge[] = [];
const noRoutes: Routes = new Map();
const noLabels = { widths: new Map<string, readonly number[]>(), key: 'none' };
/** So many selected parts are handed over wherever they are. */
const mostSelected = 100;

interface CanvasParts {
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
  readonly routes: Routes;
  /** The lines that are drawn as one picture in place of elements; null while there is none. */
  readonly lines: readonly Route[] | null;
}

/**
 * React Flow's view of the design: what is dragged is where the pointer holds it, all else where the document says. Of a
 * design of many parts it is what is near the view; from far, where one canvas has all of it, nothing.
 */
export function useCanvasParts(isSeenFromFar: boolean, isOpened: boolean): CanvasParts {
  const design = useShownDesign();
  // Until a large design is fitted into the view, nothing says what of it will be near.
  const isFar = isSeenFromFar || (!isOpened && design !== null && hasManyParts(design));
  const selected = useSelection((state) => state.ids);
  const moved = useMoved();
  const [nodesOf] = useState(nodeDeriver);
  const [elementsOf] = useState(edgeDeriver);
  const routes = useShownRoutes(design, moved, isFar);
  const near = useNearParts(design, routes, selected, isFar);
  const isDenseNow = useSparse((state) => isDense(design, state.designId));
  const elements = useMemo(() => {
    if (design === null || near === null || !isDenseNow) return near?.edges ?? null;
    const ofNear = edgesOf(design).filter(({ id }) => near.edges.has(id));
    return edgesOfSelected(ofNear, selected);
  }, [design, near, isDenseNow, selected]);
  const nodes = useMemo(() => {
    if (design === null || isFar) return noNodes;
    const only = near === null || elements === null ? null : withEnds(design, near.parts, elements);
    return nodesOf(design, selected, moved, only);
  }, [design, selected, moved, near, elements, isFar, nodesOf]);
  const edges = useMemo(
    () => (design === null || isFar ? noEdges : elementsOf(design, routes, selected, elements)),
    [design, routes, selected, elements, isFar, elementsOf],
  );
  const lines = useMemo(() => {
    if (near === null || elements === null || !isDenseNow) return null;
    return [...near.edges].flatMap((id) => (elements.has(id) ? [] : (routes.get(id) ?? [])));
  }, [near, elements, isDenseNow, routes]);
  return { nodes, edges, routes, lines };
}

function useMoved(): Moved {
  const places = useDrag((state) => state.places);
  const boxes = useDrag((state) => state.boxes);
  return useMemo(() => ({ places, boxes }), [places, boxes]);
}

/** The routes on the screen, kept for all that reads them; without room for labels from far, where there are none. */
function useShownRoutes(design: Design | null, moved: Moved, isFar: boolean): Routes {
  const editor = useEditor();
  const index = useFigures((state) => state.index);
  const [routing, setRouting] = useState(() => {
    const jobs = startRouteJobs();
    // An answer of the worker changes what the keeper gives: another object says so.
    return { jobs, routesOf: routeKeeper(jobs, () => setRouting((now) => ({ ...now }))) };
  });
  const { jobs } = routing;
  useEffect(() => jobs.stop, [jobs]);
  const scale = useLabelScale();
  const withFigures = useView((state) => state.figures);
  const labels = useMemo(
    () => (isFar ? noLabels : design === null ? null : labelWidths(index, design, scale, withFigures)),
    [design, index, scale, withFigures, isFar],
  );
  const routes = useMemo(() => {
    if (design === null || labels === null) return null;
    return routing.routesOf(design, moved, labels.widths, labels.key, scale);
  }, [design, moved, labels, scale, routing]);
  // Before a design that was opened is fitted into the view, which reads the extent of its edges.
  useLayoutEffect(() => {
    if (routes !== null) routesOf(editor).setState({ routes, of: design });
  }, [editor, routes, design]);
  return routes ?? noRoutes;
}

/** What of a design of many parts is near the view; null for one of few, which is handed over whole. */
function useNearParts(
  design: Design | null,
  routes: Routes,
  selected: ReadonlySet<string>,
  isFar: boolean,
): NearParts | null {
  const editor = useEditor();
  const area = useNearArea((state) => state.area);
  const editing = useEditing((state) => state.id);
  const isHeld = useGesture((state) => state.name !== 'idle');
  const [nearOf] = useState(() => nearKeeper(nearFindersOf(editor)));
  return useMemo(() => {
    if (design === null || !hasManyParts(design)) return null;
    if (isFar || area === null) return nothingNear;
    const chosen = selected.size > mostSelected ? [] : selected;
    const always = editing === null ? chosen : [...chosen, editing];
    return nearOf({ design, routes, area, always, isHeld });
  }, [design, routes, area, selected, editing, isHeld, isFar, nearOf]);
}

const nothingNear: NearParts = { parts: new Set(), edges: new Set() };
