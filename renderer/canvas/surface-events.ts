import type { NodeChange, ReactFlowProps } from '@xyflow/react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { edgesDrawnAs } from '../../shared/diagram/drawn-edges';
import { markStates } from '../../shared/model/marks';
import { type MenuPlace, openContextMenu } from '../store/context-menu';
import type { Editor } from '../store/editors';
import { toggleCollapsed } from './arrange';
import type { CanvasEdge } from './edges/flow-edges';
import { isFar } from './far/far';
import type { CanvasNode } from './flow-nodes';
import { hasManyParts } from './near/near-area';
import { partBoxes } from './part-boxes';
import { type FlowKnowledge, takeSelection } from './selection-changes';
import { revealFocused, tabThroughParts } from './tab-order';
import { partAt } from './tools/card-at';
import { beginConnection, pointerOf } from './tools/connect';
import { beginDrag } from './tools/drag';
import { gesturesOf } from './tools/gestures';
import { pressLasso } from './tools/lasso';
import { beginMarquee, isMarquee } from './tools/marquee';
import { overviewPointerDown } from './tools/overview-press';
import { dragKindOver, dropKind, leaveWithKind } from './tools/palette-drop';
import { canvasPointAt } from './viewport';

/** What the view says a person does, handed to the gestures and the editor. */
export function handlersOf(editor: Editor, knowledge: FlowKnowledge) {
  const flow = (): FlowKnowledge | null => {
    const design = editor.design();
    return design !== null && hasManyParts(design) ? knowledge : null;
  };
  const gestures = gesturesOf(editor);
  const end = (name: 'drag' | 'connect', event: globalThis.MouseEvent | globalThis.TouchEvent): void => {
    const pointer = pointerOf(event);
    if (pointer === null) gestures.cancel();
    else gestures.finish(name, pointer);
  };
  return {
    onMove(_event, { zoom }) {
      if (zoom !== editor.view.getState().zoom) editor.setView({ zoom });
    },
    onNodesChange(changes: NodeChange<CanvasNode>[]) {
      takeSelection(editor, changes, flow(), isMarquee(editor));
      for (const change of changes)
        if (change.type === 'position' && change.position !== undefined)
          gestures.partMoved(change.id, change.position);
    },
    onEdgesChange(changes) {
      if (!isMarquee(editor)) takeSelection(editor, changes, flow());
    },
    onSelectionStart: (event) => beginMarquee(editor, event),
    onSelectionEnd: (event) => gestures.finish('marquee', event),
    onNodeDragStart: (event, node, held) =>
      beginDrag(editor, heldWith(editor, node.id, held), node.id, event),
    onNodeDragStop: (event) => end('drag', event),
    onNodeClick: (event, node) => onNodeClick(editor, event, node),
    onNodeDoubleClick: (event, node) => onNodeDoubleClick(editor, event, node),
    onNodeMouseEnter: (_event, node) => editor.drag.setState({ hovered: node.id }),
    onNodeMouseLeave: () => editor.drag.setState({ hovered: null }),
    onConnectStart: (event, { nodeId }) => beginConnection(editor, event, nodeId),
    onConnectEnd: (event) => end('connect', event),
    onPaneClick: (event) => onPaneClick(editor, event),
    onDoubleClick: (event) => onDoubleClick(editor, event),
    onPointerDownCapture: (event) => {
      pressLasso(editor, event);
      if (!event.isPropagationStopped()) overviewPointerDown(editor, event);
    },
    onPointerMove: gestures.move,
    onPointerUp: (event) => {
      gestures.finish('overview-press', event);
      gestures.finish('lasso', event);
    },
    onDragOver: (event) => dragKindOver(editor, event),
    onDragLeave: (event) => leaveWithKind(editor, event),
    onDrop: (event) => dropKind(editor, event),
    onKeyDown: (event) => onKeyDown(editor, event),
    onFocus: (event) => revealFocused(editor, event),
    onPaneContextMenu: (event) => openContextMenu(editor, event, 'canvas'),
    onNodeContextMenu: (event, node) => openContextMenu(editor, event, menuPlaceOf(node), [node.id]),
    onEdgeDoubleClick: (_event, edge) => {
      if (!editor.document.getState().readOnly && drawnTogether(editor, edge.id).length === 1)
        editor.startEditing(edge.id);
    },
    onEdgeContextMenu: (event, edge) =>
      openContextMenu(editor, event, 'edge', drawnTogether(editor, edge.id)),
  } satisfies Partial<ReactFlowProps<CanvasNode, CanvasEdge>>;
}

