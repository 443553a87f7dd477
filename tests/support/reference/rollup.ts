import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import type { LayerId } from '../../../shared/model/vocabulary';
import { callsOf, nodeOf, reachedFrom, visitsOf } from './calls';
import { isStation } from './station';
import type { Traffic } from './traffic';

/** Section 5 for one layer. */
export interface LayerLoad {
  readonly offeredRps: number;
  readonly capacityRps: number;
  readonly utilization: number;
}

export function layerLoadOf(design: ResolvedDesign, traffic: Traffic, layer: LayerId): LayerLoad | null {
  const stations = design.nodes.filter((node) => node.layer === layer && isStation(node));
  if (stations.length === 0) return null;
  const entering = design.flows
    .filter((flow) => nodeOf(design, flow.entry).layer === layer)
    .reduce((sum, flow) => sum + flow.rateRps, 0);
  const offeredRps = design.edges
    .filter((edge) => nodeOf(design, edge.from).layer !== layer && nodeOf(design, edge.to).layer === layer)
    .flatMap((edge) => design.flows.map((flow) => traffic.edgeRps(edge.id, flow.id)))
    .reduce((sum, rps) => sum + rps, entering);
  const figures = stations.flatMap(({ id }) => traffic.station(id) ?? []);
  const ratios = figures.map((of) => (of.capacityRps ?? Number.POSITIVE_INFINITY) / of.offeredRps);
  return {
    offeredRps,
    capacityRps: offeredRps * Math.min(...ratios),
    utilization: Math.max(...figures.map((of) => of.utilization)),
  };
}

/** Mean ms that a request of the flow spends in the stations of a layer. */
export function layerMeanOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  traffic: Traffic,
  layer: LayerId,
): number {
  const visits = visitsOf(design, flow, true);
  const reached = reachedFrom(design, flow, flow.entry, true);
  return design.nodes
    .filter((node) => node.layer === layer && reached.has(node.id))
    .reduce((sum, { id }) => sum + (visits.get(id) ?? 0) * (traffic.station(id)?.meanMs(flow.kind) ?? 0), 0);
}

/** Mean ms that a request of the flow waits for the network from one layer to another. */
export function hopMeanOf(design: ResolvedDesign, flow: ResolvedFlow, from: LayerId, to: LayerId): number {
  const visits = visitsOf(design, flow, true);
  return callsOf(design, flow)
    .filter(({ edge, isSync }) => {
      const ends = nodeOf(design, edge.from).layer === from && nodeOf(design, edge.to).layer === to;
      return isSync && ends;
    })
    .reduce((sum, { edge, m }) => sum + (visits.get(edge.from) ?? 0) * m * edge.rttMs, 0);
}
