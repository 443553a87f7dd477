import type { ResolvedDesign } from '../../catalog/resolved';
import type { Analysis } from '../analysis';
import { contextOf } from './context';
import { explainEdge, explainHop } from './edge';
import type { ExplainContext, Explained, Explanation } from './explanation';
import { figuresNamed, groupOfPart, valueOfMetric } from './figure-names';
import { explainFlow } from './flow';
import { explainFlowLoad, explainFlowTarget } from './flow-loads';
import { explainGroup } from './group';
import { explainLayer, explainTotal } from './layer';
import { explainNode } from './node';

/**
 * How one figure of an analysis came about. `part` is the id of a flow, node, edge or layer, `from>to` for a hop,
 * `group:zone` for a group, or `totals`; `metric` the figure's name in the JSON, with dots for what stands deeper: `visits.redirect`,
 * `flows.redirect.p99Ms` of a layer, `budget.api` of a flow. Some figures are none of the JSON: of `totals` what all flows offer
 * and get (`rateRps`, `goodputRps`, `servedShare`), of a flow its targets (`targets.p99Ms`) and the loads on its curve
 * (`saturationLoad`, `plannedLoad`, `kneeLoad`). Null where there is no such figure. A part that has the name of
 * a layer is the part; the layer is then `layer:service`.
 */
export function explain(
  design: ResolvedDesign,
  analysis: Analysis,
  part: string,
  metric: string,
): Explanation | null {
  const context = contextOf(design, analysis);
  if (context === null) return null;
  const found = explainedOf(context, part, metric);
  if (found === null) return null;
  return { part, metric, value: found.value, ...found.explained };
}

function explainedOf(
  context: ExplainContext,
  part: string,
  metric: string,
): { readonly explained: Explained; readonly value: Explanation['value'] } | null {
  const { analysis } = context;
  const as = (explained: Explained | null, figures: object | undefined) =>
    explained === null || figures === undefined ? null : { explained, value: valueOfMetric(figures, metric) };
  if (part === 'totals') return as(explainTotal(context, metric), figuresNamed(analysis, part)?.figures);
  const group = groupOfPart(part);
  if (group !== null) {
    const of = figuresNamed(analysis, part, context.design);
    return of?.kind === 'group' ? as(explainGroup(of, metric), of.figures) : null;
  }
  const flow = analysis.flows.findIndex(({ id }) => id === part);
  const figures = analysis.flows[flow];
  if (figures !== undefined)
    return (
      explainFlowLoad(context, part, metric) ??
      explainFlowTarget(figures, metric) ??
      as(explainFlow(context, flow, metric), figures)
    );
  const node = analysis.nodes.findIndex(({ id }) => id === part);
  if (node >= 0) return as(explainNode(context, node, metric), analysis.nodes[node]);
  const edge = analysis.edges.find(({ id }) => id === part);
  if (edge !== undefined) return as(explainEdge(context, part, metric), edge);
  const hop = analysis.hops.find(({ from, to }) => `${from}>${to}` === part);
  if (hop !== undefined) return as(explainHop(context, part, metric), hop);
  const id = part.replace(/^layer:/, '');
  return as(
    explainLayer(context, id, metric),
    analysis.layers.find((of) => of.id === id),
  );
}

/** Names of parts, lists of their own, and what the cost of the requests says already. */
const unexplained: ReadonlySet<string> = new Set(['id', 'from', 'to', 'targets', 'unpriced']);

/** The metrics of a part's figures that can be explained, by the names that `explain` takes. */
export function explainable(figures: object): readonly string[] {
  return Object.entries(figures).flatMap(([name, value]): readonly string[] => {
    if (unexplained.has(name)) return [];
    if (name === 'budget')
      return (value as readonly object[]).map((of) => `budget.${Object.values(of)[0] as string}`);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [name];
    return explainable(value).map((inner) => `${name}.${inner}`);
  });
}
