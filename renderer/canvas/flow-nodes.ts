import { type Node as FlowNode, Position } from '@xyflow/react';
import { groupDepths } from '../../shared/diagram/group-look';
import { type AnnotationId, annotationOf } from '../../shared/layout/annotations/index';
import { own } from '../../shared/model/own';
import type { Box, Design, Point } from '../../shared/model/schema';
import { groupsOf, marksOf, nodesOf } from '../../shared/model/schema';
import { resolvedOf } from '../store/report';
import { t } from '../words/t';
import { partBoxes } from './part-boxes';

/** The types of what stands on the canvas; cards read all else by their id. */
export type PartType = 'card' | 'client' | 'frame' | AnnotationId;
export type CanvasNode = FlowNode<Record<string, never>, PartType>;

export interface Moved {
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
}

const noData: Record<string, never> = {};
const depthOfGroup = -1000;
const levelOf = { annotation: 8, card: 10 } as const;
const raised = 5;
/** An empty text has no width of its own and could not be found again. */
const leastWidth = 24;

type Kept = { readonly type: PartType; readonly z: number; readonly node: CanvasNode };

/** Makes React Flow's nodes from a design, giving the same object again for a part that stands and looks as before. */
export function nodeDeriver(): (design: Design, selected: ReadonlySet<string>, moved: Moved) => CanvasNode[] {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return (design, selected, moved) => {
    const boxes = partBoxes(design);
    const next = new Map<string, Kept>();
    const add = (id: string, type: PartType, z: number): void => {
      let box = standing(boxes.get(id), own(moved.places, id), own(moved.boxes, id));
      if (box === undefined) return;
      if (box.width < leastWidth) box = { ...box, width: leastWidth };
      const isSelected = selected.has(id);
      const before = kept.get(id);
      const same =
        before !== undefined &&
        before.type === type &&
        before.z === z &&
        before.node.selected === isSelected &&
        sameBox(before.node, box);
      next.set(id, same ? before : { type, z, node: flowNode(id, type, box, isSelected, z) });
    };
    for (const [{ id }, depth] of groupDepths(groupsOf(design))) add(id, 'frame', depthOfGroup + depth);
    const resolved = resolvedOf(design).nodes;
    for (const { id } of nodesOf(design)) {
      add(id, resolved.get(id)?.behaviour === 'source' ? 'client' : 'card', levelOf.card);
    }
    for (const { id, kind } of marksOf(design)) {
      const annotation = annotationOf(kind);
      if (annotation !== undefined) add(id, annotation.id, levelOf.annotation);
    }
    kept = next;
    return [...next.values()].map(({ node }) => node);
  };
}

function standing(box: Box | undefined, place: Point | undefined, dragged: Box | undefined): Box | undefined {
  if (dragged !== undefined) return dragged;
  return box === undefined || place === undefined ? box : { ...box, x: place.x, y: place.y };
}

const sameBox = (node: CanvasNode, box: Box): boolean =>
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.width === box.width &&
  node.height === box.height;

function flowNode(id: string, type: PartType, box: Box, selected: boolean, z: number): CanvasNode {
  const { width, height } = box;
  const isPart = type === 'card' || type === 'client';
  return {
    id,
    type,
    data: noData,
    position: { x: box.x, y: box.y },
    width,
    height,
    measured: { width, height },
    handles: isPart ? handlesOf(width, height) : [],
    selected,
    selectable: type !== 'frame',
    connectable: isPart,
    zIndex: selected && type !== 'frame' ? z + raised : z,
    domAttributes: { 'aria-labelledby': `say-${id}`, 'aria-roledescription': t('part') },
    // The inside of a group lets the pointer through, so that a box can be drawn and cards be reached in it.
    ...(type === 'frame' ? { style: { pointerEvents: 'none' as const } } : {}),
  };
}

/** The two ends of React Flow's edges; what is drawn of an edge follows the routes of the model. */
function handlesOf(width: number, height: number): NonNullable<CanvasNode['handles']> {
  const size = { width: 1, height: 1 };
  return [
    { ...size, type: 'source', position: Position.Right, x: width, y: height / 2 },
    { ...size, type: 'target', position: Position.Left, x: 0, y: height / 2 },
  ];
}
