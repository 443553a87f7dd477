import type { Change } from '../../shared/model/changes';
import { copyFragment, insertable } from '../../shared/model/fragment';
import { own } from '../../shared/model/own';
import {
  type Box,
  type Design,
  edgesOf,
  groupsOf,
  marksOf,
  nodesOf,
  type Point,
} from '../../shared/model/schema';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { endDrag, useDrag } from '../store/drag';
import { groupAround, groupAt, groupsWithin, membershipChanges } from './membership';
import { noticeNetworks } from './network-notice';
import { contains, middleOf, partBoxes } from './part-boxes';

interface Session {
  readonly design: Design;
  readonly start: ReadonlyMap<string, Box>;
  /** What the pointer took hold of, and with it what stands in a group that it took. */
  readonly held: ReadonlySet<string>;
  readonly moving: ReadonlySet<string>;
  readonly lead: string;
  delta: Point;
}

let session: Session | null = null;

/** What moves along with the groups among these parts: all that stands in them, notes that lie in them included. */
export function withContents(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const moving = new Set(ids);
  const groupIds = groupsOf(design)
    .map((group) => group.id)
    .filter((id) => moving.has(id));
  if (groupIds.length === 0) return moving;
  const groups = groupsWithin(design, groupIds);
  for (const id of groups) moving.add(id);
  for (const { id, group } of nodesOf(design)) if (group !== undefined && groups.has(group)) moving.add(id);
  const boxes = partBoxes(design);
  const outer = groupIds.flatMap((id) => boxes.get(id) ?? []);
  for (const { id } of marksOf(design)) {
    const box = boxes.get(id);
    if (box !== undefined && outer.some((group) => contains(group, box))) moving.add(id);
  }
  return moving;
}

/** Takes hold of parts; `lead` is the one under the pointer. */
export function beginDrag(ids: readonly string[], lead: string): void {
  const design = currentDesign();
  if (design === null || ids.length === 0) return;
  const held = new Set(ids);
  session = {
    design,
    start: partBoxes(design),
    held,
    moving: withContents(design, held),
    lead,
    delta: { x: 0, y: 0 },
  };
  useDrag.setState({ active: true });
}

export const isDragging = (): boolean => session !== null;

/** Moves all that is held so that the lead stands at `to`; what is said of the others follows from it. */
export function moveDrag(id: string, to: Point): void {
  if (session === null || id !== session.lead) return;
  const from = session.start.get(session.lead);
  if (from === undefined) return;
  session.delta = { x: to.x - from.x, y: to.y - from.y };
  const { places, boxes } = movedBy(session, session.delta);
  useDrag.setState({ places, boxes, target: targetOf(session) });
}

function movedBy(held: Pick<Session, 'design' | 'start' | 'moving'>, delta: Point) {
  const places: (readonly [string, Point])[] = [];
  const boxes: (readonly [string, Box])[] = [];
  const groups = new Set(groupsOf(held.design).map((group) => group.id));
  for (const id of held.moving) {
    const box = held.start.get(id);
    if (box === undefined) continue;
    const at = { x: box.x + delta.x, y: box.y + delta.y };
    if (groups.has(id)) boxes.push([id, { ...box, ...at }]);
    else places.push([id, at]);
  }
  return { places: Object.fromEntries(places), boxes: Object.fromEntries(boxes) };
}

/** The group that would take the lead in, where that is another than the one it stands in. */
function targetOf({ design, start, lead, moving, delta }: Session): string | null {
  const box = start.get(lead);
  if (box === undefined || marksOf(design).some(({ id }) => id === lead)) return null;
  const now = { ...box, x: box.x + delta.x, y: box.y + delta.y };
  const isGroup = groupsOf(design).some(({ id }) => id === lead);
  const inside = isGroup
    ? groupAround(design, start, now, moving)
    : groupAt(design, start, middleOf(now), moving);
  const own = isGroup
    ? groupsOf(design).find(({ id }) => id === lead)?.parent
    : nodesOf(design).find(({ id }) => id === lead)?.group;
  return inside === (own ?? null) ? null : inside;
}

/** Lets go: one edit for all that moved; a copy of it instead where `copy` is asked for. */
export function dropDrag(copy: boolean): void {
  const held = session;
  session = null;
  if (held !== null && (held.delta.x !== 0 || held.delta.y !== 0)) {
    if (copy) dropCopy(held);
    else moveParts(held.design, held.moving, held.delta, held.held);
  }
  endDrag();
}

/** Puts everything back where it was. */
export function cancelDrag(): void {
  session = null;
  endDrag();
}

function dropCopy({ design, moving, delta }: Session): void {
  const fragment = insertable(design, copyFragment(design, [...moving]), delta);
  const ids = [...fragment.groups, ...fragment.nodes, ...fragment.marks].map((part) => part.id);
  edit(partsLabel('Duplicate', ids.length), [{ op: 'insert', fragment }], { select: ids });
}

function partsLabel(verb: 'Move' | 'Duplicate', count: number): string {
  if (verb === 'Move') return count === 1 ? t('Move 1 part') : t('Move {count} parts', { count });
  return count === 1 ? t('Duplicate 1 part') : t('Duplicate {count} parts', { count });
}

/** Moves parts by so many px in one edit, with who stands in which group and the bends of edges between them. */
export function moveParts(
  design: Design,
  moving: ReadonlySet<string>,
  delta: Point,
  held: ReadonlySet<string>,
  mergeKey?: string,
): void {
  const start = partBoxes(design);
  const { places, boxes } = movedBy({ design, start, moving }, delta);
  const after = new Map(start);
  for (const id of moving) {
    const box = start.get(id);
    if (box !== undefined) after.set(id, { ...box, x: box.x + delta.x, y: box.y + delta.y });
  }
  const changes: Change[] = [
    { op: 'place', places, boxes },
    ...bendChanges(design, moving, delta),
    ...membershipChanges(design, start, after, held),
  ];
  const label = moveLabel(design, held);
  if (!edit(label, changes, mergeKey === undefined ? {} : { mergeKey })) return;
  const now = currentDesign();
  if (now !== null && now.system !== design.system) noticeNetworks(design, now);
}

function moveLabel(design: Design, held: ReadonlySet<string>): string {
  if (held.size !== 1) return partsLabel('Move', held.size);
  const [id] = held;
  const named = [...nodesOf(design), ...groupsOf(design)].find((part) => part.id === id);
  return named?.name === undefined ? partsLabel('Move', 1) : t('Move {name}', { name: named.name });
}

/** Bends that a person placed go along where both ends of the edge do. */
function bendChanges(design: Design, moving: ReadonlySet<string>, delta: Point): readonly Change[] {
  return edgesOf(design).flatMap(({ id, from, to }): Change[] => {
    const points = own(design.layout?.edges, id)?.points ?? [];
    if (points.length === 0 || !moving.has(from) || !moving.has(to)) return [];
    const moved = points.map((point) => ({ x: point.x + delta.x, y: point.y + delta.y }));
    return [{ op: 'route', id, points: moved }];
  });
}
