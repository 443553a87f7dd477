import { handleOf } from '../layout/geometry';
import type { Box, EdgeStyle, Point, Side } from '../model/schema';

/** What routing wants to know of an edge. */
export interface RouteEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Bends that a person placed. */
  readonly points?: readonly Point[];
  readonly fromSide?: Side;
  readonly toSide?: Side;
  /** Elbow where it is left out. */
  readonly style?: EdgeStyle;
}

/** Where an edge touches a card. */
export interface Port extends Point {
  readonly side: Side;
}

export interface Ports {
  readonly from: Port;
  readonly to: Port;
}

/** px between two edges at one side of a card, and those kept free at its ends. */
const spacing = 18;
const margin = 14;
/** Nearer than this, two cards have no room for a run between them. */
const leastGap = 24;

const upright = (side: Side) => side === 'left' || side === 'right';
const right = (box: Box) => box.x + box.width;
const bottom = (box: Box) => box.y + box.height;

/**
 * The sides that an edge leaves and enters by where a person chose none, the nearest ones: right to left as a request is read, left
 * to right where the callee stands to the left, from below to above (or the reverse) where one card stands over the other.
 */
export function sidesOf(from: Box, to: Box): readonly [from: Side, to: Side] {
  if (to.x - right(from) >= leastGap) return ['right', 'left'];
  if (from.x - right(to) >= leastGap) return ['left', 'right'];
  if (to.y - bottom(from) >= leastGap) return ['bottom', 'top'];
  if (from.y - bottom(to) >= leastGap) return ['top', 'bottom'];
  return ['right', 'left'];
}

interface End {
  readonly edge: number;
  readonly isFrom: boolean;
  readonly box: Box;
  readonly side: Side;
  /** Where the other end is, along the side; ends are put in this order. */
  readonly towards: number;
}

function endsOf(edge: RouteEdge, index: number, from: Box, to: Box): readonly [End, End] {
  const [defaultFrom, defaultTo] = sidesOf(from, to);
  const fromSide = edge.fromSide ?? defaultFrom;
  const toSide = edge.toSide ?? defaultTo;
  const points = edge.points ?? [];
  const aroundBelow = points.length === 0 && fromSide === 'right' && toSide === 'left' && to.x < right(from);
  const far = (side: Side, point: Point) => (upright(side) ? point.y : point.x) + (aroundBelow ? 1e6 : 0);
  return [
    {
      edge: index,
      isFrom: true,
      box: from,
      side: fromSide,
      towards: far(fromSide, points[0] ?? handleOf(to, toSide)),
    },
    {
      edge: index,
      isFrom: false,
      box: to,
      side: toSide,
      towards: far(toSide, points.at(-1) ?? handleOf(from, fromSide)),
    },
  ];
}

/** Ends on one side of one card, spread around its middle in the order of where they lead. */
function spread(ends: readonly End[], place: (end: End, port: Port) => void): void {
  const sorted = ends.toSorted((a, b) => a.towards - b.towards || a.edge - b.edge);
  sorted.forEach((end, position) => {
    const middle = handleOf(end.box, end.side);
    const length = upright(end.side) ? end.box.height : end.box.width;
    const step = Math.min(spacing, (length - 2 * margin) / Math.max(1, sorted.length - 1));
    const offset = (position - (sorted.length - 1) / 2) * step;
    place(end, {
      side: end.side,
      x: middle.x + (upright(end.side) ? 0 : offset),
      y: middle.y + (upright(end.side) ? offset : 0),
    });
  });
}

/** Moves the end that is alone on its side to the height of the other, so that the edge runs straight. */
function straightened(ports: Ports, from: Box, to: Box, aloneFrom: boolean, aloneTo: boolean): Ports {
  const axis = upright(ports.from.side) ? 'y' : 'x';
  if (upright(ports.to.side) !== upright(ports.from.side)) return ports;
  const within = (box: Box, value: number) => {
    const [start, length] = axis === 'y' ? [box.y, box.height] : [box.x, box.width];
    return value >= start + margin && value <= start + length - margin;
  };
  if (aloneTo && within(to, ports.from[axis]))
    return { ...ports, to: { ...ports.to, [axis]: ports.from[axis] } };
  if (aloneFrom && within(from, ports.to[axis]))
    return { ...ports, from: { ...ports.from, [axis]: ports.to[axis] } };
  return ports;
}

/** Where each edge touches its two cards; null for an edge one of whose cards is not there. In the order of the edges. */
export function portsOf(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): readonly (Ports | null)[] {
  const sides = new Map<string, End[]>();
  const keyOf = (id: string, side: Side) => `${side} ${id}`;
  const both = edges.map((edge, index) => {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from === undefined || to === undefined) return null;
    const ends = endsOf(edge, index, from, to);
    for (const end of ends) {
      const key = keyOf(end.isFrom ? edge.from : edge.to, end.side);
      const group = sides.get(key);
      if (group === undefined) sides.set(key, [end]);
      else group.push(end);
    }
    return { from, to };
  });
  const fromPorts = new Map<number, Port>();
  const toPorts = new Map<number, Port>();
  for (const ends of sides.values()) {
    spread(ends, (end, port) => (end.isFrom ? fromPorts : toPorts).set(end.edge, port));
  }
  return edges.map((edge, index) => {
    const from = fromPorts.get(index);
    const to = toPorts.get(index);
    const cards = both[index];
    if (from === undefined || to === undefined || cards === null || cards === undefined) return null;
    if (edge.points !== undefined && edge.points.length > 0) return { from, to };
    const alone = (id: string, side: Side) => sides.get(keyOf(id, side))?.length === 1;
    return straightened(
      { from, to },
      cards.from,
      cards.to,
      alone(edge.from, from.side),
      alone(edge.to, to.side),
    );
  });
}
