import { resolvedOf } from '../catalog/resolved-index';
import { message, words } from '../math/message';
import type { Change, Patch } from '../model/changes';
import { own } from '../model/own';
import { type Design, type Edge, type EdgeStyle, edgesOf, type Side } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { withoutFallbacks } from './fallbacks';
import { likelyProtocol } from './protocol';

export interface EdgesArguments {
  readonly ids: readonly string[];
}

const edgeOf = (design: Design, id: string): Edge | undefined =>
  edgesOf(design).find((edge) => edge.id === id);

/** The edges of these ids; null where one is not there. */
function edgesOfIds(design: Design, ids: readonly string[]): readonly Edge[] | null {
  const found = ids.map((id) => edgeOf(design, id));
  return found.every((edge) => edge !== undefined) ? found : null;
}

const noEdge = (ids: readonly string[]): EditResult =>
  refused('There is no edge {ids}.', { ids: ids.join(', ') });

/** Why one node cannot call another; null where it can. */
function refusal(design: Design, from: string, to: string): EditResult | null {
  const { nodes } = resolvedOf(design);
  const [caller, callee] = [nodes.get(from), nodes.get(to)];
  if (caller === undefined) return refused('There is no component {id}.', { id: from });
  if (callee === undefined) return refused('There is no component {id}.', { id: to });
  if (from === to) return refused('{name} cannot call itself.', { name: caller.name });
  if (callee.behaviour === 'source')
    return refused('{name} starts requests; nothing calls it.', { name: callee.name });
  return null;
}

/**
 * What else changes where an edge gets other ends: a protocol that was the likely one becomes that of the new ends, and what only
 * makes sense beside another call of the caller goes.
 */
function patchOfEnds(design: Design, edge: Edge, from: string, to: string): Patch<Omit<Edge, 'id'>> {
  const { nodes } = resolvedOf(design);
  const likely = (a: string, b: string) => {
    const [caller, callee] = [nodes.get(a), nodes.get(b)];
    return caller === undefined || callee === undefined ? undefined : likelyProtocol(caller, callee);
  };
  const usual = likely(from, to);
  const before = edge.protocol ?? 'https';
  const follows = usual !== undefined && usual !== before && before === likely(edge.from, edge.to);
  const cache = edge.onMissOf;
  const keepsMisses =
    cache === undefined ||
    (cache !== to &&
      edgesOf(design).some((one) => one.id !== edge.id && one.from === from && one.to === cache));
  return {
    from,
    to,
    ...(follows ? { protocol: usual === 'https' ? null : usual } : {}),
    ...(keepsMisses ? {} : { onMissOf: null }),
    ...(from === edge.from || edge.fallbackOf === undefined ? {} : { fallbackOf: null }),
  };
}

/** Turns calls around: who was called calls. Bends and sides stay where they are. */
export function reverse(design: Design, { ids }: EdgesArguments): EditResult {
  const edges = edgesOfIds(design, ids);
  if (edges === null) return noEdge(ids);
  const changes: Change[] = [];
  for (const edge of edges) {
    const no = refusal(design, edge.to, edge.from);
    if (no !== null) return no;
    changes.push(...withoutFallbacks(design, edge.id));
    changes.push({ op: 'patch-edge', id: edge.id, patch: patchOfEnds(design, edge, edge.to, edge.from) });
    const route = own(design.layout?.edges, edge.id);
    if (route === undefined) continue;
    changes.push({
      op: 'patch-route',
      id: edge.id,
      patch: {
        points: route.points?.toReversed() ?? null,
        fromSide: route.toSide ?? null,
        toSide: route.fromSide ?? null,
      },
    });
  }
  const count = { count: ids.length };
  return edited(message('{count, plural, one {Reverse edge} other {Reverse # edges}}', { count }), changes);
}

export interface ReconnectArguments {
  readonly id: string;
  /** The new ends; the ones that are there where left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The sides that the ends are put at; null for the nearest ones. */
  readonly fromSide?: Side | null | undefined;
  readonly toSide?: Side | null | undefined;
}

