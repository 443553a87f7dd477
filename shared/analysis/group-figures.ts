import type { ResolvedDesign } from '../catalog/resolved';
import type { EdgeFigures, NodeFigures } from './analysis';

/** The figures of all that is in a group: sums, and the highest utilization; null where no part has any. */
export interface GroupFigures {
  readonly servers: number | null;
  readonly storageBytes: number | null;
  readonly monthlyCostUsd: number | null;
  readonly utilization: number | null;
  /** Calls a second that come into it from outside. */
  readonly incomingRps: number;
}

/** The figures of the nodes of a group, and of the edges that lead into it, as those of the group. */
export function groupFigures(
  nodes: readonly NodeFigures[],
  edgesIn: readonly Pick<EdgeFigures, 'rps'>[],
): GroupFigures {
  const known = (metric: keyof Omit<GroupFigures, 'incomingRps'>): readonly number[] =>
    nodes.flatMap((node) => node[metric] ?? []);
  const sum = (metric: keyof Omit<GroupFigures, 'incomingRps'>): number | null => {
    const values = known(metric);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const utilizations = known('utilization');
  return {
    servers: sum('servers'),
    storageBytes: sum('storageBytes'),
    monthlyCostUsd: sum('monthlyCostUsd'),
    utilization: utilizations.length === 0 ? null : Math.max(...utilizations),
    incomingRps: edgesIn.reduce((total, { rps }) => total + rps, 0),
  };
}

/** The figures of the nodes that are in a group, or in a group in it; null where there is no such group. */
export function nodesInGroup(
  { groups, nodes }: Pick<ResolvedDesign, 'groups' | 'nodes'>,
  figures: readonly NodeFigures[],
  id: string,
): readonly NodeFigures[] | null {
  if (!groups.some((group) => group.id === id)) return null;
  const inside = new Set([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const group of groups)
      if (group.parent === next && !inside.has(group.id)) {
        inside.add(group.id);
        open.push(group.id);
      }
  const members = new Set(
    nodes.flatMap((node) => (node.group !== null && inside.has(node.group) ? [node.id] : [])),
  );
  return figures.filter((node) => members.has(node.id));
}

/** Of the edges of a design those that lead from outside to one of these nodes. */
export function edgesInto<Edge extends { readonly from: string; readonly to: string }>(
  edges: readonly Edge[],
  members: ReadonlySet<string>,
): readonly Edge[] {
  return edges.filter(({ from, to }) => members.has(to) && !members.has(from));
}
