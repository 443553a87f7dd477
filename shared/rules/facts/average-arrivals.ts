import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedDesign } from '../../catalog/resolved';
import { own } from '../../model/own';

/** Requests a second that arrive at a node on average over the day: each flow by its own peak factor, else the workload's. */
export function averageArrivals({ flows, workload }: ResolvedDesign, figures: NodeFigures): number {
  let peak = 0;
  let average = 0;
  for (const flow of flows) {
    const rps = flow.rateRps * (own(figures.visits, flow.id) ?? 0);
    peak += rps;
    average += rps / (flow.peakFactor ?? workload.peakFactor ?? 1);
  }
  return peak === 0 ? 0 : ((figures.offeredRps ?? 0) * average) / peak;
}
