import { type CollapsedParts, collapsedParts } from '../model/collapsed';
import { type Design, type Edge, edgesOf } from '../model/schema';

/** Edges that are drawn as one, since a collapsed group represents an end of theirs. */
export interface DrawnEdge {
  /** The id of the first of them: what is drawn goes by it. */
  readonly id: string;
  /** What it leaves and enters: nodes, or the collapsed groups that represent them. */
  readonly from: string;
  readonly to: string;
  /** Ids of all of them, in the order of the document. */
  readonly of: readonly string[];
}

/** By the id of each edge that ends in a collapsed group, what is drawn of it: null within one group. */
export type DrawnEdges = ReadonlyMap<string, DrawnEdge | null>;

const none: DrawnEdges = new Map();
const known = new WeakMap<CollapsedParts, { readonly edges: readonly Edge[]; readonly drawn: DrawnEdges }>();

/** What collapsed groups do to the edges of a design: those between the same two ends become one. */
export function drawnEdges(design: Design): DrawnEdges {
  const parts = collapsedParts(design);
  if (parts.within.size === 0) return none;
  const edges = edgesOf(design);
  const before = known.get(parts);
  if (before !== undefined && before.edges === edges) return before.drawn;
  const drawn = bundled(edges, parts.within);
  known.set(parts, { edges, drawn });
  return drawn;
}

function bundled(edges: readonly Edge[], within: CollapsedParts['within']): DrawnEdges {
  const bundles = new Map<string, { id: string; from: string; to: string; of: string[] }>();
  const drawn = new Map<string, DrawnEdge | null>();
  for (const { id, from: caller, to: callee } of edges) {
    const [standsFrom, standsTo] = [within.get(caller), within.get(callee)];
    if (standsFrom === undefined && standsTo === undefined) continue;
    const [from, to] = [standsFrom ?? caller, standsTo ?? callee];
    if (from === to) {
      drawn.set(id, null);
      continue;
    }
    const key = `${from} ${to}`;
    const bundle = bundles.get(key) ?? { id, from, to, of: [] };
    bundle.of.push(id);
    bundles.set(key, bundle);
    drawn.set(id, bundle);
  }
  return drawn;
}

/** The ids of the edges that are drawn as this one. */
export const edgesDrawnAs = (design: Design, id: string): readonly string[] =>
  drawnEdges(design).get(id)?.of ?? [id];
