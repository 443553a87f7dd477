import type { AnalysisError } from '../../analysis/analysis';
import type { ResolvedEdge } from '../../catalog/resolved';
import type { Quantities } from '../../math/quantity';
import type { Hit, RuleContext } from '../rule';

/** One hit for each error of the key and each part that is to be fixed first; several flows may meet the same error. */
export function hitsOf(
  context: RuleContext,
  key: AnalysisError['key'],
  valuesOf: (error: AnalysisError, target: string) => Quantities,
): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const error of context.errors) {
    const target = error.targets[0] ?? '*';
    if (error.key !== key || hits.has(target)) continue;
    hits.set(target, { target, values: valuesOf(error, target) });
  }
  return [...hits.values()];
}

/** The flow that an error names. */
export const flowOf = (error: AnalysisError): { readonly part: string } => ({
  part: String(error.values['flow'] ?? ''),
});

/** The ends of an edge that waits for a miss, the cache, and the flow that has none. */
export function missValues(edge: ResolvedEdge | undefined, error: AnalysisError, target: string): Quantities {
  return {
    from: { part: edge?.from ?? target },
    to: { part: edge?.to ?? target },
    cache: { part: edge?.onMissOf ?? target },
    flow: flowOf(error),
  };
}
