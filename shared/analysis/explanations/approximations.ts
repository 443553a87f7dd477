import type { ResolvedDesign } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { Analysis, Approximation, FlowFigures, NodeFigures } from '../analysis';
import { approximationsAt, inFixedOrder } from '../approximate';
import { contextOf } from './context';
import type { ExplainContext } from './explanation';
import { type FigureName, figuresNamed } from './figure-names';
import { inputsOf } from './inputs';

/**
 * Why a figure is approximate, in a fixed order: for reasons of its own, or because a figure that it follows from is. Empty where
 * the model has none.
 */
export function approximationsOfFigure(
  design: ResolvedDesign,
  analysis: Analysis,
  figure: FigureName,
): readonly Approximation[] {
  const context = contextOf(design, analysis);
  if (context === null) return [];
  const found = new Set<Approximation>();
  const seen = new Set<string>();
  const open = [figure];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = `${next.part} ${next.metric}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const reason of ownReasons(context, next)) found.add(reason);
    for (const input of inputsOf(design, analysis, next))
      if (carriesReasons(analysis, next, input)) open.push(input);
  }
  return inFixedOrder((of) => found.has(of));
}

/** Figures that follow from the document, and sums and products of those: nothing in them is approximate. */
const exact =
  /^(visits\..*|cost\..*|rateRps|rps|rttMs|offeredRps|incomingRps|servers|storageBytes|bytesPerSecond)$/;

/** Whether what is approximate in an input is so in the figure: a capacity follows from times only where places in progress bound it. */
function carriesReasons(analysis: Analysis, figure: FigureName, input: FigureName): boolean {
  if (exact.test(input.metric)) return false;
  if (figure.metric !== 'capacityRps' && figure.metric !== 'limitedBy') return true;
  const named = figuresNamed(analysis, figure.part);
  return named?.kind !== 'node' || named.figures.limitedBy === 'places';
}

/** How calls of a flow follow each other: it bears on what is composed of several parts, not on one station. */
const ofComposition: ReadonlySet<Approximation> = new Set([
  'parallel',
  'repeated-visits',
  'loop',
  'replicated',
  'budget',
]);

const composed = ({ approximate }: FlowFigures): readonly Approximation[] =>
  approximate.filter((of) => ofComposition.has(of));

function ownReasons(context: ExplainContext, { part, metric }: FigureName): readonly Approximation[] {
  const { analysis } = context;
  const named = figuresNamed(analysis, part);
  if (named?.kind === 'flow') return reasonsOfFlow(named.figures, metric);
  if (named?.kind === 'node') return reasonsOfNode(context, named.figures, metric);
  const flow = named?.kind === 'layer' ? /^flows\.(.+)\.p99Ms$/.exec(metric)?.[1] : undefined;
  const figures = analysis.flows.find(({ id }) => id === flow);
  return figures === undefined ? [] : composed(figures);
}

/** Asynchronous calls bear on the completion, not on the answer. */
function reasonsOfFlow(flow: FlowFigures, metric: string): readonly Approximation[] {
  const only = (...reasons: readonly Approximation[]) =>
    flow.approximate.filter((of) => reasons.includes(of));
  if (metric.startsWith('completionP')) return flow.approximate;
  if (/^p\d+Ms$|^apdex$/.test(metric)) return flow.approximate.filter((of) => of !== 'asynchronous');
  switch (metric) {
    case 'completionMeanMs':
      return only('parallel', 'asynchronous', 'budget');
    case 'meanMs':
    case 'overlapMs':
      return (flow.overlapMs ?? 0) === 0 ? only('budget') : only('parallel', 'budget');
    case 'availability':
    case 'maxRateRps':
    case 'bottleneck':
    case 'servedShare':
      return only('budget');
    default:
      return [];
  }
}

function reasonsOfNode(
  context: ExplainContext,
  figures: NodeFigures,
  metric: string,
): readonly Approximation[] {
  const { analysis } = context;
  if (metric.startsWith('withCalls')) {
    const flows = analysis.flows.filter(({ id }) => (own(figures.visits, id) ?? 0) > 0);
    const reasons = flows.flatMap(composed);
    // A mean adds up, whatever the parts have to do with each other, but where calls are made in parallel.
    return metric === 'withCallsMeanMs' ? reasons.filter((of) => of === 'parallel') : reasons;
  }
  return /^(waitMs|waitProbability|refused|meanMs|p\d+Ms)$/.test(metric)
    ? reasonsOfStation(context, figures, /^(meanMs|p\d+Ms)$/.test(metric))
    : [];
}

/** Of its wait and, with `isResponse`, of all copies that it waits for. */
function reasonsOfStation(
  { design, loaded }: ExplainContext,
  { id, waitMs }: NodeFigures,
  isResponse: boolean,
): readonly Approximation[] {
  const at = design.nodes.findIndex((node) => node.id === id);
  const [node, state] = [design.nodes[at], loaded.states[at]];
  // What is no station, such as a client, has no wait.
  if (node === undefined || state === undefined || waitMs === null) return [];
  const waits = approximationsAt(node, state, loaded.model.spreads[at]);
  return isResponse && (state.readsReplicated || state.writesReplicated) ? [...waits, 'replicated'] : waits;
}
