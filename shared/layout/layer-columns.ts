import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import { highest } from '../math/extremes';
import { layerIds } from '../model/vocabulary';

/** How many calls within the layer lead to each node at most; nodes of a loop take what is known when the rest is done. */
function depthsWithin(nodes: readonly ResolvedNode[], callees: ReadonlyMap<string, readonly string[]>) {
  const inside = new Set(nodes.map((node) => node.id));
  const depths = new Map(nodes.map((node) => [node.id, 0]));
  const waiting = new Map(nodes.map((node) => [node.id, 0]));
  const inner = (id: string) => (callees.get(id) ?? []).filter((to) => inside.has(to) && to !== id);
  for (const { id } of nodes) for (const to of inner(id)) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const front = nodes.filter((node) => waiting.get(node.id) === 0).map((node) => node.id);
  for (let at = front.shift(); at !== undefined; at = front.shift()) {
    for (const to of inner(at)) {
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(at) ?? 0) + 1));
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) front.push(to);
    }
  }
  return depths;
}

/**
 * The column of every node: the layers in their order, one column each, more where a layer has calls within itself; layers that
 * are not used take none.
 */
export function columnsOf(design: ResolvedDesign): ReadonlyMap<string, number> {
  const callees = new Map<string, string[]>();
  for (const edge of design.edges) {
    const known = callees.get(edge.from);
    if (known === undefined) callees.set(edge.from, [edge.to]);
    else known.push(edge.to);
  }
  const columns = new Map<string, number>();
  let first = 0;
  for (const layer of layerIds) {
    const nodes = design.nodes.filter((node) => node.layer === layer);
    if (nodes.length === 0) continue;
    const depths = depthsWithin(nodes, callees);
    for (const node of nodes) columns.set(node.id, first + (depths.get(node.id) ?? 0));
    first += 1 + highest(depths.values(), 0);
  }
  return columns;
}

/**
 * A rank for each node by which those of a column are sorted, so that few edges cross: the barycentre of its neighbours to the
 * left and to the right in turn (Sugiyama, Tagawa and Toda, 1981).
 */
export function ranksOf(
  design: ResolvedDesign,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const byColumn: string[][] = [];
  for (const node of design.nodes) {
    const column = columns.get(node.id) ?? 0;
    for (let c = byColumn.length; c <= column; c += 1) byColumn.push([]);
    byColumn[column]?.push(node.id);
  }
  const neighbours = new Map<string, string[]>(design.nodes.map((node) => [node.id, []]));
  for (const { from, to } of design.edges) {
    if (from === to) continue;
    neighbours.get(from)?.push(to);
    neighbours.get(to)?.push(from);
  }
  const columnOf = (id: string): number => columns.get(id) ?? 0;
  const neighboursOn = (isThere: (column: number, own: number) => boolean) =>
    new Map(
      [...neighbours].map(([id, all]) => {
        const own = columnOf(id);
        return [id, all.filter((other) => isThere(columnOf(other), own))];
      }),
    );
  const left = neighboursOn((column, own) => column < own);
  const right = neighboursOn((column, own) => column > own);
  const ranks = new Map<string, number>();
  const number = (ids: readonly string[]) => {
    ids.forEach((id, index) => {
      ranks.set(id, index - (ids.length - 1) / 2);
    });
  };
  for (const ids of byColumn) number(ids);
  const sweeps = 8;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const rightwards = sweep % 2 === 0;
    for (const ids of rightwards ? byColumn : byColumn.toReversed()) {
      const barycentres = new Map<string, number>();
      for (const id of ids) {
        const seen = (rightwards ? left : right).get(id) ?? [];
        let sum = 0;
        for (const other of seen) sum += ranks.get(other) ?? 0;
        barycentres.set(id, seen.length === 0 ? (ranks.get(id) ?? 0) : sum / seen.length);
      }
      ids.sort(
        (a, b) =>
          (barycentres.get(a) ?? 0) - (barycentres.get(b) ?? 0) || (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0),
      );
      number(ids);
    }
  }
  return ranks;
}
