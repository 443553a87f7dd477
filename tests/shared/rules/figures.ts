import type { Analysis, FlowFigures, NodeFigures } from '../../../shared/analysis/analysis';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import type { RuleContext } from '../../../shared/rules/rule';

const flowFigures = (id: string, rateRps: number): FlowFigures => ({
  id,
  rateRps,
  saturated: false,
  servedShare: 1,
  goodputRps: rateRps,
  meanMs: 10,
  p50Ms: 10,
  p95Ms: 20,
  p99Ms: 30,
  p999Ms: 40,
  overlapMs: 0,
  apdex: null,
  approximate: [],
  availability: null,
  maxRateRps: null,
  bottleneck: null,
  targets: [],
  budget: [],
});

const nodeFigures = (id: string): NodeFigures => ({
  id,
  offeredRps: null,
  carriedRps: null,
  capacityRps: null,
  utilization: null,
  saturated: false,
  refused: 0,
  waitProbability: null,
  waitMs: null,
  meanMs: null,
  p50Ms: null,
  p95Ms: null,
  p99Ms: null,
  p999Ms: null,
  withCallsMeanMs: null,
  withCallsP99Ms: null,
  availability: null,
  servers: null,
  monthlyCostUsd: null,
  storageBytes: null,
  rpoSeconds: null,
  rtoSeconds: null,
  visits: {},
  targets: [],
});

/** A context whose figures are given by hand, for what a rule says of figures rather than how they come about. */
export function contextWith(
  design: Design,
  given: {
    readonly flows?: Readonly<Record<string, Partial<FlowFigures>>>;
    readonly nodes?: Readonly<Record<string, Partial<NodeFigures>>>;
    readonly layers?: Analysis['layers'];
  },
): RuleContext {
  const resolved = resolve(design);
  const analysis: Analysis = {
    design: { id: resolved.id, name: resolved.name },
    load: 1,
    flows: resolved.flows.map(({ id, rateRps }) => ({ ...flowFigures(id, rateRps), ...given.flows?.[id] })),
    layers: given.layers ?? [],
    hops: [],
    nodes: resolved.nodes.map(({ id }) => ({ ...nodeFigures(id), ...given.nodes?.[id] })),
    edges: [],
    totals: {
      availability: null,
      rpoSeconds: null,
      rtoSeconds: null,
      monthlyCostUsd: null,
      storageBytes: null,
      servers: null,
      targets: [],
    },
  };
  return { design: resolved, analysis, errors: [] };
}
