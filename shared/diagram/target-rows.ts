import type { Analysis, FlowFigures, TargetFigures } from '../analysis/analysis';
import type { FigureName } from '../analysis/explanations/figure-names';
import { type TargetPlace, targetMetrics, targetsAt } from '../edits/targets';
import { meetsAvailability } from '../math/availability';
import { type Design, flowsOf, nodesOf } from '../model/schema';
import { layerIds } from '../model/vocabulary';

/** `unknown`: there is no figure to judge by, or not yet. */
export type TargetVerdict = 'missed' | 'unknown' | 'met';

/** A target that the document sets, with the figure that it is compared with. */
export interface TargetRow {
  readonly place: TargetPlace;
  readonly metric: string;
  readonly target: number;
  /** In the unit of the metric; null where there is none, or where it is unbounded. */
  readonly actual: number | null;
  readonly isUnbounded: boolean;
  /** An availability that is high enough, of what is served, and missed since not every request is. */
  readonly isOfServed: boolean;
  readonly verdict: TargetVerdict;
  /** By how much it is met, in the unit of the metric; negative where it is missed, null where the figure alone does not say so. */
  readonly margin: number | null;
  /**
   * The margin as a share of the target. Of an availability it is the share of the error budget that is left,
   * 1 − (1 − actual) ÷ (1 − target); null for a target of 1 or 0, which leaves no budget.
   */
  readonly marginShare: number | null;
}

/** What a target is judged by. */
interface Judged {
  readonly figures: TargetFigures | undefined;
  /** Some flow that it is about has no mean, since a component is saturated. */
  readonly isUnbounded: boolean;
}

const order: readonly TargetVerdict[] = ['missed', 'unknown', 'met'];
const floors: ReadonlySet<string> = new Set(['availability', 'headroom']);

/** Whether more is better of a metric, so that its target is a least value. */
export const isFloor = (metric: string): boolean => floors.has(metric);

const isLatency = (metric: string): boolean => metric.endsWith('Ms');

