import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { startRouteJobs } from '../engine/route-jobs';
import { useDocument } from '../store/document';
import { useDrag } from '../store/drag';
import { useEditor } from '../store/editors';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { labelScaleOf, useDetail } from './detail';
import { routeKeeper } from './edges/edge-routes';
import { type CanvasEdge, edgeDeriver } from './edges/flow-edges';
import { routesOf } from './edges/route-store';
import { labelWidths, useFigures } from './figure-store';
import { type CanvasNode, nodeDeriver } from './flow-nodes';

const noNodes: CanvasNode[] = [];
const noEdges: CanvasEdge[] = [];

/** React Flow's view of the design: what is dragged stands where the pointer holds it, all else where the document says. */
export function useCanvasParts(): { readonly nodes: CanvasNode[]; readonly edges: CanvasEdge[] } {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  const places = useDrag((state) => state.places);
  const boxes = useDrag((state) => state.boxes);
  const index = useFigures((state) => state.index);
  const [nodesOf] = useState(nodeDeriver);
  const [edgesOf] = useState(edgeDeriver);
  const [routing, setRouting] = useState(() => {
    const jobs = startRouteJobs();
    // An answer of the worker changes what the keeper gives: another object says so.
    return { jobs, routesOf: routeKeeper(jobs, () => setRouting((now) => ({ ...now }))) };
  });
  const { jobs } = routing;
  useEffect(() => jobs.stop, [jobs]);
  const moved = useMemo(() => ({ places, boxes }), [places, boxes]);
  const nodes = useMemo(
    () => (design === null ? noNodes : nodesOf(design, selected, moved)),
    [design, selected, moved, nodesOf],
  );
  const scale = labelScaleOf(useDetail());
  const withFigures = useView((state) => state.figures);
  const labels = useMemo(
    () => (design === null ? null : labelWidths(index, design, scale, withFigures)),
    [design, index, scale, withFigures],
  );
  const routes = useMemo(() => {
    if (design === null || labels === null) return null;
    return routing.routesOf(design, moved, labels.widths, labels.key);
  }, [design, moved, labels, routing]);
  // Before a design that was opened is fitted into the view, which reads the extent of its edges.
  useLayoutEffect(() => {
    if (routes !== null) routesOf(editor).setState({ routes, of: design });
  }, [editor, routes, design]);
  const edges = useMemo(
    () => (design === null || routes === null ? noEdges : edgesOf(design, routes, selected)),
    [design, routes, selected, edgesOf],
  );
  return { nodes, edges };
}
