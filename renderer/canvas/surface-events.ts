import type { NodeChange, ReactFlowProps } from '@xyflow/react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { annotationOf } from '../../shared/layout/annotations/index';
import { type MenuPlace, openContextMenu } from '../store/context-menu';
import type { Editor } from '../store/editors';
import { addMark } from './arrange';
import type { CanvasEdge } from './edges/flow-edges';
import { isFar } from './far/far';
import type { CanvasNode } from './flow-nodes';
import { takeSelection } from './selection-changes';
import { cardAt } from './tools/card-at';
import { beginConnection, pointerOf } from './tools/connect';
import { beginDrag } from './tools/drag';
import { gesturesOf } from './tools/gestures';
import { beginMarquee, isMarquee } from './tools/marquee';
import { allowDrop, dropKind } from './tools/palette-drop';
import { pressFar } from './tools/press-far';
import { canvasPointAt } from './viewport';

/** What the view says a person does, handed to the gestures and the editor. */
export function handlersOf(editor: Editor) {
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
      takeSelection(editor, changes);
      for (const change of changes)
        if (change.type === 'position' && change.position !== undefined)
          gestures.partMoved(change.id, change.position);
    },
    onEdgesChange(changes) {
      if (!isMarquee(editor)) takeSelection(editor, changes);
    },
    onSelectionStart: (event) => beginMarquee(editor, event),
    onSelectionEnd: (event) => gestures.finish('marquee', event),
    onNodeDragStart: (_event, node, held) =>
      beginDrag(
        editor,
        held.map(({ id }) => id),
        node.id,
      ),
    onNodeDragStop: (event) => end('drag', event),
    onNodeClick: (event, node) => onNodeClick(editor, event, node),
    onNodeDoubleClick: (event, node) => onNodeDoubleClick(editor, event, node),
    onNodeMouseEnter: (_event, node) => editor.drag.setState({ hovered: node.id }),
    onNodeMouseLeave: () => editor.drag.setState({ hovered: null }),
    onConnectStart: (event, { nodeId }) => beginConnection(editor, event, nodeId),
    onConnectEnd: (event) => end('connect', event),
    onPaneClick: (event) => onPaneClick(editor, event),
    onDoubleClick: (event) => onDoubleClick(editor, event),
    onPointerDownCapture: (event) => pressFar(editor, event),
    onPointerMove: gestures.move,
    onPointerUp: (event) => gestures.finish('press-far', event),
    onDragOver: (event) => allowDrop(editor, event),
    onDrop: (event) => dropKind(editor, event),
    onKeyDown: (event) => onKeyDown(editor, event),
    onPaneContextMenu: (event) => openContextMenu(editor, event, 'canvas'),
    onNodeContextMenu: (event, node) => openContextMenu(editor, event, menuPlaceOf(node), [node.id]),
    onEdgeContextMenu: (event, edge) => openContextMenu(editor, event, 'edge', [edge.id]),
  } satisfies Partial<ReactFlowProps<CanvasNode, CanvasEdge>>;
}

function menuPlaceOf(node: CanvasNode): MenuPlace {
  if (node.type === 'frame') return 'group';
  return annotationOf(node.type) === undefined ? 'node' : 'mark';
}

/** Groups are not React Flow's to select, so that a box drawn inside one does not take it. */
function onNodeClick(editor: Editor, event: MouseEvent, node: CanvasNode): void {
  if (node.type !== 'frame') return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) editor.toggleSelected(node.id);
  else editor.select([node.id]);
}

/** A name, a title or a note is written in place. */
function onNodeDoubleClick(editor: Editor, event: MouseEvent, node: CanvasNode): void {
  if (event.target instanceof Element && event.target.closest('[data-editable="true"]') !== null)
    editor.startEditing(node.id);
}

function onPaneClick(editor: Editor, event: MouseEvent): void {
  const annotation = annotationOf(editor.view.getState().tool);
  const at = canvasPointAt(editor, event.clientX, event.clientY);
  if (annotation !== undefined) addMark(editor, annotation.id, at);
  else if (isFar(editor) && !event.shiftKey && cardAt(editor, at) === null) editor.select([]);
  editor.setView({ edgeNotice: null, edgeChips: null });
}

function onDoubleClick(editor: Editor, event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
  if (editor.document.getState().readOnly) return;
  editor.setView({ adding: { at: canvasPointAt(editor, event.clientX, event.clientY) } });
}

/** Enter and space select the part that has the focus. */
function onKeyDown(editor: Editor, event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!(event.target instanceof Element) || !event.target.matches('.react-flow__node, .react-flow__edge'))
    return;
  const id = event.target.getAttribute('data-id');
  if (id === null || editor.design() === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.shiftKey) editor.toggleSelected(id);
  else editor.select([id]);
}
