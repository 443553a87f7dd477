import type { Analysis } from '../../shared/analysis/analysis';

/** A load at which something happens first, and the node it happens to. */
export interface LoadMark {
  readonly load: number;
  readonly node: string;
}

/** The first saturation, which is on the way of a flow. */
export interface SaturationMark extends LoadMark {
  readonly flow: string;
}

export interface LoadMarks {
  /** A node passes its planned limit. */
  readonly limit: LoadMark | null;
  /** A node saturates. */
  readonly saturation: SaturationMark | null;
}

const earlier = <Mark extends LoadMark>(a: Mark | null, b: Mark | null): Mark | null =>
  a === null || (b !== null && b.load < a.load) ? b : a;

/** Every flow grows with the load, so the first station saturates at load × maximum rate ÷ present rate of any flow over it. */
function firstSaturation(analysis: Analysis): SaturationMark | null {
  let first: SaturationMark | null = null;
  for (const flow of analysis.flows) {
    if (flow.maxRateRps === null || flow.bottleneck === null || flow.rateRps <= 0) continue;
    const load = (analysis.load * flow.maxRateRps) / flow.rateRps;
    first = earlier(first, { load, node: flow.bottleneck, flow: flow.id });
  }
  return first;
}

/**
 * The loads at which the first node passes its planned limit and at which the first one saturates. Utilization grows with the
 * load until something before it saturates; `maxUtilizationOf` gives the planned limit of a node.
 */
export function loadMarksOf(analysis: Analysis, maxUtilizationOf: (node: string) => number): LoadMarks {
  const saturation = firstSaturation(analysis);
  let limit: LoadMark | null =
    saturation === null
      ? null
      : { load: saturation.load * maxUtilizationOf(saturation.node), node: saturation.node };
  for (const { id, utilization } of analysis.nodes) {
    if (utilization === null || utilization <= 0) continue;
    limit = earlier(limit, { load: (analysis.load * maxUtilizationOf(id)) / utilization, node: id });
  }
  return { limit, saturation };
}
