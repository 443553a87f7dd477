import type { ResolvedDesign } from '../catalog/resolved';
import type { Analysis, AnalysisError, FlowFigures, NodeFigures, TargetFigures } from './analysis';
import { createAnalyzer } from './analyzer';
import { loadDesign } from './load-design';
import { type StationLimit, stationLimits } from './station-limits';
import { firstLimit } from './sweep';

/** A target that is missed at some load. */
export interface TargetMiss {
  /** A flow or a node by its id, `layer:data` a layer, `*` the design. */
  readonly part: string;
  readonly metric: string;
  readonly target: number;
  /** The figure at `load`; null where there is none, such as the latency of a saturated flow. */
  readonly actual: number | null;
  /** The smallest load at which it is missed, to a thousandth; null where it is missed at any load. */
  readonly load: number | null;
  /** The node that it is missed by: the saturated one, or the one whose time grew most; null where there is none. */
  readonly cause: string | null;
}

/** What a design is kept from more load by, in the order in which it is met. */
export interface LoadLimits {
  /** Targets that are missed at any load first, then by their loads; a target that is never missed is left out. */
  readonly misses: readonly TargetMiss[];
  /** Stations in the order in which they saturate when nothing before them loses anything. */
  readonly order: readonly StationLimit[];
  /** Loads beyond it were not looked at. */
  readonly highestLoad: number;
}

export type LoadLimitsResult =
  | { readonly ok: true; readonly limits: LoadLimits }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

/** How far a search has come: targets that are done, of those that are missed at all. */
export interface LoadLimitsProgress {
  readonly done: number;
  readonly of: number;
}

const lowestLoad = 0.01;
/** The end of the load slider; a design that carries more is followed to just beyond its first saturation. */
const leastHighestLoad = 20;
const mostHighestLoad = 1000;
const foundWithin = 1e-3;

/** A target at one load: what a miss of it would be, and how far beyond it the figure is. */
interface TargetAt extends Omit<TargetMiss, 'load'> {
  readonly met: boolean;
}
/** All targets of a design at one load, by part and metric. */
type TargetsAt = ReadonlyMap<string, TargetAt>;

/**
 * The load at which each target is first missed, by a search over the analysis: a target that is missed at a load counts as missed
 * at every higher one.
 */
