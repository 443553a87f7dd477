import { withContents } from '../../shared/edits/part-boxes';
import { type Design, edgesOf } from '../../shared/model/schema';

/** What a picture of the selection shows: groups with their contents, edges with their ends. */
export function selectedParts(design: Design, selected: ReadonlySet<string>): readonly string[] {
  const ends = edgesOf(design).flatMap(({ id, from, to }) => (selected.has(id) ? [from, to] : []));
  return [...withContents(design, new Set([...selected, ...ends]))];
}
