import type { ResolvedDesign } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { Analysis, EdgeFigures, FlowFigures, HopFigures, LayerFigures, NodeFigures } from '../analysis';
import { type FlowTotals, flowTotals } from '../flow-totals';
import { edgesInto, type GroupFigures, groupFigures, nodesInGroup } from '../group-figures';
import type { Explanation } from './explanation';

/** A figure of an analysis, by the names that `explain` takes. */
export interface FigureName {
  readonly part: string;
  readonly metric: string;
}

/** What a figure is of. */
export type NamedFigures =
  | { readonly kind: 'totals'; readonly figures: Analysis['totals'] & Partial<FlowTotals> }
  | { readonly kind: 'flow'; readonly figures: FlowFigures }
  | { readonly kind: 'node'; readonly figures: NodeFigures }
  | { readonly kind: 'edge'; readonly figures: EdgeFigures }
  | { readonly kind: 'hop'; readonly figures: HopFigures }
  | { readonly kind: 'layer'; readonly figures: LayerFigures }
  | {
      readonly kind: 'group';
      readonly figures: GroupFigures;
      readonly nodes: readonly NodeFigures[];
      /** Those that lead into it. */
      readonly edges: readonly EdgeFigures[];
    };

const groupPrefix = 'group:';

/** The name of a group among figures: groups are in the design, not in its analysis. */
export const groupPart = (id: string): string => `${groupPrefix}${id}`;

/** The id of the group that a name is of; null for any other part. */
export const groupOfPart = (part: string): string | null =>
  part.startsWith(groupPrefix) ? part.slice(groupPrefix.length) : null;

/**
 * The figures of a part by its name: `from>to` of a hop, `totals`, `layer:service` where a part is called as the layer is, and
 * `group:zone` of a group of the design.
 */
export function figuresNamed(analysis: Analysis, part: string, design?: ResolvedDesign): NamedFigures | null {
  const group = groupOfPart(part);
  if (group !== null) {
    const nodes = design === undefined ? null : nodesInGroup(design, analysis.nodes, group);
    if (design === undefined || nodes === null) return null;
    const into = edgesInto(design.edges, new Set(nodes.map(({ id }) => id)));
    const ids = new Set(into.map(({ id }) => id));
    const edges = analysis.edges.filter(({ id }) => ids.has(id));
    return { kind: 'group', figures: groupFigures(nodes, edges), nodes, edges };
  }
  if (part === 'totals')
    return { kind: 'totals', figures: { ...analysis.totals, ...flowTotals(analysis.flows) } };
  const flow = analysis.flows.find(({ id }) => id === part);
  if (flow !== undefined) return { kind: 'flow', figures: flow };
  const node = analysis.nodes.find(({ id }) => id === part);
  if (node !== undefined) return { kind: 'node', figures: node };
  const edge = analysis.edges.find(({ id }) => id === part);
  if (edge !== undefined) return { kind: 'edge', figures: edge };
  const hop = analysis.hops.find(({ from, to }) => `${from}>${to}` === part);
  if (hop !== undefined) return { kind: 'hop', figures: hop };
  const layer = analysis.layers.find(({ id }) => id === part.replace(/^layer:/, ''));
  return layer === undefined ? null : { kind: 'layer', figures: layer };
}

/** The value of a figure; null where there is none. */
export function figureValue(
  analysis: Analysis,
  { part, metric }: FigureName,
  design?: ResolvedDesign,
): Explanation['value'] {
  const named = figuresNamed(analysis, part, design);
  return named === null ? null : valueOfMetric(named.figures, metric);
}

/** The value of a metric whose dots lead into records; of a budget, the share of the part it names. */
export function valueOfMetric(figures: object, metric: string): Explanation['value'] {
  const [first = '', ...rest] = metric.split('.');
  const value: unknown = own(figures as Readonly<Record<string, unknown>>, first);
  if (Array.isArray(value)) {
    const found: unknown = value.find((of: object) => Object.values(of).includes(rest.join('.')));
    if (rest.length === 0) return value.join(', ');
    return found === undefined ? null : plain((found as Readonly<Record<string, unknown>>)['meanMs']);
  }
  if (rest.length > 0 && typeof value === 'object' && value !== null)
    return valueOfMetric(value, rest.join('.'));
  return plain(value);
}

const plain = (value: unknown): Explanation['value'] =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
