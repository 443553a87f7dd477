import type {
  Analysis,
  AnalyzeOptions,
  FlowFigures,
  LayerFigures,
  NodeFigures,
} from '../../shared/analysis/analysis';
import { analyze } from '../../shared/analysis/analyze';
import { type DesignSketch, designOf } from './resolved';

/** The analysis of a sketch that has one; a failed test otherwise. */
export function analysisOf(sketch: DesignSketch, options?: AnalyzeOptions): Analysis {
  const result = analyze(designOf(sketch), options);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

function named<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((of) => of.id === id);
  if (found === undefined) throw new Error(`nothing is called ${id}`);
  return found;
}

export const nodeIn = (analysis: Analysis, id: string): NodeFigures => named(analysis.nodes, id);
export const flowIn = (analysis: Analysis, id: string): FlowFigures => named(analysis.flows, id);
export const layerIn = (analysis: Analysis, id: string): LayerFigures => named(analysis.layers, id);
