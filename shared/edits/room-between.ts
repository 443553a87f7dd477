import { card, columnPitch, gridPx, snapped } from '../layout/geometry';
import { highest, lowest } from '../math/extremes';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import {
  type Box,
  type Design,
  type Edge,
  edgesOf,
  groupsOf,
  marksOf,
  nodesOf,
  type Point,
} from '../model/schema';
import { freePlace } from './next-column';
import { partBoxes } from './part-boxes';

/** What is between two cards once there is room for another. */
export interface Room {
  readonly changes: readonly Change[];
  /** The middle of the card that is to be there; undefined where it takes the next free place of the column. */
  readonly at: Point | undefined;
}

/** px that a card keeps to its neighbours in a row. */
const gap = columnPitch - card.width;

/** A column between the two cards: what stands from the callee on moves to the right as far as it must. */
export function roomBetween(design: Design, edge: Edge, except: string | undefined): Room {
  const boxes = partBoxes(design);
  const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
  if (from === undefined || to === undefined || to.x <= from.x) return { changes: [], at: undefined };
  const { left, right } = gapBetween(design, boxes, edge, from, to);
  const dx = Math.ceil(Math.max(0, left + card.width + 2 * gap - right) / gridPx) * gridPx;
  const changes = dx === 0 ? [] : shifted(design, boxes, right, dx, except);
  const corner = {
    x: snapped((left + right + dx - card.width) / 2),
    y: snapped((from.y + to.y) / 2),
  };
  const free = freePlace(
    applyChanges(design, changes),
    corner,
    new Set(except === undefined ? [] : [except]),
  );
  return { changes, at: { x: free.x + card.width / 2, y: free.y + card.height / 2 } };
}

/** From where to where the two cards leave free: the groups that only one of them is in belong to it. */
function gapBetween(design: Design, boxes: ReadonlyMap<string, Box>, edge: Edge, from: Box, to: Box) {
  const [ofCaller, ofCallee] = [groupsAround(design, edge.from), groupsAround(design, edge.to)];
  const own = (these: ReadonlySet<string>, others: ReadonlySet<string>): readonly Box[] =>
    [...these].flatMap((id) => (others.has(id) ? [] : (boxes.get(id) ?? [])));
  const left = highest([from, ...own(ofCaller, ofCallee)].map(({ x, width }) => x + width));
  const right = lowest([to, ...own(ofCallee, ofCaller)].map(({ x }) => x));
  return left <= right ? { left, right } : { left: from.x + from.width, right: to.x };
}

/** The groups that a node is in, outwards. */
function groupsAround(design: Design, node: string): ReadonlySet<string> {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const found = new Set<string>();
  let group = nodesOf(design).find(({ id }) => id === node)?.group;
  while (group !== undefined && !found.has(group)) {
    found.add(group);
    group = parents.get(group);
  }
  return found;
}

/** Everything from this line on is so far to the right; a group that the line crosses grows. */
function shifted(
  design: Design,
  boxes: ReadonlyMap<string, Box>,
  line: number,
  dx: number,
  except: string | undefined,
): readonly Change[] {
  const behind = ({ id }: { readonly id: string }): readonly (readonly [string, Box])[] => {
    const box = boxes.get(id);
    return box === undefined || box.x < line || id === except ? [] : [[id, box]];
  };
  const places = [...nodesOf(design), ...marksOf(design)]
    .flatMap(behind)
    .map(([id, box]) => [id, { x: box.x + dx, y: box.y }] as const);
  const groups = groupsOf(design).flatMap(({ id }) => {
    const box = boxes.get(id);
    if (box === undefined || box.x + box.width <= line) return [];
    const next = box.x >= line ? { ...box, x: box.x + dx } : { ...box, width: box.width + dx };
    return [[id, next] as const];
  });
  const bends = edgesOf(design).flatMap(({ id }): Change[] => {
    const points = own(design.layout?.edges, id)?.points ?? [];
    if (!points.some(({ x }) => x >= line)) return [];
    return [{ op: 'route', id, points: points.map(({ x, y }) => ({ x: x >= line ? x + dx : x, y })) }];
  });
  return [{ op: 'place', places: Object.fromEntries(places), boxes: Object.fromEntries(groups) }, ...bends];
}
