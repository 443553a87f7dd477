import { middleOf } from '../layout/geometry';
import { type Message, message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import { type Box, type Design, edgesOf, groupsOf, marksOf, nodesOf, type Point } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { grownGroups } from './grow-groups';
import { type BoxOf, groupAround, groupAt, membershipChanges } from './membership';
import { crossingNotes } from './networks';
import { boxReader, missingPart, partBoxes, withContents, withFramed } from './part-boxes';

export interface MoveArguments {
  readonly ids: readonly string[];
  /** Canvas px. */
  readonly dx: number;
  readonly dy: number;
}

/** Where parts stand during a move: places of nodes and marks, boxes of groups. */
export interface Moved {
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
}

/** Where these parts stand once they are moved by so much; what it costs is one pass over them. */
export function movedBy(
  start: BoxOf,
  moving: ReadonlySet<string>,
  groups: ReadonlySet<string>,
  delta: Point,
): Moved {
  const places: [string, Point][] = [];
  const boxes: [string, Box][] = [];
  for (const id of moving) {
    const box = start.get(id);
    if (box === undefined) continue;
    const at = { x: box.x + delta.x, y: box.y + delta.y };
    if (groups.has(id)) boxes.push([id, { ...box, ...at }]);
    else places.push([id, at]);
  }
  return { places: Object.fromEntries(places), boxes: Object.fromEntries(boxes) };
}

export const groupIdsOf = (design: Design): ReadonlySet<string> =>
  new Set(groupsOf(design).map(({ id }) => id));

/**
 * Moves parts, with what is in the groups among them and the bends of edges between them. A part that comes to lie in
 * another group is in it from then on; calls that take another network because of it are named in the notes.
 */
export function move(design: Design, { ids, dx, dy }: MoveArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const start = boxReader(design);
  const held = new Set(ids.filter((id) => start.get(id) !== undefined));
  if (held.size === 0) return refused('None of these has a place on the canvas.');
  const delta = { x: dx, y: dy };
  const moving = withContents(design, held);
  const after = shifted(start, moving, delta);
  const moved: readonly Change[] = [
    ...movingChanges(design, start, moving, delta),
    ...membershipChanges(design, start, after, withFramed(design, held)),
  ];
  const grown = grownAfter(design, moved, after, held);
  const changes = grown === null ? moved : [...moved, grown];
  return edited(moveLabel(design, held), changes, { notes: crossingNotes(design, changes) });
}

const shifted = (start: BoxOf, moving: ReadonlySet<string>, { x: dx, y: dy }: Point): BoxOf => ({
  get: (id) => {
    const box = start.get(id);
    return box === undefined || !moving.has(id) ? box : { ...box, x: box.x + dx, y: box.y + dy };
  },
});

/**
 * The boxes that groups grow to if these parts are moved by so much, for showing it before: those that take a part in, and those
 * that what stands in them needs larger. A function of the movement, since one is asked for at each step of a drag.
 */
export function grownByMove(
  design: Design,
  ids: readonly string[],
): (delta: Point) => Readonly<Record<string, Box>> {
  if (groupsOf(design).length === 0) return () => ({});
  const start = boxReader(design);
  const held = new Set(ids.filter((id) => start.get(id) !== undefined));
  const moving = withContents(design, held);
  const groups = groupIdsOf(design);
  const movingGroups = new Set([...moving].filter((id) => groups.has(id)));
  const candidates = withFramed(design, held);
  return (delta) => {
    const after = shifted(start, moving, delta);
    const moved: readonly Change[] = [
      { op: 'place', ...movedBy(start, movingGroups, groups, delta) },
      ...membershipChanges(design, start, after, candidates),
    ];
    return grownAfter(design, moved, after, held)?.boxes ?? {};
  };
}

/** What puts all of these parts elsewhere, bends between them included; membership is not touched. */
export const movingChanges = (
  design: Design,
  start: BoxOf,
  moving: ReadonlySet<string>,
  delta: Point,
): readonly Change[] => [
  { op: 'place', ...withMarkPlaces(design, movedBy(start, moving, groupIdsOf(design), delta), delta) },
  ...bendChanges(design, moving, delta),
];

/** The groups that must grow once these parts stand elsewhere; null where none must. */
function grownAfter(
  design: Design,
  changes: readonly Change[],
  after: BoxOf,
  held: ReadonlySet<string>,
): Extract<Change, { op: 'place' }> | null {
  if (groupsOf(design).length === 0) return null;
  const boxes = grownGroups(applyChanges(design, changes), after, held);
  return Object.keys(boxes).length === 0 ? null : { op: 'place', boxes };
}

/** A mark's own place is not always the corner of its box: that of an arrow is where its free ends count from. */
function withMarkPlaces(design: Design, { places, boxes }: Moved, delta: Point): Moved {
  const own = marksOf(design).flatMap(({ id, x = 0, y = 0 }) =>
    Object.hasOwn(places, id) ? [[id, { x: x + delta.x, y: y + delta.y }] as const] : [],
  );
  return { places: { ...places, ...Object.fromEntries(own) }, boxes };
}

function moveLabel(design: Design, held: ReadonlySet<string>): Message {
  const count = { count: held.size };
  const many = message('{count, plural, one {Move # part} other {Move # parts}}', { count });
  if (held.size !== 1) return many;
  const named = [...nodesOf(design), ...groupsOf(design)].find(({ id }) => held.has(id));
  return named?.name === undefined ? many : message('Move {name}', { name: named.name });
}

/** Bends that a person placed go along where both ends of the edge do. */
const bendChanges = (design: Design, moving: ReadonlySet<string>, delta: Point): readonly Change[] =>
  shiftedBends(design, (id) => (moving.has(id) ? delta : undefined));

/** The bends of edges both of whose ends move by the same, moved with them. */
export function shiftedBends(design: Design, shiftOf: (id: string) => Point | undefined): readonly Change[] {
  const routes = design.layout?.edges;
  if (routes === undefined) return [];
  return edgesOf(design).flatMap(({ id, from, to }): Change[] => {
    const points = own(routes, id)?.points ?? [];
    const [shift, other] = [shiftOf(from), shiftOf(to)];
    if (points.length === 0 || shift === undefined || other === undefined) return [];
    if (shift.x !== other.x || shift.y !== other.y) return [];
    return [{ op: 'route', id, points: points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })) }];
  });
}

/** The group that a part would enter if it stood in this box; null where it would stay where it stands, or is a mark. */
export function entered(design: Design, id: string, now: Box, moving: ReadonlySet<string>): string | null {
  if (marksOf(design).some((mark) => mark.id === id)) return null;
  const boxes = partBoxes(design);
  const group = groupsOf(design).find((other) => other.id === id);
  const inside =
    group === undefined
      ? groupAt(design, boxes, middleOf(now), moving)
      : groupAround(design, boxes, now, moving);
  const own = group === undefined ? nodesOf(design).find((node) => node.id === id)?.group : group.parent;
  return inside === (own ?? null) ? null : inside;
}
