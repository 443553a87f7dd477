import { card } from '../../../shared/layout/geometry';
import { squareSceneOf } from '../square-scene';

export interface Shape {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly id: string;
  readonly from: Shape;
  readonly to: Shape;
}

/** The scene of the bench as boxes with a label and bound arrows, each box as large as a card. */
export function shapesOf(count: number): {
  readonly shapes: readonly Shape[];
  readonly arrows: readonly Arrow[];
} {
  const { system, layout } = squareSceneOf(count);
  const shapes = new Map<string, Shape>();
  for (const { id, name = id } of system.nodes ?? []) {
    const place = layout?.nodes?.[id];
    if (place !== undefined)
      shapes.set(id, { id, label: name, x: place.x, y: place.y, width: card.width, height: card.height });
  }
  const arrows = (system.edges ?? []).flatMap(({ id, from, to }) => {
    const [start, end] = [shapes.get(from), shapes.get(to)];
    return start === undefined || end === undefined ? [] : [{ id, from: start, to: end }];
  });
  return { shapes: [...shapes.values()], arrows };
}
