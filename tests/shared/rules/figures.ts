import type { Analysis, FlowFigures, NodeFigures } from '../../../shared/analysis/analysis';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import type { RuleContext } from '../../../shared/rules/rule';
import { blankFlowFigures, blankNodeFigures } from '../../support/blank-figures';
import { noEstimates } from '../../support/no-estimates';

const flowFigures = (id: string, rateRps: number): FlowFigures => ({
  ...blankFlowFigures(id, rateRps),
  meanMs: 10,
  p50Ms: 10,
  p95Ms: 20,
  p99Ms: 30,
  p999Ms: 40,
  overlapMs: 0,
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
    nodes: resolved.nodes.map(({ id }) => ({ ...blankNodeFigures(id), ...given.nodes?.[id] })),
    edges: [],
    totals: {
      availability: null,
      rpoSeconds: null,
      rtoSeconds: null,
      monthlyCostUsd: null,
      cost: null,
      storageBytes: null,
      servers: null,
      estimates: noEstimates,
      targets: [],
    },
  };
  return { design: resolved, analysis, errors: [] };
}
