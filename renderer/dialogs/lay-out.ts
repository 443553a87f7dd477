import { resolve } from '../../shared/catalog/resolve';
import { boundsOf, nodeBoxes } from '../../shared/diagram/geometry';
import { layoutByLayer } from '../../shared/diagram/layered';
import { type Box, type Design, groupsOf, nodesOf, type Point } from '../../shared/model/schema';

const gapPx = 80;

/**
 * The design with a place for every part. One that came without its layout is laid out by layer; where only some parts
 * lack a place, those are arranged below what is placed, which stays as it is.
 */
export function withLayout(design: Design): Design {
  const { nodes: places = {}, groups: boxes = {} } = design.layout ?? {};
  const lacksPlace = nodesOf(design).filter((node) => places[node.id] === undefined);
  const lacksBox = groupsOf(design).filter((group) => boxes[group.id] === undefined);
  if (lacksPlace.length === 0 && lacksBox.length === 0) return design;
  const resolved = resolve(design);
  const arranged = layoutByLayer(resolved);
  const placed = boundsOf([...nodeBoxes(resolved, places).values(), ...Object.values(boxes)]);
  const below = placed === null ? 0 : placed.y + placed.height + gapPx;
  const newPlaces: Record<string, Point> = {};
  for (const { id } of lacksPlace) {
    const place = arranged.places[id];
    if (place !== undefined) newPlaces[id] = { x: place.x, y: place.y + below };
  }
  const newBoxes: Record<string, Box> = {};
  for (const { id } of lacksBox) {
    const box = arranged.boxes[id];
    if (box !== undefined) newBoxes[id] = { ...box, y: box.y + below };
  }
  return {
    ...design,
    layout: { ...design.layout, nodes: { ...places, ...newPlaces }, groups: { ...boxes, ...newBoxes } },
  };
}
