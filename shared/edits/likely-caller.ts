import type { ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { callRank, usualCallees } from '../catalog/usual-callees';

interface Graph {
  readonly nodes: readonly ResolvedNode[];
  readonly edges: readonly ResolvedEdge[];
}

/** What starts requests, hands them on or serves them calls others; caches, stores and observers answer. */
const calling: readonly string[] = [
  'source',
  'station',
  'distributor',
  'inline-cache',
  'buffer',
  'pass-through',
];

/** So many neighbours in the list of what a kind usually calls are taken as alike: the nearer caller decides among them. */
const alikeRanks = 3;

/**
 * The node that most likely calls another which nothing calls yet: one that usually calls such a kind, by how usual that is, then
 * the nearest by `distanceOf`, then the one that was drawn last. Null where none does, or the callee calls all of them.
 */
export function likelyCaller(
  { nodes, edges }: Graph,
  id: string,
  distanceOf: (id: string) => number = () => 0,
): string | null {
  const callee = nodes.find((node) => node.id === id);
  if (callee === undefined || callee.behaviour === 'source') return null;
  const behind = reached(edges, id);
  const candidates = nodes.flatMap((node, index) => {
    const isUsual = usualCallees(node.kind).includes(callee.kind.id);
    if (behind.has(node.id) || !calling.includes(node.behaviour) || !isUsual) return [];
    const rank = Math.floor(callRank(node.kind, callee.kind) / alikeRanks);
    return [{ id: node.id, rank, distance: distanceOf(node.id), index }];
  });
  const [best] = candidates.toSorted(
    (a, b) => a.rank - b.rank || a.distance - b.distance || b.index - a.index,
  );
  return best?.id ?? null;
}

/** A node with all that it reaches: a call from there would be a circle. */
function reached(edges: readonly ResolvedEdge[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const at of found) for (const edge of edges) if (edge.from === at) found.add(edge.to);
  return found;
}
