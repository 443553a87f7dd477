import { resolvedOf } from '../catalog/resolved-index';
import { message } from '../math/message';
import type { Change } from '../model/changes';
import { type Design, edgesOf } from '../model/schema';
import type { Note } from './edit';

/** Makes plain calls of the fallbacks of a call, which its caller no longer makes. */
export const withoutFallbacks = (design: Design, call: string): readonly Change[] =>
  edgesOf(design).flatMap(({ id, fallbackOf }): readonly Change[] =>
    fallbackOf === call ? [{ op: 'patch-edge', id, patch: { fallbackOf: null } }] : [],
  );

/** What becomes of fallbacks that are left when these parts go: plain calls, which carry load. */
export function fallbackNotes(design: Design, gone: ReadonlySet<string>): readonly Note[] {
  const { nodes } = resolvedOf(design);
  const edges = edgesOf(design);
  const isGone = ({ id, from, to }: (typeof edges)[number]): boolean =>
    gone.has(id) || gone.has(from) || gone.has(to);
  const lost = new Set(edges.filter(isGone).map(({ id }) => id));
  const left = edges.filter(
    (edge) => edge.fallbackOf !== undefined && lost.has(edge.fallbackOf) && !lost.has(edge.id),
  );
  return left.map(({ from, to }) => ({
    about: 'fallback',
    message: message('{from} → {to} is no fallback any more: it is called by every request', {
      from: nodes.get(from)?.name ?? from,
      to: nodes.get(to)?.name ?? to,
    }),
  }));
}
