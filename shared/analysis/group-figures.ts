import type { ResolvedDesign } from '../catalog/resolved';
import type { NodeFigures } from './analysis';

/** The figures of all that is in a group: sums, and the highest utilization; null where no part has any. */
export interface GroupFigures {
  readonly servers: number | null;
  readonly storageBytes: number | null;
  readonly monthlyCostUsd: number | null;
  readonly utilization: number | null;
}

/** The figures of some nodes as those of a group. */
export function groupFigures(nodes: readonly NodeFigures[]): GroupFigures {
  const known = (metric: keyof GroupFigures): readonly number[] =>
    nodes.flatMap((node) => node[metric] ?? []);
  const sum = (metric: keyof GroupFigures): number | null => {
    const values = known(metric);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const utilizations = known('utilization');
  return {
    servers: sum('servers'),
    storageBytes: sum('storageBytes'),
    monthlyCostUsd: sum('monthlyCostUsd'),
    utilization: utilizations.length === 0 ? null : Math.max(...utilizations),
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
