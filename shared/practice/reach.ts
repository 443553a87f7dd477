import type { Analysis } from '../analysis/analysis';
import { analyze } from '../analysis/analyze';
import { resolvedOf } from '../catalog/resolved-index';
import type { Design, System } from '../model/schema';

/** What of a design carries traffic, and its figures; null where it has none. */
export interface WorkingParts {
  /** Ids of components and calls that requests come to. */
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly analysis: Analysis | null;
}

const known = new WeakMap<System, WorkingParts>();

/**
 * The components that do something for the flows: requests come to them from a source by calls with a load, and they answer, keep or
 * pass on; one that can only pass on and leads nowhere (a load balancer, a queue without a consumer) does nothing. What watches and
 * what is asked only as others fail counts where it is joined to one of these.
 */
export function workingParts(design: Design): WorkingParts {
  const found = known.get(design.system);
  if (found !== undefined) return found;
  const parts = working(design);
  known.set(design.system, parts);
  return parts;
}

function working(design: Design): WorkingParts {
  const { design: resolved } = resolvedOf(design);
  const result = analyze(resolved);
  if (!result.ok) return { nodes: new Set(), edges: new Set(), analysis: null };
  const { analysis } = result;
  const busyEdges = new Set(analysis.edges.flatMap(({ id, rps }) => (rps > 0 ? [id] : [])));
  const visited = new Set(
    analysis.nodes.flatMap(({ id, visits }) => (Object.values(visits).some((of) => of > 0) ? [id] : [])),
  );
  const live = resolved.edges.filter(({ id }) => busyEdges.has(id));
  const nodes = withObservers(design, withoutDeadEnds(design, visited, live));
  const edges = resolved.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  return { nodes, edges: new Set(edges.map(({ id }) => id)), analysis };
}

/** Behaviours that do nothing by themselves: they hand on what comes. */
const handsOn: ReadonlySet<string> = new Set([
  'source',
  'distributor',
  'inline-cache',
  'buffer',
  'pass-through',
]);

/** Nodes from which something that hands on leads to something that does not. */
function withoutDeadEnds(
  design: Design,
  visited: ReadonlySet<string>,
  edges: readonly { readonly from: string; readonly to: string }[],
): Set<string> {
  const { nodes } = resolvedOf(design);
  const ends = [...visited].filter((id) => !handsOn.has(nodes.get(id)?.behaviour ?? ''));
  const useful = new Set(ends);
  for (let before = -1; before !== useful.size; ) {
    before = useful.size;
    for (const { from, to } of edges) if (useful.has(to) && visited.has(from)) useful.add(from);
  }
  return useful;
}

/** With what watches them, and what stands in for them. */
function withObservers(design: Design, working: ReadonlySet<string>): Set<string> {
  const { design: resolved, nodes } = resolvedOf(design);
  const joined = resolved.edges.flatMap(({ from, to, fallbackOf }) => {
    if (fallbackOf !== null && working.has(from)) return [to];
    if (working.has(from) && nodes.get(to)?.behaviour === 'observer') return [to];
    return working.has(to) && nodes.get(from)?.behaviour === 'observer' ? [from] : [];
  });
  return new Set([...working, ...joined]);
}
