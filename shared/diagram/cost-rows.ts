import type { Analysis, NodeCost, NodeFigures } from '../analysis/analysis';
import { sumOfCosts, totalUsd } from '../analysis/cost';
import type { ResolvedDesign } from '../catalog/resolved';
import { type LayerId, layerIds } from '../model/vocabulary';

/** What a design pays for, in the order of columns. */
export const costKinds = ['serversUsd', 'storageUsd', 'requestsUsd', 'egressUsd', 'networkUsd'] as const;
export type CostKind = (typeof costKinds)[number];

/** What one component, one layer or the whole design costs a month. */
export interface CostRow {
  readonly id: string;
  readonly cost: NodeCost;
  readonly usd: number;
}

/** A layer and its components that cost something, the dearest first. */
export interface LayerCost extends CostRow {
  readonly id: LayerId;
  readonly nodes: readonly CostRow[];
}

export interface CostTable {
  readonly layers: readonly LayerCost[];
  readonly total: CostRow;
  /** null where the design has none. */
  readonly budget: { readonly usd: number; readonly met: boolean } | null;
}

const rowOf = (id: string, cost: NodeCost): CostRow => ({ id, cost, usd: totalUsd(cost) });

const dearestFirst = (a: CostRow, b: CostRow): number => b.usd - a.usd;

/** The month's cost by layer and component, the largest first; null where nothing represents servers. */
export function costTable(design: ResolvedDesign, { nodes, totals }: Analysis): CostTable | null {
  if (totals.cost === null) return null;
  const layers = layerIds.flatMap((id): readonly LayerCost[] => {
    const members = nodes.filter((_, i) => design.nodes[i]?.layer === id);
    const cost = sumOfCosts(members.map((node) => node.cost));
    const rows = members.flatMap(billed).toSorted(dearestFirst);
    return cost === null || rows.length === 0 ? [] : [{ ...rowOf(id, cost), id, nodes: rows }];
  });
  const budget = totals.targets.find(({ metric }) => metric === 'monthlyCostUsd');
  return {
    layers: layers.toSorted(dearestFirst),
    total: rowOf('totals', totals.cost),
    budget: budget === undefined ? null : { usd: budget.target, met: budget.met },
  };
}

const billed = ({ id, cost }: NodeFigures): readonly CostRow[] =>
  cost === null || (totalUsd(cost) === 0 && !cost.unpriced) ? [] : [rowOf(id, cost)];
