import { resolve } from '../../shared/catalog/resolve';
import { boundsOf, nodeBoxes } from '../../shared/diagram/geometry';
import { layoutByLayer } from '../../shared/diagram/layered';
import { own } from '../../shared/model/own';
import { type Box, type Design, groupsOf, nodesOf, type Point } from '../../shared/model/schema';

const gapPx = 80;

/**
 * The design with a place for every part. One that came without its layout is laid out by layer; where only some parts
 * lack a place, those are arranged below what is placed, which stays as it is.
 */
export function withLayout(design: Design): Design {
  const { nodes: places = {}, groups: boxes = {} } = design.layout ?? {};
  const lacksPlace = nodesOf(design).filter((node) => !Object.hasOwn(places, node.id));
  const lacksBox = groupsOf(design).filter((group) => !Object.hasOwn(boxes, group.id));
  if (lacksPlace.length === 0 && lacksBox.length === 0) return design;
  const resolved = resolve(design);
  const arranged = layoutByLayer(resolved);
  const placed = boundsOf([...nodeBoxes(resolved, places).values(), ...Object.values(boxes)]);
  const below = placed === null ? 0 : placed.y + placed.height + gapPx;
  const newPlaces: (readonly [string, Point])[] = [];
  for (const { id } of lacksPlace) {
    const place = own(arranged.places, id);
    if (place !== undefined) newPlaces.push([id, { x: place.x, y: place.y + below }]);
  }
  const newBoxes: (readonly [string, Box])[] = [];
  for (const { id } of lacksBox) {
    const box = own(arranged.boxes, id);
    if (box !== undefined) newBoxes.push([id, { ...box, y: box.y + below }]);
  }
  return {
    ...design,
    layout: {
      ...design.layout,
      nodes: { ...places, ...Object.fromEntries(newPlaces) },
      groups: { ...boxes, ...Object.fromEntries(newBoxes) },
    },
  };
}
