import { createResolver, type Resolve } from '../catalog/resolve';
import type { ResolvedDesign } from '../catalog/resolved';
import { reuse } from '../model/reuse';
import type { AnalysisResult, AnalyzeOptions } from './analysis';
import { analyze } from './analyze';
import { emptyMemory } from './memory';

/**
 * Analyses one design after the other. Its memory of the one before is its own; figures are the same to the bit as those
 * of `analyze`, whatever it analysed before.
 */
export interface Analyzer {
  /** A design with its defaults; parts that are the same objects as in the design before are resolved to the same. */
  readonly resolve: Resolve;
  /** The same for a copy, whose parts are the same only by value: those that an edit left alone are found again. */
  readonly resolveCopy: Resolve;
  readonly analyze: (resolved: ResolvedDesign, options?: AnalyzeOptions) => AnalysisResult;
}

/** An analyzer that remembers nothing yet: one for each worker, editor or search. */
export function createAnalyzer(): Analyzer {
  const memory = emptyMemory();
  const resolve = createResolver();
  let latest: Parameters<Resolve>[0] | null = null;
  return {
    resolve,
    resolveCopy({ id, name, system }) {
      latest = reuse(latest, { id, name, system });
      return resolve(latest);
    },
    analyze: (resolved, options) => analyze(resolved, options, memory),
  };
}
