import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import type { Graph } from './graph';

/** Share of the bytes of each edge that crosses zones, and that crosses regions. */
export interface Crossings {
  readonly zones: Float64Array;
  readonly regions: Float64Array;
}

const isSpread = ({ zone, config }: ResolvedNode): boolean => zone === null && config.multiZone;

/** Zones that a pool is spread over where the design draws fewer than two in its region. */
const zonesOfRegion = 3;

/** Zone groups of each region, by its id; null represents those outside regions. */
function zoneCounts({ groups }: ResolvedDesign): ReadonlyMap<string | null, number> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const counts = new Map<string | null, number>();
  for (const { kind, parent } of groups) {
    if (kind !== 'zone') continue;
    const regions = new Set<string | null>();
    const seen = new Set<string>();
    for (let at = parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
      seen.add(at);
      if (byId.get(at)?.kind === 'region') regions.add(at);
    }
    for (const region of regions.size === 0 ? [null] : regions)
      counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}

/**
 * Between a pool that is spread over z zones and anything of its region 1 − 1 ÷ z of the bytes cross zones, whoever calls;
 * all of them where the edge says so and neither end is spread. What sources send is not charged.
 */
export function crossingsOf({ design, nodes, edges, from, to }: Graph): Crossings {
  const zones = new Float64Array(edges.length);
  const regions = new Float64Array(edges.length);
  let counts: ReadonlyMap<string | null, number> | undefined;
  for (let i = 0; i < edges.length; i++) {
    const caller = nodes[from[i] as number] as ResolvedNode;
    const callee = nodes[to[i] as number] as ResolvedNode;
    const network = edges[i]?.network;
    if (caller.behaviour === 'source' || network === 'internet') continue;
    if (network === 'cross-region') {
      regions[i] = 1;
      continue;
    }
    if (callee.behaviour === 'pass-through' || caller.region !== callee.region) continue;
    if (!isSpread(caller) && !isSpread(callee)) {
      zones[i] = network === 'cross-zone' ? 1 : 0;
      continue;
    }
    counts ??= zoneCounts(design);
    const drawn = counts.get(caller.region) ?? 0;
    zones[i] = 1 - 1 / (drawn < 2 ? zonesOfRegion : drawn);
  }
  return { zones, regions };
}