/** What is dragged: the parts that React Flow holds, and with a selected one the selected parts that it was not given. */
function heldWith(editor: Editor, lead: string, held: readonly CanvasNode[]): readonly string[] {
  const ids = held.map(({ id }) => id);
  const design = editor.design();
  const selected = editor.selection.getState().ids;
  if (design === null || !hasManyParts(design) || !selected.has(lead)) return ids;
  const [boxes, { locked }] = [partBoxes(design), markStates(design)];
  const known = new Set(ids);
  const away = [...selected].filter((id) => boxes.has(id) && !locked.has(id) && !known.has(id));
  return [...ids, ...away];
}

function menuPlaceOf(node: CanvasNode): MenuPlace {
  if (node.type === 'frame' || node.type === 'collapsed') return 'group';
  return node.type === 'card' || node.type === 'client' ? 'node' : 'mark';
}

/**
 * Groups are not React Flow's to select, so that a box drawn inside one does not take it. One of several that are selected stays
 * alone by a press, which React Flow leaves as it is.
 */
function onNodeClick(editor: Editor, event: MouseEvent, node: CanvasNode): void {
  const adds = event.shiftKey || event.ctrlKey || event.metaKey;
  const isOneOfSeveral = editor.selection.getState().ids.size > 1;
  if (node.type !== 'frame' && (adds || !isOneOfSeveral)) return;
  if (adds) editor.toggleSelected(node.id);
  else editor.select([node.id]);
}

/** A collapsed group is expanded; a name, a title or a note is written in place. */
function onNodeDoubleClick(editor: Editor, event: MouseEvent, node: CanvasNode): void {
  if (node.type === 'collapsed') {
    if (!editor.document.getState().readOnly) toggleCollapsed(editor, [node.id]);
    return;
  }
  if (event.target instanceof Element && event.target.closest('[data-editable="true"]') !== null)
    editor.startEditing(node.id);
}

function onPaneClick(editor: Editor, event: MouseEvent): void {
  const at = canvasPointAt(editor, event.clientX, event.clientY);
  if (isFar(editor) && !event.shiftKey && partAt(editor, at) === null) editor.select([]);
  // Groups and flows are not React Flow's to deselect.
  else if (!event.shiftKey && !isFar(editor)) editor.clearSelection();
  editor.setView({ edgeNotice: null, edgeChips: null });
}

function onDoubleClick(editor: Editor, event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
  if (editor.document.getState().readOnly) return;
  const { lanes } = editor.view.getState();
  editor.setView({ adding: lanes ? {} : { at: canvasPointAt(editor, event.clientX, event.clientY) } });
}

/** Enter and space select the part that has the focus; Tab goes to the next, wherever it is. */
function onKeyDown(editor: Editor, event: KeyboardEvent): void {
  if (event.key === 'Tab') tabThroughParts(editor, event);
  if (event.key !== 'Enter' && event.key !== ' ') return;
  // With a tool in hand they are that tool's.
  if (editor.view.getState().tool !== 'select') return;
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__node, .react-flow__edge'))
    return;
  const id = event.target.getAttribute('data-id');
  if (id === null || editor.design() === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.shiftKey) editor.toggleSelected(id);
  else editor.select(drawnTogether(editor, id));
}

/** The edges that are drawn as one with this; other parts are drawn by themselves. */
function drawnTogether(editor: Editor, id: string): readonly string[] {
  const design = editor.design();
  return design === null ? [id] : edgesDrawnAs(design, id);
}
