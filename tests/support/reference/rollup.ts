import type { ResolvedDesign, ResolvedFlow } from '../../../shared/catalog/resolved';
import type { LayerId } from '../../../shared/model/vocabulary';
import { callsFrom, entryOf, keyOf, nodeOf, reachedVisits, visitsByOperation } from './calls';
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
  const visits = visitsByOperation(design, flow, true);
  return [...reachedVisits(design, flow, entryOf(flow), true).values()]
    .filter(({ id }) => nodeOf(design, id).layer === layer)
    .reduce(
      (sum, visit) =>
        sum + (visits.get(keyOf(visit)) ?? 0) * (traffic.station(visit.id)?.meanMs(visit.operation) ?? 0),
      0,
    );
}

/** Mean ms that a request of the flow waits for the network from one layer to another. */
export function hopMeanOf(design: ResolvedDesign, flow: ResolvedFlow, from: LayerId, to: LayerId): number {
  const visits = visitsByOperation(design, flow, true);
  return [...reachedVisits(design, flow, entryOf(flow), true).values()].reduce(
    (sum, visit) =>
      callsFrom(design, flow, visit)
        .filter(({ edge, isSync }) => {
          const ends = nodeOf(design, edge.from).layer === from && nodeOf(design, edge.to).layer === to;
          return isSync && ends;
        })
        .reduce((total, { m, rttMs }) => total + (visits.get(keyOf(visit)) ?? 0) * m * rttMs, sum),
    0,
  );
}
