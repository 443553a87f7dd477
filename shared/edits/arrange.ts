import { resolvedOf } from '../catalog/resolved-index';
import { arrangementOf } from '../layout/arrangement';
import { layoutByLayer } from '../layout/layered';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { type Design, groupsOf, nodesOf } from '../model/schema';
import { type EditResult, edited } from './edit';
import { followingMarks } from './follow-marks';

/** Puts every card into its layer's column. */
export function arrangeByLayers(design: Design): EditResult {
  // All of it is arranged: what is in collapsed groups too, for which they are expanded.
  const opening = Object.entries(design.layout?.groups ?? {}).flatMap(([id, { collapsed }]): Change[] =>
    collapsed === true ? [{ op: 'collapse', id, closing: null }] : [],
  );
  const changes: readonly Change[] = [
    ...opening,
    { op: 'place', ...layoutByLayer(resolvedOf(design).design) },
  ];
  return edited(message('Arrange by layers'), [...changes, ...followingMarks(design, changes)]);
}

/** Gives a place to every part that lacks one; what has a place keeps it. */
export function placeMissing(design: Design): EditResult {
  const { nodes: places = {}, groups: boxes = {} } = design.layout ?? {};
  const isPlaced =
    nodesOf(design).every(({ id }) => Object.hasOwn(places, id)) &&
    groupsOf(design).every(({ id }) => Object.hasOwn(boxes, id));
  const label = message('Arrange parts without a position');
  return edited(
    label,
    isPlaced ? [] : [{ op: 'place', ...arrangementOf(design, resolvedOf(design).design) }],
  );
}

/** The design with a place for every part; the same design where each has one. */
export function withPlaces(design: Design): Design {
  const result = placeMissing(design);
  return result.ok ? applyChanges(design, result.edit.changes) : design;
}