export function loadLimits(resolved: ResolvedDesign): LoadLimitsResult {
  const steps = loadLimitSteps(resolved);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same, one analysis a step. */
export function* loadLimitSteps(resolved: ResolvedDesign): Generator<LoadLimitsProgress, LoadLimitsResult> {
  const result = loadDesign(resolved);
  if (!result.ok) return result;
  const { model } = result.loaded;
  const saturation = firstLimit(model)?.factor ?? 0;
  const highestLoad = Math.min(mostHighestLoad, Math.max(leastHighestLoad, 1.2 * saturation));
  const search = searchOf(resolved);
  const around = [saturation * (1 - foundWithin / 2), saturation * (1 + foundWithin / 2)];
  for (const load of [lowestLoad, highestLoad, ...around]) {
    if (load >= lowestLoad && load <= highestLoad) search.at(load);
    yield { done: 0, of: 0 };
  }
  const missed = [...search.at(highestLoad)].flatMap(([key, { met }]) => (met ? [] : [key]));
  const misses: TargetMiss[] = [];
  for (const [done, key] of missed.entries()) {
    for (let turn = 0; !isFound(search.bracket(key)); turn++) {
      search.at(nextLoad(search, key, turn));
      yield { done, of: missed.length };
    }
    misses.push(missOf(search, key));
  }
  misses.sort((a, b) => (a.load ?? 0) - (b.load ?? 0));
  return { ok: true, limits: { misses, order: stationLimits(model), highestLoad } };
}

function missOf(search: Search, key: string): TargetMiss {
  const load = search.bracket(key).missed;
  const { met: _met, ...miss } = search.at(load).get(key) as TargetAt;
  return { ...miss, load: load <= lowestLoad ? null : load };
}

/** Loads between which a target is first missed; 0 where it is missed at the lowest. */
interface Bracket {
  readonly met: number;
  readonly missed: number;
}

const isFound = ({ met, missed }: Bracket): boolean => met === 0 || missed / met <= 1 + foundWithin;

/**
 * The load to look at next. The inverse of a latency falls almost evenly with the load, to 0 at saturation, so the target is looked for
 * on the line between both ends, a little beside an end that it is close to; each third time in the middle.
 */
function nextLoad(search: Search, key: string, turn: number): number {
  const { met, missed } = search.bracket(key);
  const below = search.at(met).get(key);
  const above = search.at(missed).get(key);
  const middle = Math.sqrt(met * missed);
  if (below === undefined || above === undefined || turn % 3 === 2) return middle;
  const [fast, slow, wanted] = [inverse(below.actual), inverse(above.actual), 1 / below.target];
  const guess = met + ((missed - met) * (fast - wanted)) / (fast - slow);
  const beside = 1 + foundWithin * 0.9;
  return Number.isFinite(guess) ? Math.min(missed / beside, Math.max(met * beside, guess)) : middle;
}

const inverse = (figure: number | null): number => (figure === null ? 0 : 1 / figure);

interface Search {
  readonly at: (load: number) => TargetsAt;
  /** The highest load known at which a target is met below the lowest at which it is missed. */
  readonly bracket: (key: string) => Bracket;
}

function searchOf(resolved: ResolvedDesign): Search {
  const analyzer = createAnalyzer();
  const known = new Map<number, TargetsAt>();
  let idle: Analysis | null = null;
  // Headroom is the greatest rate ÷ the rate; all else is known without the limits, which take long to find.
  const limits = [resolved, ...resolved.flows].some(({ targets }) => Object.hasOwn(targets, 'headroom'));
  return {
    at(load) {
      const before = known.get(load);
      if (before !== undefined) return before;
      const result = analyzer.analyze(resolved, { load, percentiles: true, limits });
      if (result.ok) idle ??= result.analysis;
      const targets = result.ok && idle !== null ? targetsAt(result.analysis, idle) : new Map();
      known.set(load, targets);
      return targets;
    },
    bracket(key) {
      let met = 0;
      let missed = Number.POSITIVE_INFINITY;
      for (const [load, targets] of known)
        if (targets.get(key)?.met === false) missed = Math.min(missed, load);
      for (const load of known.keys()) if (load < missed) met = Math.max(met, load);
      return { met, missed };
    },
  };
}

/** The targets of all parts, with what each is missed by if it is; `idle` is the analysis at almost no load. */
function targetsAt({ flows, layers, nodes, totals }: Analysis, idle: Analysis): TargetsAt {
  const all = new Map<string, TargetAt>();
  const note = (
    part: string,
    targets: readonly TargetFigures[],
    causeOf: (of: TargetFigures) => string | null,
  ): void => {
    for (const of of targets)
      all.set(`${part} ${of.metric}`, { part, ...of, cause: of.met ? null : causeOf(of) });
  };
  const idleFlows = new Map(idle.flows.map((flow) => [flow.id, flow]));
  for (const flow of flows)
    note(flow.id, flow.targets, ({ metric, actual }) =>
      metric.endsWith('Ms') && actual !== null
        ? grownMost(flow, idleFlows.get(flow.id))
        : busiest(nodes, flow.id),
    );
  for (const layer of layers) note(`layer:${layer.id}`, layer.targets, () => layer.busiest);
  for (const node of nodes) note(node.id, node.targets, () => null);
  note('*', totals.targets, ({ metric }) => (metric === 'availability' ? busiest(nodes, null) : null));
  return all;
}

/** The node with the highest utilization, of those that a flow comes to or of all. */
function busiest(nodes: readonly NodeFigures[], flow: string | null): string | null {
  let most: NodeFigures | null = null;
  for (const node of nodes)
    if (flow === null || (node.visits[flow] ?? 0) > 0)
      if ((node.utilization ?? 0) > (most?.utilization ?? 0)) most = node;
  return most?.id ?? null;
}

/** The node whose part of a flow's mean grew most since there was almost no load. */
function grownMost({ budget }: FlowFigures, idle: FlowFigures | undefined): string | null {
  const meansMs = new Map(
    (idle?.budget ?? []).map((of) => ['node' in of ? of.node : of.edge, of.meanMs ?? 0]),
  );
  let most: { readonly node: string; readonly grownMs: number } | null = null;
  for (const share of budget) {
    if (!('node' in share) || share.meanMs === null) continue;
    const grownMs = share.meanMs - (meansMs.get(share.node) ?? 0);
    if (grownMs > (most?.grownMs ?? 0)) most = { node: share.node, grownMs };
  }
  return most?.node ?? null;
}
