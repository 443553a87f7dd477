import { boundsOf, grown } from '../layout/geometry';
import type { Box } from '../model/schema';
import { groupTitleSize } from './group-look';
import { labelHeight } from './label-places';
import type { Route } from './route';

/** What is drawn, and where. */
export interface Drawn {
  readonly cards: Iterable<Box>;
  readonly groups: Iterable<Box>;
  readonly marks: Iterable<Box>;
  readonly routes: Iterable<Pick<Route, 'points' | 'label'>>;
}

/** px that a chip stands out above its card, and a card's shadow below it. */
const chipPx = 9;
const shadowPx = 2;
/** Half of the widest line, and the wings of an arrow head. */
const linePx = 2;

/** The box around all that is drawn: chips, titles, bends and labels of edges included; null where nothing is. */
export function extentOf({ cards, groups, marks, routes }: Drawn): Box | null {
  const boxes: Box[] = [...marks];
  for (const box of cards) boxes.push({ ...box, y: box.y - chipPx, height: box.height + chipPx + shadowPx });
  const title = groupTitleSize.height / 2;
  for (const box of groups) boxes.push({ ...box, y: box.y - title, height: box.height + title });
  for (const { points, label } of routes) {
    const line = boundsOf(points.map((point) => ({ ...point, width: 0, height: 0 })));
    if (line !== null) boxes.push(grown(line, linePx));
    if (label === null) continue;
    const { x, y, room } = label;
    boxes.push({ x: x - room / 2, y: y - labelHeight / 2, width: room, height: labelHeight });
  }
  return boundsOf(boxes);
}
