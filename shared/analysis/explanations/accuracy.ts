import type { ResolvedDesign } from '../../catalog/resolved';
import { type Message, message, words } from '../../math/message';
import { own } from '../../model/own';
import type { Analysis, Approximation, FlowFigures } from '../analysis';
import { approximationTexts } from '../approximation-names';
import { approximationsOfFigure } from './approximations';
import type { Explanation } from './explanation';
import { type FigureName, figuresNamed, type NamedFigures } from './figure-names';
import { inputsOf } from './inputs';

/** How good a figure is, against the exact value of the model and against a real system. */
export interface Accuracy {
  /** Why the model itself is approximate there, in a fixed order; empty where it is not. */
  readonly approximate: readonly Approximation[];
  /**
   * The share of the model's exact value that the figure is within; 0 where it is that value but for rounding, null where no bound
   * is known. Those of `assets/help/model.md`, Accuracy.
   */
  readonly within: number | null;
}

/** How good a figure is; null of what is no number, and of a target, which is as it was set. */
export function accuracyOf(
  design: ResolvedDesign,
  analysis: Analysis,
  { part, metric, value }: FigureName & Pick<Explanation, 'value'>,
): Accuracy | null {
  if (typeof value !== 'number' || metric.startsWith('targets.')) return null;
  const figure = { part, metric };
  return {
    approximate: approximationsOfFigure(design, analysis, figure),
    within: value === 0 ? exact : boundOf(design, analysis, figure),
  };
}

const exact = 0;
/** Percentiles of one station whose service is exponential. */
const ofOneStation = 0.005;
const ofParallelMeans = 0.005;
const ofPercentiles = 0.01;
const ofTheHighest = 0.02;
/** Utilization up to which the bounds hold. */
const mostUtilization = 0.95;

/** What is read from a grid of times and not worked out in closed form. */
const isRead = (metric: string): boolean =>
  /(^|\.)(p\d+Ms|completionP\d+Ms|withCallsP99Ms|apdex|timeoutShare)$/.test(metric);

function boundOf(design: ResolvedDesign, analysis: Analysis, figure: FigureName): number | null {
  const { part, metric } = figure;
  if (metric === 'kneeLoad') return null;
  const named = figuresNamed(analysis, part, design);
  if (named === null) return exact;
  if (!isRead(metric)) return isOfParallel(analysis, named, metric) ? ofParallelMeans : exact;
  if (isBusy(design, analysis, figure)) return null;
  if (named.kind === 'node' && /^p\d+Ms$/.test(metric) && isPlain(design, part)) return ofOneStation;
  return metric.endsWith('p999Ms') ? ofTheHighest : ofPercentiles;
}

/** Whether it is a mean that parallel calls, or what goes on beside the answer, bear on. */
function isOfParallel(analysis: Analysis, named: NamedFigures, metric: string): boolean {
  const isParallel = ({ overlapMs }: FlowFigures): boolean => (overlapMs ?? 0) !== 0;
  if (named.kind === 'flow') {
    if (metric === 'completionMeanMs')
      return isParallel(named.figures) || named.figures.approximate.includes('asynchronous');
    return /^(meanMs|overlapMs)$/.test(metric) && isParallel(named.figures);
  }
  if (named.kind !== 'node' || metric !== 'withCallsMeanMs') return false;
  const { visits } = named.figures;
  return analysis.flows.some((flow) => (own(visits, flow.id) ?? 0) > 0 && isParallel(flow));
}

/** Whether a station that it follows from is busier than the bounds hold for. */
function isBusy(design: ResolvedDesign, analysis: Analysis, figure: FigureName): boolean {
  const parts = new Set([figure, ...inputsOf(design, analysis, figure)].map(({ part }) => part));
  return analysis.nodes.some(({ id, utilization }) => parts.has(id) && (utilization ?? 0) > mostUtilization);
}

/** Whether a node's response is that of one queue whose service is exponential. */
function isPlain({ nodes }: ResolvedDesign, id: string): boolean {
  const node = nodes.find((of) => of.id === id);
  if (node === undefined || node.behaviour === 'store') return false;
  const { cv, readMs, writeMs, delayMs, slowShare } = node.config;
  return cv === 1 && readMs === writeMs && delayMs === 0 && slowShare === 0;
}

/** What is to be said of it. */
export function accuracyMessage({ approximate, within }: Accuracy): Message {
  if (approximate.length === 0) {
    if (within === null) return message('Computed numerically; there is no error bound for it.');
    return within === exact
      ? message('Exact within the model.')
      : message('Within {within} of the model’s exact value.', { within: { share: within } });
  }
  const reasons = { list: approximate.map((of) => words(approximationTexts[of])) };
  return within === null || within === exact
    ? message('Approximate: {reasons}.', { reasons })
    : message('Approximate: {reasons}. Within {within} of the model’s exact value.', {
        reasons,
        within: { share: within },
      });
}
