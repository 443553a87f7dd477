import type { ResolvedDesign } from '../catalog/resolved';
import { type LayerId, layerIds } from '../model/vocabulary';
import { card, columnPitch } from './geometry';
import { columnsOf } from './layer-columns';
import { type Arrangement, type Column, layoutInColumns } from './layered';

/** The lane of a layer: a strip without an upper or lower end, canvas px. */
export interface Lane {
  readonly id: LayerId;
  readonly x: number;
  readonly width: number;
}

export interface LaneArrangement extends Arrangement {
  /** From left to right. */
  readonly lanes: readonly Lane[];
}

/** px from the edge of a lane to what is in it, and from one lane to the next. */
export const lanePadding = 10;
export const gutterPx = 60;

/** The first and the last column of each layer in use. */
function rangesOf(design: ResolvedDesign, columnOf: ReadonlyMap<string, number>) {
  const ranges = new Map<LayerId, { first: number; last: number }>();
  for (const { id, layer } of design.nodes) {
    const column = columnOf.get(id) ?? 0;
    const range = ranges.get(layer);
    if (range === undefined) ranges.set(layer, { first: column, last: column });
    else {
      range.first = Math.min(range.first, column);
      range.last = Math.max(range.last, column);
    }
  }
  return ranges;
}

/**
 * The design in lanes: one for each layer in use, in the order of the layers, wide enough for the columns of calls within the
 * layer, with a gutter between two lanes. It is the arrangement by layers with room for gutters: the members of a group stand
 * together, so that its box takes in nothing else and may reach over several lanes.
 */
export function layoutInLanes(design: ResolvedDesign): LaneArrangement {
  const columnOf = columnsOf(design);
  const ranges = rangesOf(design, columnOf);
  const firsts = new Set([...ranges.values()].map(({ first }) => first));
  const widening = 2 * lanePadding + gutterPx - (columnPitch - card.width);
  const { places, boxes, columns } = layoutInColumns(design, columnOf, (column) =>
    firsts.has(column) ? widening : 0,
  );
  const none: Column = { left: 0, from: 0, to: 0 };
  const lanes = layerIds.flatMap((id): readonly Lane[] => {
    const range = ranges.get(id);
    if (range === undefined) return [];
    const { from } = columns[range.first] ?? none;
    const { to } = columns[range.last] ?? none;
    return [{ id, x: from - lanePadding, width: to - from + 2 * lanePadding }];
  });
  return { places, boxes, lanes };
}
