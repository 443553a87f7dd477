import type { ResolvedDesign } from '../../catalog/resolved';
import { applyChanges } from '../../model/apply';
import type { Design } from '../../model/schema';
import type { Analysis, TargetFigures } from '../analysis';
import { createAnalyzer } from '../analyzer';
import { type SingleChange, singleChanges } from './single-changes';

/** What a flow can be improved in: its p99, its availability, or what the whole design costs a month. */
export const improvedMeasures = ['p99Ms', 'availability', 'monthlyCostUsd'] as const;
export type ImprovedMeasure = (typeof improvedMeasures)[number];

/** The figures of a flow, and the cost of the design; null where there is none or it is unbounded. */
export type MeasuredFigures = Readonly<Record<ImprovedMeasure, number | null>>;

/** A change that improves something, with the figures before and after. */
export interface Improvement extends SingleChange {
  readonly before: MeasuredFigures;
  readonly after: MeasuredFigures;
}

export interface Improvements {
  /** How many changes were tried, of how many. */
  readonly tried: number;
  readonly total: number;
  /** For each measure those that improve it most, the best first. */
  readonly best: Readonly<Record<ImprovedMeasure, readonly Improvement[]>>;
}

/** A search that is done in steps, so that a worker can report progress and be stopped. */
export interface ImprovementSearch {
  readonly total: number;
  /** Analyses the design with the next change; false once all were tried. */
  readonly step: () => boolean;
  readonly found: () => Improvements;
}

const mostNamed = 3;

/** Less than a thousandth of p99 or cost, or of the time that a flow is not available, is not worth a change. */
const leastShare = 1e-3;

/**
 * Tries single changes for a flow at a load, each by an analysis of the whole design. A change is left out where another
 * target is missed by it, a flow is served less, or a station passes its planned limit, that was not so before. `further` names
 * changes that are tried before those of single settings.
 */
export function improvementSearch(
  design: Design,
  flow: string,
  load = 1,
  further: (resolved: ResolvedDesign, analysis: Analysis, flow: string) => readonly SingleChange[] = () => [],
): ImprovementSearch {
  const analyzer = createAnalyzer();
  const analysisOf = (resolved: ResolvedDesign): Analysis | null => {
    const result = analyzer.analyze(resolved, { load, limits: false });
    return result.ok ? result.analysis : null;
  };
  const resolved = analyzer.resolve(design);
  const before = analysisOf(resolved);
  const changes =
    before === null ? [] : [...further(resolved, before, flow), ...singleChanges(resolved, before, flow)];
  const improvements: Improvement[] = [];
  let tried = 0;
  return {
    total: changes.length,
    step() {
      const change = changes[tried];
      if (change === undefined || before === null) return false;
      tried += 1;
      const changed = analyzer.resolve(applyChanges(design, change.changes));
      const after = analysisOf(changed);
      if (after !== null && !doesHarm(before, after, changed))
        improvements.push({ ...change, before: measured(before, flow), after: measured(after, flow) });
      return tried < changes.length;
    },
    found: () => ({
      tried,
      total: changes.length,
      best: {
        p99Ms: bestIn(improvements, 'p99Ms'),
        availability: bestIn(improvements, 'availability'),
        monthlyCostUsd: bestIn(improvements, 'monthlyCostUsd'),
      },
    }),
  };
}

function measured({ flows, totals }: Analysis, id: string): MeasuredFigures {
  const flow = flows.find((one) => one.id === id);
  return {
    p99Ms: flow?.p99Ms ?? null,
    availability: flow?.availability ?? null,
    monthlyCostUsd: totals.monthlyCostUsd,
  };
}

function bestIn(improvements: readonly Improvement[], measure: ImprovedMeasure): readonly Improvement[] {
  const gains = new Map(improvements.map((one) => [one, gainOf(one, measure)]));
  const gain = (one: Improvement): number => gains.get(one) ?? 0;
  const cost = ({ after }: Improvement): number => after.monthlyCostUsd ?? 0;
  return improvements
    .filter((one) => gain(one) > leastShare)
    .toSorted((a, b) => (gain(a) === gain(b) ? cost(a) - cost(b) : gain(b) - gain(a)))
    .slice(0, mostNamed);
}

/**
 * How much better a measure gets, as a share of what it was: of an availability, of the time that it is not available. Ordered by
 * what is left, so that among those that end an overload the fastest is the first.
 */
function gainOf({ before, after }: Improvement, measure: ImprovedMeasure): number {
  const [old, now] = [before[measure], after[measure]];
  if (now === null) return 0;
  if (old === null) return measure === 'p99Ms' ? 1 + 1 / (1 + now) : 0;
  const [was, is] = measure === 'availability' ? [1 - old, 1 - now] : [old, now];
  return was <= 0 ? 0 : (was - is) / was;
}

/** Whether something that was in order no longer is. */
function doesHarm(before: Analysis, after: Analysis, { nodes }: ResolvedDesign): boolean {
  const served = new Map(before.flows.map(({ id, servedShare }) => [id, servedShare]));
  if (after.flows.some(({ id, servedShare }) => servedShare < (served.get(id) ?? 0) - 1e-9)) return true;
  const metBefore = new Set(targetsIn(before).flatMap(([key, { met }]) => (met ? [key] : [])));
  if (targetsIn(after).some(([key, { met }]) => !met && metBefore.has(key))) return true;
  const use = new Map(before.nodes.map(({ id, utilization }) => [id, utilization ?? 0]));
  const limits = new Map(nodes.map(({ id, config }) => [id, config.maxUtilization]));
  return after.nodes.some(({ id, utilization }) => {
    const limit = limits.get(id) ?? 1;
    return (utilization ?? 0) > limit && (use.get(id) ?? 0) <= limit;
  });
}

/** All targets of an analysis, by what they are set on. */
function targetsIn({
  totals,
  flows,
  layers,
  nodes,
}: Analysis): readonly (readonly [string, TargetFigures])[] {
  const lists = [
    ['totals', totals.targets] as const,
    ...flows.map(({ id, targets }) => [`flow ${id}`, targets] as const),
    ...layers.map(({ id, targets }) => [`layer ${id}`, targets] as const),
    ...nodes.map(({ id, targets }) => [`node ${id}`, targets] as const),
  ];
  return lists.flatMap(([part, targets]) => targets.map((of) => [`${part} ${of.metric}`, of] as const));
}
