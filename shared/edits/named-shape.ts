import { type Design, type Mark, marksOf, type Node, nodesOf } from '../model/schema';

/** A text on one line. */
export const nameIn = (text: string | undefined): string => (text ?? '').trim().replace(/\s+/g, ' ');

/** A shape with a text in it: what a board says of a component. */
export const isNamedShape = (mark: Mark): boolean => mark.kind === 'shape' && nameIn(mark.text) !== '';

const isPlain = ({ kind, config }: Node): boolean =>
  kind === 'custom' && (config?.behaviour ?? 'pass-through') === 'pass-through';

/**
 * Whether there may be a plain box or a named shape among these parts, or in all of the design: asked at each change of the
 * selection, and without the catalog, which the first page does without.
 */
export function mayBeConvertible(design: Design, ids: ReadonlySet<string> | null): boolean {
  const isAsked = (id: string): boolean => ids === null || ids.has(id);
  return (
    marksOf(design).some((mark) => isAsked(mark.id) && isNamedShape(mark)) ||
    nodesOf(design).some((node) => isAsked(node.id) && isPlain(node))
  );
}
