import type { ResolvedDesign } from '../catalog/resolved';
import type { Box, Design, Point } from '../model/schema';
import { boundsOf, card, groupPadding, nodeBoxes } from './geometry';
import { type Arrangement, childrenBy, layoutByLayer } from './layered';

/** Canvas px between what has a place and what is arranged below it. */
const gapPx = 80;

type Places = Readonly<Record<string, Point>>;
type Boxes = Readonly<Record<string, Box>>;

/** Nodes that lack a place, by layer among themselves, below everything that has one. */
function missingPlaces(resolved: ResolvedDesign, places: Places, boxes: Boxes): Places {
  const missing = resolved.nodes.filter(({ id }) => !Object.hasOwn(places, id));
  if (missing.length === 0) return {};
  const ids = new Set(missing.map(({ id }) => id));
  const edges = resolved.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const arranged = layoutByLayer({ ...resolved, nodes: missing, edges, groups: [] }).places;
  const bounds = boundsOf([...nodeBoxes(resolved, places).values(), ...Object.values(boxes)]);
  if (bounds === null) return arranged;
  const below = bounds.y + bounds.height + gapPx;
  return Object.fromEntries(
    Object.entries(arranged).map(([id, at]) => [id, { x: bounds.x + at.x, y: below + at.y }]),
  );
}

/** Boxes around the members of groups that have none in the document; groups in groups from the inside out. */
function missingBoxes(resolved: ResolvedDesign, cards: ReadonlyMap<string, Box>, known: Boxes): Boxes {
  const boxes = new Map(Object.entries(known));
  const ids = new Set(resolved.groups.map((group) => group.id));
  const nodesIn = childrenBy(resolved.nodes, (node) => node.group, ids);
  const groupsIn = childrenBy(resolved.groups, (group) => group.parent, ids);
  const empty = new Set<string>();
  const boxOf = (id: string, above: readonly string[]): Box | null => {
    const found = boxes.get(id);
    if (found !== undefined) return found;
    if (empty.has(id)) return null;
    const inside = [
      ...(nodesIn.get(id) ?? []).map((node) => cards.get(node.id) ?? null),
      ...(groupsIn.get(id) ?? [])
        .filter((group) => !above.includes(group.id))
        .map((group) => boxOf(group.id, [...above, id])),
    ];
    const bounds = boundsOf(inside.filter((box) => box !== null));
    if (bounds === null) {
      empty.add(id);
      return null;
    }
    const box = {
      x: bounds.x - groupPadding.side,
      y: bounds.y - groupPadding.top,
      width: bounds.width + 2 * groupPadding.side,
      height: bounds.height + groupPadding.top + groupPadding.side,
    };
    boxes.set(id, box);
    return box;
  };
  for (const { id } of resolved.groups) boxOf(id, [id]);
  return Object.fromEntries(boxes);
}

/** Boxes of groups that hold nothing and have no box, in a row below everything else. */
function emptyBoxes(resolved: ResolvedDesign, cards: ReadonlyMap<string, Box>, known: Boxes): Boxes {
  const empty = resolved.groups.filter(({ id }) => !Object.hasOwn(known, id));
  const bounds = boundsOf([...cards.values(), ...Object.values(known)]);
  const at = bounds === null ? { x: 0, y: 0 } : { x: bounds.x, y: bounds.y + bounds.height + gapPx };
  return Object.fromEntries(
    empty.map(({ id }, index) => [
      id,
      { x: at.x + index * (card.width + gapPx), y: at.y, width: card.width, height: card.height },
    ]),
  );
}

/**
 * Where everything of a design stands, in canvas px: as its document says, and by layer where it says nothing. A node that
 * lacks a place is below those that have one; a group without a box gets one around its members.
 */
export function arrangementOf(design: Pick<Design, 'layout'>, resolved: ResolvedDesign): Arrangement {
  const nodes = design.layout?.nodes ?? {};
  const groups = design.layout?.groups ?? {};
  const isPlaced = resolved.nodes.some((node) => Object.hasOwn(nodes, node.id));
  if (!isPlaced && Object.keys(groups).length === 0) return layoutByLayer(resolved);
  const isGroup = new Set(resolved.groups.map((group) => group.id));
  const known = Object.fromEntries(Object.entries(groups).filter(([id]) => isGroup.has(id)));
  const missing = missingPlaces(resolved, nodes, known);
  const places = Object.keys(missing).length === 0 ? nodes : { ...nodes, ...missing };
  const cards = nodeBoxes(resolved, places);
  const boxes = missingBoxes(resolved, cards, known);
  return { places, boxes: { ...boxes, ...emptyBoxes(resolved, cards, boxes) } };
}
