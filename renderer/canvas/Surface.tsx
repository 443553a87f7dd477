import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
  type SnapGrid,
  ViewportPortal,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useDocument } from '../store/document';
import { type Editor, useEditor } from '../store/editors';
import { useSelection } from '../store/selection';
import { t } from '../words/t';
import { gridPx } from './arrange';
import styles from './Canvas.module.css';
import { useCanvasParts } from './canvas-parts';
import { useDetail } from './detail';
import { ConnectionLine } from './edges/ConnectionLine';
import { DenseEdges } from './edges/DenseEdges';
import { edgesOfSelected, hasManyEdges, isDense, useSparse } from './edges/dense-edges';
import { EdgeNotice } from './edges/EdgeNotice';
import { FlowChipsRow } from './edges/FlowChipsRow';
import type { CanvasEdge } from './edges/flow-edges';
import { labelLayerOf } from './edges/label-layer';
import { FarLayer } from './far/FarLayer';
import { useIsFar } from './far/far';
import type { CanvasNode } from './flow-nodes';
import { Overview } from './Overview';
import { edgeTypes, nodeTypes } from './part-types';
import { spokenHints } from './spoken-hints';
import { handlersOf } from './surface-events';
import { gesturesOf, useGesture } from './tools/gestures';
import { fitAll, maxZoom, minZoom, setSurface, showStart } from './viewport';

const snapGrid: SnapGrid = [gridPx, gridPx];
const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const middleButton = [1];
const noNodes: CanvasNode[] = [];
const noEdges: CanvasEdge[] = [];
const proOptions = { hideAttribution: true };

/** Shows all of a design that was opened, or where an empty one begins. */
function showOpened(editor: Editor): void {
  const design = editor.design();
  if (design === null) return;
  if (Object.keys(design.layout?.nodes ?? {}).length > 0) fitAll(editor, false);
  else showStart(editor);
}

/** React Flow as a view of the document: it draws, and says what a person does; nothing is kept in it. */
export function Surface() {
  const editor = useEditor();
  const { nodes, edges } = useCanvasParts();
  const readOnly = useDocument((state) => state.readOnly);
  const designId = useDocument((state) => state.design?.id ?? null);
  const isDotted = useDetail() !== 'dot';
  const isFar = useIsFar();
  const hints = useMemo(() => spokenHints(readOnly), [readOnly]);
  const design = useDocument((state) =>
    state.design !== null && hasManyEdges(state.design) ? state.design : null,
  );
  const isDenseNow = useSparse((state) => isDense(design, state.designId));
  const selected = useSelection((state) => state.ids);
  const elements = useMemo(
    () => (isDenseNow ? edgesOfSelected(edges, selected) : edges),
    [isDenseNow, edges, selected],
  );
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (designId === null) return;
    // The panels beside take their width first.
    const frame = requestAnimationFrame(() => showOpened(editor));
    return () => cancelAnimationFrame(frame);
  }, [editor, designId]);
  useEffect(() => () => setSurface(editor, null), [editor]);
  useEscapeCancels(editor);
  const onInit = useCallback(
    (flow: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
      if (element.current === null) return;
      setSurface(editor, { flow, element: element.current });
      // The zoom of the design before is not this one's, and no move says so where fitting changes nothing.
      editor.setView({ zoom: flow.getZoom() });
      // The first design is there before the surface is: until now nothing could be fitted.
      showOpened(editor);
    },
    [editor],
  );
  const on = useMemo(() => handlersOf(editor), [editor]);
  const setLabelLayer = useCallback(
    (layer: HTMLElement | null) => labelLayerOf(editor).setState({ element: layer }),
    [editor],
  );
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      ref={element}
      nodes={isFar ? noNodes : nodes}
      edges={isFar ? noEdges : elements}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onInit={onInit}
      aria-label={t('Diagram')}
      ariaLabelConfig={hints}
      tabIndex={-1}
      minZoom={minZoom}
      maxZoom={maxZoom}
      onlyRenderVisibleElements
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={multiSelectionKeys}
      selectionOnDrag
      selectionMode={SelectionMode.Partial}
      panOnDrag={middleButton}
      panOnScroll
      panOnScrollSpeed={1}
      zoomOnDoubleClick={false}
      snapToGrid
      snapGrid={snapGrid}
      connectionMode={ConnectionMode.Loose}
      connectionLineComponent={ConnectionLine}
      connectionRadius={0}
      connectOnClick={false}
      paneClickDistance={3}
      nodeClickDistance={3}
      proOptions={proOptions}
      {...on}
    >
      {isFar ? <FarLayer /> : null}
      {design === null || isFar ? null : (
        <DenseEdges design={design} edges={edges} elements={elements} isDrawn={isDenseNow} />
      )}
      {!isDotted ? null : (
        <Background variant={BackgroundVariant.Dots} gap={gridPx} size={1.6} color="var(--dots)" />
      )}
      <ViewportPortal>
        <div ref={setLabelLayer} className={styles.labels} />
      </ViewportPortal>
      <Overview />
      <EdgeNotice />
      <FlowChipsRow />
    </ReactFlow>
  );
}

/** Escape cancels the gesture that is under way, wherever the focus is. */
function useEscapeCancels(editor: Editor): void {
  const canCancel = useGesture((state) => state.canCancel);
  useEffect(() => {
    if (!canCancel) return;
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      gesturesOf(editor).cancel();
    };
    window.addEventListener('keydown', onEscape, { capture: true });
    return () => window.removeEventListener('keydown', onEscape, { capture: true });
  }, [editor, canCancel]);
}
