import { collapsedParts } from '../model/collapsed';
import { type Design, edgesOf } from '../model/schema';

/** The parts that are drawn as this one: itself, and of a collapsed group all that is in it, its edges included. */
export function partsDrawnAs(design: Design | null, id: string): readonly string[] {
  if (design === null) return [id];
  const { shown, within } = collapsedParts(design);
  if (!shown.has(id)) return [id];
  const parts = [...within].flatMap(([part, group]) => (group === id ? [part] : []));
  const edges = edgesOf(design).filter(({ from, to }) => within.get(from) === id && within.get(to) === id);
  return [id, ...parts, ...edges.map((edge) => edge.id)];
}
