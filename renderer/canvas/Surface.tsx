import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDocument } from '../store/document';
import { type Editor, useEditor } from '../store/editors';
import { useView } from '../store/view';
import { t } from '../words/t';
import { AddPreview } from './AddPreview';
import { gridPx } from './arrange';
import styles from './Canvas.module.css';
import { useCanvasParts } from './canvas-parts';
import { DropEdge } from './DropEdge';
import { useDetail } from './detail';
import { drawnExtent } from './drawn-extent';
import { ConnectionLine } from './edges/ConnectionLine';
import { DenseEdges } from './edges/DenseEdges';
import { ReconnectPicker } from './edges/deferred-edge-parts';
import { hasManyEdges } from './edges/dense-edges';
import { EdgeNotice } from './edges/EdgeNotice';
import { FlowChipsRow } from './edges/FlowChipsRow';
import type { CanvasEdge } from './edges/flow-edges';
import { labelLayerOf } from './edges/label-layer';
import { FixPreview } from './FixPreview';
import { FarLayer } from './far/FarLayer';
import { useIsFar } from './far/far';
import type { CanvasNode } from './flow-nodes';
import { HopLabel } from './HopLabel';
import { LockMarks } from './LockMarks';
import { LanesLayer } from './lanes/deferred-lanes';
import { shownDesign, useShownDesign } from './lanes/shown';
import { NearView } from './near/NearView';
import { OpenPicker } from './OpenPicker';
import { Overview } from './Overview';
import { partBoxes } from './part-boxes';
import { edgeTypes, nodeTypes } from './part-types';
import { spokenHints } from './spoken-hints';
import { handlersOf } from './surface-events';
import { CopyPreview } from './tools/CopyPreview';
import { GuideLayer } from './tools/GuideLayer';
import { gesturesOf, useGesture } from './tools/gestures';
import { LassoLine } from './tools/LassoLine';
import { usePulledView } from './tools/pull-view';
import { useReconnectPicker } from './tools/reconnect-picker';
import { useHeldKeys } from './tools/use-held-keys';
import { TrafficDots } from './traffic/deferred-dots';
import { fitAll, setSurface, showStart } from './viewport';
import { maxZoom, minZoomOf } from './zoom-limits';

const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const middleButton = [1];
const proOptions = { hideAttribution: true };

/** Shows all of a design that was opened, or where an empty one begins. */
function showOpened(editor: Editor): void {
  const design = shownDesign(editor);
  if (design === null) return;
  if (partBoxes(design).size > 0) fitAll(editor, false);
  else showStart(editor);
}

/** React Flow as a view of the document: it draws, and says what a person does; nothing is kept in it. */
export function Surface() {
  const editor = useEditor();
  const isFar = useIsFar();
  const [isOpened, setOpened] = useState(false);
  const { nodes, edges, routes, lines } = useCanvasParts(isFar, isOpened);
  const readOnly = useDocument((state) => state.readOnly);
  const designId = useDocument((state) => state.design?.id ?? null);
  const minZoom = useDocument((state) => minZoomOf(state.design));
  const isDotted = useDetail() !== 'dot';
  const hints = useMemo(() => spokenHints(readOnly), [readOnly]);
  const shown = useShownDesign();
  const minimap = useView((state) => state.minimap);
  const lanes = useView((state) => state.lanes);
  const design = shown !== null && hasManyEdges(shown) ? shown : null;
  const isReconnecting = useReconnectPicker((state) => state.edge !== null);
  const animates = useView((state) => state.animateTraffic) && !isFar;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (designId === null) return;
    // The panels beside take their width first.
    const frame = requestAnimationFrame(() => showOpened(editor));
    return () => cancelAnimationFrame(frame);
  }, [editor, designId]);
  useEffect(() => () => setSurface(editor, null), [editor]);
  useEscapeCancels(editor);
  useHeldKeys(editor);
  usePulledView(editor);
  const onInit = useCallback(
    (flow: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
      if (element.current === null) return;
      setSurface(editor, { flow, element: element.current, extentOf: drawnExtent });
      // The zoom of the design before is not this one's, and no move says so where fitting changes nothing.
      editor.setView({ zoom: flow.getZoom() });
      // The first design is there before the surface is: until now nothing could be fitted.
      showOpened(editor);
      setOpened(true);
    },
    [editor],
  );
  const flowStore = useStoreApi();
  const on = useMemo(() => {
    const { getState } = flowStore;
    const knows = (id: string): boolean => getState().nodeLookup.has(id) || getState().edgeLookup.has(id);
    return handlersOf(editor, { knows, isAdding: () => getState().multiSelectionActive });
  }, [editor, flowStore]);
  const setLabelLayer = useCallback(
    (layer: HTMLElement | null) => labelLayerOf(editor).setState({ element: layer }),
    [editor],
  );
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      ref={element}
      nodes={nodes}
      edges={edges}
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
      connectionMode={ConnectionMode.Loose}
      connectionLineComponent={ConnectionLine}
      connectionRadius={0}
      connectOnClick={false}
      paneClickDistance={3}
      nodeClickDistance={3}
      proOptions={proOptions}
      {...on}
    >
      {lanes ? <LanesLayer /> : null}
      {isOpened ? <NearView /> : null}
      {isFar ? <FarLayer /> : null}
      {design === null || isFar ? null : <DenseEdges design={design} routes={routes} lines={lines} />}
      {!isDotted ? null : (
        <Background variant={BackgroundVariant.Dots} gap={gridPx} size={1.6} color="var(--dots)" />
      )}
      <ViewportPortal>
        <DropEdge />
        <CopyPreview />
        <LockMarks />
        <LassoLine />
        <GuideLayer />
        <AddPreview />
        <FixPreview />
        <HopLabel />
        <div ref={setLabelLayer} className={styles.labels} />
      </ViewportPortal>
      {minimap ? <Overview /> : null}
      <EdgeNotice />
      <FlowChipsRow />
      {isReconnecting ? <ReconnectPicker /> : null}
      <OpenPicker />
      {animates ? <TrafficDots /> : null}
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