/** Gives an edge another caller or callee, or another side of the one that it has. Bends go with the end that they led to. */
export function reconnect(design: Design, args: ReconnectArguments): EditResult {
  const edge = edgeOf(design, args.id);
  if (edge === undefined) return noEdge([args.id]);
  const [from, to] = [args.from ?? edge.from, args.to ?? edge.to];
  const isMoved = from !== edge.from || to !== edge.to;
  const no = isMoved ? refusal(design, from, to) : null;
  if (no !== null) return no;
  const { nodes } = resolvedOf(design);
  const sides = {
    ...(args.fromSide === undefined
      ? from === edge.from
        ? {}
        : { fromSide: null }
      : { fromSide: args.fromSide }),
    ...(args.toSide === undefined ? (to === edge.to ? {} : { toSide: null }) : { toSide: args.toSide }),
  };
  const changes: readonly Change[] = [
    ...(from === edge.from ? [] : withoutFallbacks(design, edge.id)),
    ...(isMoved
      ? [{ op: 'patch-edge', id: edge.id, patch: patchOfEnds(design, edge, from, to) } as const]
      : []),
    { op: 'patch-route', id: edge.id, patch: isMoved ? { ...sides, points: null } : sides },
  ];
  const names = { from: nodes.get(from)?.name ?? from, to: nodes.get(to)?.name ?? to };
  return edited(message('Reconnect {from} to {to}', names), changes, { select: [edge.id] });
}

/** The names of the styles, as one reads them. */
export const edgeStyleTitles: Readonly<Record<EdgeStyle, string>> = {
  elbow: 'elbow',
  straight: 'straight',
  curved: 'curved',
};

/** How the lines of these edges run; null as all others do. */
export function setEdgeStyle(
  design: Design,
  { ids, style }: EdgesArguments & { readonly style: EdgeStyle | null },
): EditResult {
  if (edgesOfIds(design, ids) === null) return noEdge(ids);
  const label =
    style === null
      ? message('Style of edge: default')
      : message('Style of edge: {style}', { style: words(edgeStyleTitles[style]) });
  return edited(
    label,
    ids.map((id) => ({ op: 'patch-route', id, patch: { style } })),
  );
}

/** How the lines of all edges run that have no style of their own; null for elbow. */
export function setUsualStyle(_design: Design, { style }: { readonly style: EdgeStyle | null }): EditResult {
  const title = edgeStyleTitles[style ?? 'elbow'];
  return edited(message('Style of edges: {style}', { style: words(title) }), [
    { op: 'edge-style', style: style === 'elbow' ? null : style },
  ]);
}

/** Leaves bends and sides of these edges to the automatic route. */
export function resetRoute(design: Design, { ids }: EdgesArguments): EditResult {
  if (edgesOfIds(design, ids) === null) return noEdge(ids);
  return edited(
    message('Reset route'),
    ids.map((id) => ({ op: 'patch-route', id, patch: { points: null, fromSide: null, toSide: null } })),
  );
}

/** Whether the caller waits for these calls. */
export function setMode(
  design: Design,
  { ids, mode }: EdgesArguments & { readonly mode: 'sync' | 'async' },
): EditResult {
  if (edgesOfIds(design, ids) === null) return noEdge(ids);
  return edited(
    mode === 'async' ? message('Make asynchronous') : message('Make synchronous'),
    ids.map((id) => ({ op: 'patch-edge', id, patch: { mode } })),
  );
}

/** Writes the label of an edge; none where the text is empty. */
export function labelEdge(
  design: Design,
  { id, text }: { readonly id: string; readonly text: string },
): EditResult {
  if (edgeOf(design, id) === undefined) return noEdge([id]);
  const label = text.trim();
  return edited(message('Label edge'), [
    { op: 'patch-edge', id, patch: { label: label === '' ? null : label } },
  ]);
}
