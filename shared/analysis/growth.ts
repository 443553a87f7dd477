import type { ResolvedDesign } from '../catalog/resolved';
import type { AnalysisError } from './analysis';
import { isStation } from './graph';
import { placedUses } from './limits';
import { loadAfter } from './load-after';
import { loadDesign } from './load-design';

/** When a station is outgrown, in months from now; null where that is not within ten years. */
export interface StationGrowth {
  readonly node: string;
  /** First month in which its utilization is over its planned limit. */
  readonly plannedMonth: number | null;
  /** First month in which it is saturated. */
  readonly capacityMonth: number | null;
}

export type GrowthResult =
  | { readonly ok: true; readonly annualGrowth: number; readonly stations: readonly StationGrowth[] }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

const lastMonth = 120;

/** The month in which each station passes its planned limit and its capacity, all flows growing by `annualGrowth` a year. */
export function growth(
  resolved: ResolvedDesign,
  annualGrowth = resolved.workload.annualGrowth ?? 0,
): GrowthResult {
  const result = loadDesign(resolved);
  if (!result.ok) return result;
  const { model } = result.loaded;
  const { nodes } = model.graph.design;
  const planned = new Array<number | null>(nodes.length).fill(null);
  const capacity = new Array<number | null>(nodes.length).fill(null);
  const months = annualGrowth > 0 ? lastMonth : 0;
  for (let month = 0; month <= months; month++) {
    const uses = placedUses(model, loadAfter(annualGrowth, month));
    nodes.forEach((node, i) => {
      if (capacity[i] !== null) return;
      const use = uses[i] ?? 0;
      if (use > node.config.maxUtilization * (1 + 1e-9)) planned[i] ??= month;
      if (use >= 1) capacity[i] = month;
    });
  }
  const stations = nodes.flatMap((node, i) =>
    isStation(node)
      ? [{ node: node.id, plannedMonth: planned[i] ?? null, capacityMonth: capacity[i] ?? null }]
      : [],
  );
  return { ok: true, annualGrowth, stations };
}
