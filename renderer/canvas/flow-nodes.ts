import { type Node as FlowNode, Position } from '@xyflow/react';
import { groupDepths } from '../../shared/diagram/group-look';
import { type AnnotationId, annotationOf, isAnnotationId } from '../../shared/layout/annotations/index';
import { collapsedParts } from '../../shared/model/collapsed';
import { lockedParts } from '../../shared/model/locked';
import { markStates } from '../../shared/model/marks';
import { orderOf } from '../../shared/model/node-order';
import { own } from '../../shared/model/own';
import type { Box, Design, Point } from '../../shared/model/schema';
import { groupsOf, marksOf, nodesOf } from '../../shared/model/schema';
import { resolvedOf } from '../store/report';
import { t } from '../words/t';
import { movedArrowBox } from './annotations/moved-arrow';
import { partBoxes } from './part-boxes';

/** The types of what is on the canvas; cards read all else by their id. */
export type PartType = 'card' | 'client' | 'frame' | 'collapsed' | MarkType;
/** An annotation's type is its kind; `frame` is that of groups. */
export type MarkType = Exclude<AnnotationId, 'frame'> | 'mark-frame' | 'mark-unknown';
export type CanvasNode = FlowNode<Record<string, never>, PartType>;

export interface Moved {
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
}

const noData: Record<string, never> = {};
const depthOfGroup = -1000;
/** Frames are before groups and behind edges. */
const levelOf = { container: -500, annotation: 8, card: 10 } as const;
const raised = 5;
/** A selected annotation is before others, and still behind the cards. */
const raisedAnnotation = 1;

export function markTypeOf(kind: string): MarkType {
  if (!isAnnotationId(kind)) return 'mark-unknown';
  return kind === 'frame' ? 'mark-frame' : kind;
}
/** An empty text has no width of its own and could not be found again. */
const leastWidth = 24;

/** `still`: locked by itself, it can be selected and not moved. `out-of-reach`: its layer is locked, and nothing of it is touched. */
type Hold = 'free' | 'still' | 'out-of-reach';

type Kept = {
  readonly type: PartType;
  readonly z: number;
  readonly hold: Hold;
  readonly node: CanvasNode;
};

/**
 * Makes React Flow's nodes from a design, giving the same object again for a part that stands and looks as before; of the parts
 * in `only` where that is given.
 */
export function nodeDeriver(): (
  design: Design,
  selected: ReadonlySet<string>,
  moved: Moved,
  only?: ReadonlySet<string> | null,
) => CanvasNode[] {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return (design, selected, moved, only = null) => {
    const isLeftOut = (id: string): boolean => only !== null && !only.has(id);
    const boxes = partBoxes(design);
    const still = lockedParts(design);
    const { rankOf, raisedOf } = stacking(design);
    const next = new Map<string, Kept>();
    const add = (id: string, type: PartType, z: number, arrow: Box | null = null, isLocked = false): void => {
      const hold: Hold = isLocked ? 'out-of-reach' : still.has(id) ? 'still' : 'free';
      let box = arrow ?? standing(boxes.get(id), own(moved.places, id), own(moved.boxes, id));
      if (box === undefined) return;
      if ((type === 'text' || type === 'note') && box.width < leastWidth) box = { ...box, width: leastWidth };
      const isSelected = selected.has(id);
      const before = kept.get(id);
      const same =
        before !== undefined &&
        before.type === type &&
        before.z === z &&
        before.hold === hold &&
        before.node.selected === isSelected &&
        sameBox(before.node, box);
      next.set(
        id,
        same
          ? before
          : {
              type,
              z,
              hold,
              node: flowNode(id, type, box, isSelected ? raisedOf(id, z) : z, isSelected, hold),
            },
      );
    };
    const { shown } = collapsedParts(design);
    for (const [{ id }, depth] of groupDepths(groupsOf(design))) {
      if (isLeftOut(id)) continue;
      if (shown.has(id)) add(id, 'collapsed', levelOf.card);
      else add(id, 'frame', depthOfGroup + depth);
    }
    const resolved = resolvedOf(design).nodes;
    for (const { id } of nodesOf(design)) {
      if (isLeftOut(id)) continue;
      add(id, resolved.get(id)?.behaviour === 'source' ? 'client' : 'card', levelOf.card + rankOf(id));
    }
    const states = markStates(design);
    for (const mark of marksOf(design)) {
      const { id, kind } = mark;
      if (states.hidden.has(id) || isLeftOut(id)) continue;
      const { isContainer } = annotationOf(kind);
      const level = isContainer ? levelOf.container : levelOf.annotation;
      add(id, markTypeOf(kind), level, movedArrowBox(design, mark, moved), states.locked.has(id));
    }
    kept = next;
    return [...next.values()].map(({ node }) => node);
  };
}

/** How cards lie on each other: those that were put before others or behind them are not raised by being selected. */
function stacking(design: Design) {
  const order = design.layout?.order;
  const levels = [...new Set([0, ...Object.values(order ?? {})])].toSorted((a, b) => a - b);
  const rankOf = (id: string): number => levels.indexOf(orderOf(design, id));
  return {
    rankOf,
    raisedOf(id: string, z: number): number {
      if (z <= 0) return z;
      if (z === levelOf.annotation) return z + raisedAnnotation;
      return orderOf(design, id) === 0 ? z + levels.length + raised : z;
    },
  };
}

/** Types whose inside lets the pointer through, so that what lies in it can be reached. */
const letsThrough: ReadonlySet<PartType> = new Set<PartType>(['frame', 'mark-frame', 'arrow', 'ink']);

function standing(box: Box | undefined, place: Point | undefined, dragged: Box | undefined): Box | undefined {
  if (dragged !== undefined) return dragged;
  return box === undefined || place === undefined ? box : { ...box, x: place.x, y: place.y };
}

const sameBox = (node: CanvasNode, box: Box): boolean =>
  node.position.x === box.x &&
  node.position.y === box.y &&
  node.width === box.width &&
  node.height === box.height;

function flowNode(
  id: string,
  type: PartType,
  box: Box,
  z: number,
  selected: boolean,
  hold: Hold,
): CanvasNode {
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
    handles: isPart || type === 'collapsed' ? handlesOf(width, height) : [],
    selected,
    selectable: type !== 'frame' && hold !== 'out-of-reach',
    ...(hold === 'out-of-reach' ? { draggable: false, focusable: false } : {}),
    ...(hold === 'still' ? { draggable: false } : {}),
    connectable: isPart,
    zIndex: z,
    domAttributes: { 'aria-labelledby': `say-${id}`, 'aria-roledescription': t('part') },
    // The inside of a group lets the pointer through, so that a box can be drawn and cards be reached in it.
    ...(hold === 'out-of-reach' || letsThrough.has(type)
      ? { style: { pointerEvents: 'none' as const } }
      : {}),
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
