import { resolvedOf } from '../catalog/resolved-index';
import { type Lane, type LaneArrangement, layoutInLanes } from '../layout/lanes';
import { message } from '../math/message';
import type { Change } from '../model/changes';
import { type Design, edgesOf, type Layout, type System } from '../model/schema';
import { type EditResult, edited } from './edit';
import { followingMarks } from './follow-marks';

const arrangements = new WeakMap<System, LaneArrangement>();

function arrangementOf(design: Design): LaneArrangement {
  const known = arrangements.get(design.system);
  if (known !== undefined) return known;
  const arrangement = layoutInLanes(resolvedOf(design).design);
  arrangements.set(design.system, arrangement);
  return arrangement;
}

/** The lanes that a design is in, from left to right; worked out once per system. */
export const lanesOf = (design: Design): readonly Lane[] => arrangementOf(design).lanes;

/** How edges are drawn, without the bends and sides that belong to the places a person chose. */
function stylesOf({ edgeStyle, edges = {} }: Layout): Pick<Layout, 'edgeStyle' | 'edges'> {
  const styled = Object.entries(edges).flatMap(([id, { style }]) =>
    style === undefined ? [] : [[id, { style }] as const],
  );
  return {
    ...(edgeStyle === undefined ? {} : { edgeStyle }),
    ...(styled.length === 0 ? {} : { edges: Object.fromEntries(styled) }),
  };
}

const shown = new WeakMap<Design, Design>();

/**
 * The design as it is in lanes, for what draws it: the same object again for the same design, its `system` the same too. What
 * belongs to the places that a person chose is left out: bends and sides of edges, notes and other annotations.
 */
export function inLanes(design: Design): Design {
  const known = shown.get(design);
  if (known !== undefined) return known;
  const { places, boxes } = arrangementOf(design);
  const layout: Layout = { ...stylesOf(design.layout ?? {}), nodes: places, groups: boxes };
  const moved = { ...design, layout };
  shown.set(design, moved);
  return moved;
}

/** Puts every card and group where it is in lanes; edges take the automatic routes that they have there, and annotations follow. */
export function arrangeInLanes(design: Design): EditResult {
  const { places, boxes } = arrangementOf(design);
  const known = new Set(edgesOf(design).map(({ id }) => id));
  const routes = Object.entries(design.layout?.edges ?? {}).flatMap(([id, route]): Change[] => {
    const { points, fromSide, toSide } = route;
    const isOwn = points !== undefined || fromSide !== undefined || toSide !== undefined;
    if (!isOwn || !known.has(id)) return [];
    return [{ op: 'patch-route', id, patch: { points: null, fromSide: null, toSide: null } }];
  });
  const changes: readonly Change[] = [{ op: 'place', places, boxes }, ...routes];
  return edited(message('Arrange in lanes'), [...changes, ...followingMarks(design, changes)]);
}
