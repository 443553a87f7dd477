import { resolvedOf } from '../catalog/resolved-index';
import { message } from '../math/message';
import type { Change } from '../model/changes';
import { type Design, type Edge, edgesOf } from '../model/schema';
import { type EditResult, edited, type Note, refused } from './edit';

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

/** The other calls of the caller that a call can be a fallback of, in the document's order; none where it has a fallback itself. */
export function fallbackChoices(design: Design, call: string): readonly Edge[] {
  const edges = edgesOf(design);
  const edge = edges.find(({ id }) => id === call);
  if (edge === undefined || edges.some(({ fallbackOf }) => fallbackOf === call)) return [];
  return edges.filter(
    ({ id, from, fallbackOf }) => from === edge.from && id !== call && fallbackOf === undefined,
  );
}

export interface FallbackArguments {
  readonly id: string;
  /** The call after whose failure this one is tried; null for a call that is made by every request. */
  readonly of: string | null;
}

/** Makes a call the fallback of another one of its caller, or a plain call again. */
export function setFallback(design: Design, { id, of }: FallbackArguments): EditResult {
  const edge = edgesOf(design).find((one) => one.id === id);
  if (edge === undefined) return refused('There is no edge {ids}.', { ids: id });
  const { nodes } = resolvedOf(design);
  const nameOf = (node: string): string => nodes.get(node)?.name ?? node;
  if (of === null)
    return edited(message('Make {name} a call of every request', { name: nameOf(edge.to) }), [
      { op: 'patch-edge', id, patch: { fallbackOf: null } },
    ]);
  const first = fallbackChoices(design, id).find((one) => one.id === of);
  if (first === undefined)
    return refused(
      '{id} is no call that {name} can be a fallback of: one of the same caller, which is none itself.',
      {
        id: of,
        name: nameOf(edge.to),
      },
    );
  return edited(
    message('{name} as fallback of {first}', { name: nameOf(edge.to), first: nameOf(first.to) }),
    [{ op: 'patch-edge', id, patch: { fallbackOf: of } }],
  );
}
