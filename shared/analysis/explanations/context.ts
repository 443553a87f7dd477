import type { ResolvedDesign } from '../../catalog/resolved';
import type { Analysis } from '../analysis';
import { allFlowTimes, type FlowTimes } from '../flow-times';
import { loadDesign } from '../load-design';
import type { ExplainContext } from './explanation';

const contexts = new WeakMap<Analysis, ExplainContext>();

/** What the figures of an analysis follow from, worked out once for all its explanations; null where it has none. */
export function contextOf(design: ResolvedDesign, analysis: Analysis): ExplainContext | null {
  const known = contexts.get(analysis);
  if (known?.design === design) return known;
  const result = loadDesign(design, analysis.load);
  if (!result.ok) return null;
  const { loaded } = result;
  let found: readonly FlowTimes[] | undefined;
  const times = () => {
    found ??= allFlowTimes(loaded.graph, loaded.model.traffics, loaded.states);
    return found;
  };
  const context = { design, analysis, loaded, times };
  contexts.set(analysis, context);
  return context;
}
