import type { ResolvedEdge, ResolvedNode } from '../../catalog/resolved';
import type { Graph } from '../graph';
import type { FlowTraffic } from '../traffic';
import { nodeAt } from '../visit-positions';
import type { PoolAvailability } from './pools';

/** What the availability of flows follows from, beside their visits. */
export interface Standing {
  readonly graph: Graph;
  readonly pools: readonly PoolAvailability[];
}

/** The availability of a flow, and the nodes whose state it depends on. */
export interface FlowAvailability {
  readonly traffic: FlowTraffic;
  readonly dependsOn: readonly number[];
  readonly value: number | null;
}

/** The availabilities that were worked out last. */
export interface LatestAvailabilities {
  found: { readonly standing: Standing; readonly flows: readonly FlowAvailability[] } | null;
}

/** Works out the availability of each flow, but for those of which nothing has changed since the latest design. */
export function flowAvailabilities(
  standing: Standing,
  traffics: readonly FlowTraffic[],
  latest: LatestAvailabilities,
  workOut: (traffic: FlowTraffic) => FlowAvailability,
): readonly (number | null)[] {
  const changed = latest.found === null ? null : changedSince(latest.found.standing, standing);
  const known = changed === null ? [] : (latest.found?.flows ?? []);
  const flows = traffics.map((traffic, flow) => {
    const before = known[flow];
    const isKept = before?.traffic === traffic && before.dependsOn.every((node) => changed?.[node] === 0);
    return isKept ? before : workOut(traffic);
  });
  latest.found = { standing, flows };
  return flows.map(({ value }) => value);
}

/** 1 for nodes that are not up as often, or not in the same places, as before; null where all of them may be. */
function changedSince(before: Standing, { graph, pools }: Standing): Uint8Array | null {
  if (before.graph.outgoing !== graph.outgoing) return null;
  if (!before.graph.edges.every((edge, i) => isNeededAlike(edge, graph.edges[i] as ResolvedEdge)))
    return null;
  if (!hasSamePlaces(before.graph, graph)) return null;
  return Uint8Array.from(graph.nodes, (node, i) => {
    const at = nodeAt(graph, i);
    const pool = before.pools[at];
    const isSame =
      pool?.reads === pools[at]?.reads &&
      pool?.writes === pools[at]?.writes &&
      pool?.otherShards === pools[at]?.otherShards &&
      isStandingAlike(before.graph.nodes[i] as ResolvedNode, node);
    return isSame ? 0 : 1;
  });
}

/** Calls and weights are compared where the visits are. */
const isNeededAlike = (a: ResolvedEdge, b: ResolvedEdge): boolean => a === b || a.optional === b.optional;

const isStandingAlike = (a: ResolvedNode, b: ResolvedNode): boolean =>
  a === b ||
  (a.zone === b.zone &&
    a.region === b.region &&
    a.config.multiZone === b.config.multiZone &&
    a.config.failover === b.config.failover &&
    a.config.other.healthChecks === b.config.other.healthChecks);

function hasSamePlaces(a: Graph, b: Graph): boolean {
  const { groups } = b.design;
  return (
    a.design.groups.length === groups.length &&
    a.design.groups.every(
      ({ id, availability }, i) => groups[i]?.id === id && groups[i]?.availability === availability,
    )
  );
}
