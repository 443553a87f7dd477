import type { ConnectionLineComponentProps } from '@xyflow/react';
import { roundedPath } from '../../../shared/diagram/path';
import { handleOf } from '../../../shared/layout/geometry';
import type { Box, Point, Side } from '../../../shared/model/schema';
import { useDrag } from '../../store/drag';
import type { CanvasNode } from '../flow-nodes';
import styles from './ConnectionLine.module.css';

/** The side of a card that faces a point. */
function sideTowards(box: Box, to: Point): Side {
  const dx = to.x - (box.x + box.width / 2);
  const dy = to.y - (box.y + box.height / 2);
  // Edges lead from left to right: above and below only where the point lies clearly there.
  if (Math.abs(dx) > box.width / 2 || Math.abs(dy) < box.height) return dx >= 0 ? 'right' : 'left';
  return dy >= 0 ? 'bottom' : 'top';
}

/** The line from the card to the pointer while a connection is being drawn. */
export function ConnectionLine({ fromNode, toX, toY }: ConnectionLineComponentProps<CanvasNode>) {
  const hasTarget = useDrag((state) => state.connectTo !== null);
  const isConnecting = useDrag((state) => state.connectFrom !== null);
  // React Flow goes on drawing a connection that was cancelled.
  if (!isConnecting) return null;
  const { width = 0, height = 0 } = fromNode.measured;
  const box = { ...fromNode.internals.positionAbsolute, width, height };
  const to = { x: toX, y: toY };
  const side = sideTowards(box, to);
  const from = handleOf(box, side);
  const isLevel = side === 'left' || side === 'right';
  const middle = isLevel ? (from.x + toX) / 2 : (from.y + toY) / 2;
  const corners = isLevel
    ? [
        { x: middle, y: from.y },
        { x: middle, y: toY },
      ]
    : [
        { x: from.x, y: middle },
        { x: toX, y: middle },
      ];
  return (
    <g className={styles.line} data-target={hasTarget}>
      <path d={roundedPath([from, ...corners, to])} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}
