import type { ResolvedDesign } from '../catalog/resolved';
import type { Box, Design, Point } from '../model/schema';
import { boundsOf, card, nodeBoxes } from './geometry';
import { type Arrangement, childrenBy, groupHead, groupPadding, layoutByLayer } from './layered';

const gap = 48;

/** Places of the nodes: as the document has them; a row below for those it lacks, and all by layer where it has none. */
function placesOf(design: Pick<Design, 'layout'>, resolved: ResolvedDesign): Readonly<Record<string, Point>> {
  const placed = design.layout?.nodes ?? {};
  const missing = resolved.nodes.filter((node) => !Object.hasOwn(placed, node.id));
  if (missing.length === 0) return placed;
  const bounds = boundsOf(nodeBoxes(resolved, placed).values());
  if (bounds === null) return layoutByLayer(resolved).places;
  const y = bounds.y + bounds.height + gap;
  const row = missing.map(
    (node, index) => [node.id, { x: bounds.x + index * (card.width + gap), y }] as const,
  );
  return { ...placed, ...Object.fromEntries(row) };
}

/** Boxes around the members of groups that have none in the document; groups in groups from the inside out. */
function missingBoxes(
  resolved: ResolvedDesign,
  cards: ReadonlyMap<string, Box>,
  known: Readonly<Record<string, Box>>,
): Readonly<Record<string, Box>> {
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
      x: bounds.x - groupPadding,
      y: bounds.y - groupHead,
      width: bounds.width + 2 * groupPadding,
      height: bounds.height + groupHead + groupPadding,
    };
    boxes.set(id, box);
    return box;
  };
  for (const { id } of resolved.groups) boxOf(id, [id]);
  return Object.fromEntries(boxes);
}

/**
 * Where everything of a design stands: as its document says, and by layer where it says nothing. A group without a box gets one
 * around its members.
 */
export function arrangementOf(design: Pick<Design, 'layout'>, resolved: ResolvedDesign): Arrangement {
  const nodes = design.layout?.nodes ?? {};
  const groups = design.layout?.groups ?? {};
  const isPlaced = resolved.nodes.some((node) => Object.hasOwn(nodes, node.id));
  if (!isPlaced && Object.keys(groups).length === 0) return layoutByLayer(resolved);
  const places = placesOf(design, resolved);
  const isGroup = new Set(resolved.groups.map((group) => group.id));
  const known = Object.fromEntries(Object.entries(groups).filter(([id]) => isGroup.has(id)));
  return { places, boxes: missingBoxes(resolved, nodeBoxes(resolved, places), known) };
}