/** Every target of a design, of its flows, layers and components: the missed first, then those without a verdict. */
export function targetRows(design: Design, analysis: Analysis | null): readonly TargetRow[] {
  const rows = targetPlaces(design).flatMap((place) => {
    const own = targetsAt(design, place);
    return targetMetrics[place.scope].flatMap((metric) => {
      const target = own[metric];
      if (typeof target !== 'number') return [];
      return [rowOf(place, metric, target, judgedOf(design, analysis, place, metric))];
    });
  });
  return rows.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** Everything that a target can be set on: the design, its flows, the layers that have components, and those. */
export function targetPlaces(design: Design, used?: ReadonlySet<string>): readonly TargetPlace[] {
  return [
    { scope: 'design' },
    ...flowsOf(design).map(({ id }): TargetPlace => ({ scope: 'flow', id })),
    ...layerIds
      .filter((id) => used === undefined || (id !== 'client' && used.has(id)))
      .map((id): TargetPlace => ({ scope: 'layer', id })),
    ...nodesOf(design).map(({ id }): TargetPlace => ({ scope: 'node', id })),
  ];
}

function rowOf(
  place: TargetPlace,
  metric: string,
  target: number,
  { figures, isUnbounded }: Judged,
): TargetRow {
  const actual = figures?.actual ?? null;
  const unbounded = actual === null && isUnbounded && isLatency(metric);
  const verdict = unbounded
    ? 'missed'
    : figures === undefined || actual === null
      ? 'unknown'
      : figures.met
        ? 'met'
        : 'missed';
  const isOfServed =
    metric === 'availability' && verdict === 'missed' && actual !== null && meetsAvailability(actual, target);
  const margin = actual === null || isOfServed ? null : isFloor(metric) ? actual - target : target - actual;
  const whole = metric === 'availability' ? 1 - target : target;
  const marginShare = margin === null || whole <= 0 ? null : margin / whole;
  return { place, metric, target, actual, isUnbounded: unbounded, isOfServed, verdict, margin, marginShare };
}

function judgedOf(design: Design, analysis: Analysis | null, place: TargetPlace, metric: string): Judged {
  if (analysis === null) return { figures: undefined, isUnbounded: false };
  const isSaturated = ({ meanMs }: FlowFigures): boolean => meanMs === null;
  switch (place.scope) {
    case 'design':
      return ofDesign(design, analysis, metric);
    case 'flow': {
      const flow = analysis.flows.find(({ id }) => id === place.id);
      const isCompletion = metric.startsWith('completion');
      return {
        figures: flow?.targets.find((of) => of.metric === metric),
        isUnbounded:
          flow !== undefined && (isCompletion ? flow.completionMeanMs === null : isSaturated(flow)),
      };
    }
    case 'layer': {
      const layer = analysis.layers.find(({ id }) => id === place.id);
      return {
        figures: layer?.targets.find((of) => of.metric === metric),
        isUnbounded: Object.values(layer?.flows ?? {}).some(({ meanMs }) => meanMs === null),
      };
    }
    case 'node': {
      const node = analysis.nodes.find(({ id }) => id === place.id);
      const withCalls = metric.startsWith('withCalls');
      return {
        figures: node?.targets.find((of) => of.metric === metric),
        isUnbounded:
          node?.saturated === true || (withCalls && node !== undefined && node.withCallsMeanMs === null),
      };
    }
  }
}

/** A target of the design is one of every flow that has none of its own: it is judged by the worst of them. */
function ofDesign(design: Design, analysis: Analysis, metric: string): Judged {
  const whole = analysis.totals.targets.find((of) => of.metric === metric);
  if (whole !== undefined) return { figures: whole, isUnbounded: false };
  const own = new Set(
    flowsOf(design).flatMap(({ id, targets = {} }) => (Object.hasOwn(targets, metric) ? [id] : [])),
  );
  const flows = analysis.flows.filter(({ id }) => !own.has(id));
  const judged = flows.flatMap(({ targets }) => targets.filter((of) => of.metric === metric));
  const isUnbounded = flows.some(({ meanMs }) => meanMs === null);
  if (judged.some(({ actual }) => actual === null)) {
    const missing = judged.find(({ actual }) => actual === null);
    return { figures: missing, isUnbounded };
  }
  const worst = judged.reduce<TargetFigures | undefined>((a, b) => {
    if (a === undefined) return b;
    const isWorse = isFloor(metric) ? (b.actual ?? 0) < (a.actual ?? 0) : (b.actual ?? 0) > (a.actual ?? 0);
    return isWorse ? b : a;
  }, undefined);
  return { figures: worst, isUnbounded };
}

/** The figure that a target of a metric would be compared with; null where there is none. */
export function figureAt(analysis: Analysis | null, place: TargetPlace, metric: string): number | null {
  if (analysis === null) return null;
  const figures = figuresAt(analysis, place);
  const value = figures[metric === 'maxUtilization' ? 'utilization' : metric];
  if (typeof value === 'number') return value;
  return place.scope === 'design' ? worstOf(analysis.flows, metric) : null;
}

function figuresAt(analysis: Analysis, place: TargetPlace): Readonly<Record<string, unknown>> {
  switch (place.scope) {
    case 'design':
      return { ...analysis.totals };
    case 'flow':
      return { ...analysis.flows.find(({ id }) => id === place.id) };
    case 'layer':
      return { ...analysis.layers.find(({ id }) => id === place.id) };
    case 'node':
      return { ...analysis.nodes.find(({ id }) => id === place.id) };
  }
}

const figureOf = (flow: FlowFigures, metric: string): unknown =>
  Object.entries(flow).find(([name]) => name === metric)?.[1];

function worstOf(flows: readonly FlowFigures[], metric: string): number | null {
  const values = flows.flatMap((flow) => {
    const value = figureOf(flow, metric);
    return typeof value === 'number' ? [value] : [];
  });
  return values.length === 0 || values.length < flows.length ? null : Math.max(...values);
}

/**
 * The figure that a target is compared with, by the name that `explain` takes: of a latency that is set for a layer, or for
 * all flows, that of the flow which is the worst. Null where there is none.
 */
export function figureOfTarget(
  analysis: Analysis | null,
  { place, metric, actual }: TargetRow,
): FigureName | null {
  if (analysis === null) return null;
  const known = metric === 'maxUtilization' ? 'utilization' : metric;
  if (place.scope === 'flow' || place.scope === 'node') return { part: place.id, metric: known };
  if (place.scope === 'layer') {
    const part = `layer:${place.id}`;
    if (!isLatency(metric)) return { part, metric: known };
    const flows = Object.entries(analysis.layers.find(({ id }) => id === place.id)?.flows ?? {});
    const worst = flows.find(([, times]) => actual !== null && Object.values(times).includes(actual));
    return worst === undefined ? null : { part, metric: `flows.${worst[0]}.${metric}` };
  }
  if (Object.hasOwn(analysis.totals, metric)) return { part: 'totals', metric };
  const flow = analysis.flows.find((of) => figureOf(of, metric) === actual);
  return flow === undefined ? null : { part: flow.id, metric };
}
