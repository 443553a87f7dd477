import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  SelectionMode,
  type SnapGrid,
  ViewportPortal,
} from '@xyflow/react';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { t } from '../i18n/t';
import { type MenuPlace, openContextMenu } from '../store/context-menu';
import { currentDesign, useDocument } from '../store/document';
import { useDrag } from '../store/drag';
import { startEditing } from '../store/editing';
import { select, toggleSelected, useSelection } from '../store/selection';
import { setView, useView } from '../store/view';
import { addMark, gridPx } from './arrange';
import styles from './Canvas.module.css';
import { useCanvasParts } from './canvas-parts';
import { useDetail } from './detail';
import { ConnectionLine } from './edges/ConnectionLine';
import { DenseEdges } from './edges/DenseEdges';
import { edgesOfSelected, hasManyEdges, isDense, useSparse } from './edges/dense-edges';
import { EdgeNotice } from './edges/EdgeNotice';
import { FlowChipsRow } from './edges/FlowChipsRow';
import type { CanvasEdge } from './edges/flow-edges';
import { setLabelLayer } from './edges/label-layer';
import { FarLayer } from './far/FarLayer';
import { isFar as isFarNow, useIsFar } from './far/far';
import { cardAt, pressFar, pullFar, releaseFar } from './far/far-pointer';
import type { CanvasNode } from './flow-nodes';
import { Overview } from './Overview';
import { edgeTypes, nodeTypes } from './part-types';
import { beginBox, endBox, isBoxing, takeSelection } from './selection-changes';
import { spokenHints } from './spoken-hints';
import { beginConnection, endConnection, trackConnection } from './tools/connect-drag';
import { beginDrag, cancelDrag, dropDrag, isDragging, moveDrag } from './tools/drag-session';
import { allowDrop, dropKind } from './tools/palette-drop';
import { canvasPointAt, fitAll, maxZoom, minZoom, setSurface, showStart } from './viewport';

const snapGrid: SnapGrid = [gridPx, gridPx];
const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const middleButton = [1];
const noNodes: CanvasNode[] = [];
const noEdges: CanvasEdge[] = [];
const proOptions = { hideAttribution: true };

/** Shows all of a design that was opened, or where an empty one begins. */
function showOpened(): void {
  const design = currentDesign();
  if (design === null) return;
  if (Object.keys(design.layout?.nodes ?? {}).length > 0) fitAll(false);
  else showStart();
}

/** React Flow as a view of the document: it draws, and says what a person does; nothing is kept in it. */
export function Surface() {
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
    const frame = requestAnimationFrame(showOpened);
    return () => cancelAnimationFrame(frame);
  }, [designId]);
  useEffect(() => () => setSurface(null), []);
  const onInit = useCallback((flow: ReactFlowInstance<CanvasNode, CanvasEdge>) => {
    if (element.current === null) return;
    setSurface({ flow, element: element.current });
    // The zoom of the design before is not this one's, and no move says so where fitting changes nothing.
    setView({ zoom: flow.getZoom() });
    // The first design is there before the surface is: until now nothing could be fitted.
    showOpened();
  }, []);
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
      onMove={onMove}
      onNodesChange={onNodesChange}
      onEdgesChange={(changes) => {
        if (!isBoxing()) takeSelection(changes);
      }}
      onSelectionStart={beginBox}
      onSelectionEnd={endBox}
      onNodeDragStart={(_event, node, held) => {
        beginDrag(idsOf(held), node.id);
        window.addEventListener('keydown', giveUp, { capture: true });
      }}
      onNodeDragStop={(event) => {
        window.removeEventListener('keydown', giveUp, { capture: true });
        dropDrag(event.altKey);
      }}
      onNodeClick={onNodeClick}
      onNodeDoubleClick={onNodeDoubleClick}
      onNodeMouseEnter={(_event, node) => useDrag.setState({ hovered: node.id })}
      onNodeMouseLeave={() => useDrag.setState({ hovered: null })}
      onConnectStart={(event, { nodeId }) => beginConnection(event, nodeId)}
      onConnectEnd={endConnection}
      onPaneClick={onPaneClick}
      onDoubleClick={onDoubleClick}
      onPointerDownCapture={pressFar}
      onPointerMove={(event) => {
        trackConnection(event);
        pullFar(event);
      }}
      onPointerUp={releaseFar}
      onDragOver={allowDrop}
      onDrop={dropKind}
      onKeyDown={onKeyDown}
      onPaneContextMenu={(event) => openContextMenu(event, 'canvas')}
      onNodeContextMenu={(event, node) => openContextMenu(event, menuPlaceOf(node), [node.id])}
      onEdgeContextMenu={(event, edge) => openContextMenu(event, 'edge', [edge.id])}
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

/** Escape puts back what is being dragged, wherever the focus is. */
function giveUp(event: globalThis.KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  cancelDrag();
}

const idsOf = (nodes: readonly CanvasNode[]): readonly string[] => nodes.map(({ id }) => id);

function onMove(_event: unknown, { zoom }: { readonly zoom: number }): void {
  if (zoom !== useView.getState().zoom) setView({ zoom });
}

function onNodesChange(changes: NodeChange<CanvasNode>[]): void {
  takeSelection(changes);
  if (!isDragging()) return;
  for (const change of changes) {
    if (change.type === 'position' && change.position !== undefined) moveDrag(change.id, change.position);
  }
}

function menuPlaceOf(node: CanvasNode): MenuPlace {
  if (node.type === 'frame') return 'group';
  return node.type === 'note' || node.type === 'text' ? 'mark' : 'node';
}

/** Groups are not React Flow's to select, so that a box drawn inside one does not take it. */
function onNodeClick(event: MouseEvent, node: CanvasNode): void {
  if (node.type !== 'frame') return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(node.id);
  else select([node.id]);
}

/** A name, a title or a note is written in place. */
function onNodeDoubleClick(event: MouseEvent, node: CanvasNode): void {
  if (event.target instanceof Element && event.target.closest('[data-editable="true"]') !== null)
    startEditing(node.id);
}

function onPaneClick(event: MouseEvent): void {
  const { tool } = useView.getState();
  if (tool === 'note' || tool === 'text') addMark(tool, canvasPointAt(event.clientX, event.clientY));
  else if (isFarNow() && !event.shiftKey && cardAt(canvasPointAt(event.clientX, event.clientY)) === null)
    select([]);
  setView({ edgeNotice: null, edgeChips: null });
}

function onDoubleClick(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
  if (useDocument.getState().readOnly) return;
  setView({ adding: { at: canvasPointAt(event.clientX, event.clientY) } });
}

/** Enter and space select the part that has the focus. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__node, .react-flow__edge'))
    return;
  const id = event.target.getAttribute('data-id');
  const design = currentDesign();
  if (id === null || design === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.shiftKey) toggleSelected(id);
  else select([id]);
}
