import type { ResolvedFlow } from '../catalog/resolved';
import { gridSize } from '../math/fourier';
import { convolve, cumulative, nothing } from '../math/lattice';
import { learnTimes, learntTime } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { counts, lagClassesOf, laggingOf, transitMsOf } from './lagging';
import { type Lags, lagOf, lagsOn } from './lags';
import { type Detail, levelReaching, percentilesOf, readerOf, stepOf } from './percentiles';
import { isRough } from './plan';
import { roundTripsOf } from './round-trips';
import type { StationState } from './station';
import type { FlowTraffic } from './traffic';

/** Until all that a request set off is done, asynchronous calls and deliveries of buffers with all behind them included; ms. */
export interface Completion {
  readonly completionMeanMs: number | null;
  readonly completionP50Ms: number | null;
  readonly completionP95Ms: number | null;
  readonly completionP99Ms: number | null;
}

/** Those figures as they are worked out. */
export interface ReadCompletion extends Completion {
  /** Whether they are coarser than others, or none, since the flow is too large. */
  readonly isBeyondBudget: boolean;
}

export const noCompletion: ReadCompletion = {
  completionMeanMs: null,
  completionP50Ms: null,
  completionP95Ms: null,
  completionP99Ms: null,
  isBeyondBudget: false,
};

/** Nodes and calls of a flow beyond which its completion is worked out where it has a target for it alone. */
const mostUnasked = 250;

/** Whether the completion of a flow is worked out that goes on. */
export const isWorkedOut = (
  { targets }: Pick<ResolvedFlow, 'targets'>,
  { traffic }: Pick<FlowTimes, 'traffic'>,
): boolean =>
  targets.completionMeanMs !== undefined ||
  targets.completionP99Ms !== undefined ||
  traffic.nodes.length + traffic.edges.length <= mostUnasked;

/** Whether a request of the flow sets something off that it does not wait for. */
export const goesOn = (graph: Graph, { traffic }: FlowTimes): boolean =>
  laggingOf(graph, traffic.pattern).lags[traffic.entry] === 1;

/** Whether nothing that a request sets off is saturated, asynchronous or not; what only watches is not asked. */
export function completes(
  graph: Graph,
  { traffic, withCallsMs }: FlowTimes,
  states: readonly StationState[],
): boolean {
  const { start, edges } = traffic.pattern.active;
  const met = new Set(traffic.entry < 0 ? [] : [traffic.entry]);
  for (const node of met) {
    if (states[node]?.saturated === true || Number.isNaN(withCallsMs[node])) return false;
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const edge = edges[i] as number;
      if (counts(graph, edge)) met.add(graph.to[edge] as number);
    }
  }
  return true;
}

const shares: readonly number[] = [0.5, 0.95, 0.99];

/** The completion of a flow that goes on and has a mean. */
export function completionOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  times: FlowTimes,
  meanMs: number,
  detail: Detail,
): ReadCompletion {
  if (detail === 'none') return { ...noCompletion, isBeyondBudget: true };
  const { traffic } = times;
  const { entry, pattern } = traffic;
  const lagging = laggingOf(graph, pattern);
  const classOf = lagClassesOf(graph, traffics).get(pattern) ?? new Int32Array();
  const levels = new Set<number>();
  const lagsAt = (level: number): Lags => {
    levels.add(level);
    return lagsOn(times.level(level), lagging, classOf);
  };
  const lagMs = meanLag(lagsAt, entry, meanMs, guessedLag(graph, times));
  const completionMeanMs = meanMs + lagMs;
  const reader = readerOf(
    (level) => {
      const lags = lagsAt(level);
      learnTimes(lags.parts, [entry]);
      return convolve(learntTime(lags.parts, entry) ?? nothing, lagOf(lags, entry));
    },
    completionMeanMs,
    detail,
  );
  const [completionP50Ms = null, completionP95Ms = null, completionP99Ms = null] = percentilesOf(
    reader.quantile,
    shares,
  );
  const isUnsettled = [...levels].some((level) => lagsAt(level).known.unsettled.size > 0);
  const isBeyondBudget =
    detail !== 'fine' ||
    isUnsettled ||
    traffic.nodes.some((node) => lagging.lags[node] === 1 && isRough(lagging.plan(node)));
  return { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms, isBeyondBudget };
}

/** Times the mean up to which the first grid reaches. */
const usualReach = 7;
/** Share of the mean that lies beyond a grid up to which it is worked out from how the distribution ends. */
const smallTail = 0.01;
const mostLevels = 30;
/** Cells over which it is seen how fast a distribution ends. */
const tailCells = 64;

/** ∫ P(lag > t) dt, each stretch of time on the finest grid that reaches it. */
function meanLag(lagsAt: (level: number) => Lags, entry: number, meanMs: number, guessMs: number): number {
  const from = (first: number): number => {
    let lagMs = 0;
    let reachedMs = 0;
    let before = 1;
    for (let level = first; level < first + mostLevels; level++) {
      const stepMs = stepOf(level);
      const lag = lagOf(lagsAt(level), entry);
      if (level === first) lagMs = lag.shiftMs;
      if (lag.spectrum === null) break;
      const below = cumulative(lag);
      const start = level === first ? 0 : Math.max(0, Math.round((reachedMs - lag.shiftMs) / stepMs));
      const beyond = Math.max(0, 1 - (below[gridSize - 1] as number));
      // A grid that reaches further and has no less beyond it shows rounding.
      if (level > first && beyond >= before) break;
      before = beyond;
      for (let k = start; k < gridSize; k++) lagMs += Math.max(0, 1 - (below[k] as number)) * stepMs;
      reachedMs = lag.shiftMs + gridSize * stepMs;
      if (beyond * reachedMs < smallTail * (meanMs + lagMs)) return lagMs + tailMs(below, beyond, stepMs);
    }
    return lagMs;
  };
  const guessed = levelReaching(usualReach * (meanMs + guessMs || 1));
  const lagMs = from(guessed);
  const first = levelReaching(usualReach * (meanMs + lagMs));
  return first < guessed ? from(first) : lagMs;
}

/** A share that rounding alone may leave at the end of a grid. */
const roundedShare = 1e-7;

/** What an exponential tail adds beyond a grid that ends as its last cells do. */
function tailMs(below: Float64Array, beyond: number, stepMs: number): number {
  const before = 1 - (below[gridSize - 1 - tailCells] as number);
  if (beyond < roundedShare || before <= beyond) return 0;
  // As much as the grid once more at the most: a slope that is hardly one is rounding.
  return beyond * stepMs * Math.min(gridSize, tailCells / Math.log(before / beyond));
}

const mostTurns = 16;

/** A lag of about the size of the mean one, from which its grid is chosen: the longest that is set off, as if nothing covered it. */
function guessedLag(graph: Graph, { traffic, withCallsMs }: FlowTimes): number {
  const { active, components, multipliers } = traffic.pattern;
  const { start, edges } = active;
  const tripsMs = roundTripsOf(graph, traffic.flow);
  const lagMs = new Float64Array(graph.nodes.length);
  const guess = (node: number): void => {
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const edge = edges[i] as number;
      const to = graph.to[edge] as number;
      if (!counts(graph, edge)) continue;
      const afterMs =
        graph.sync[edge] === 1
          ? 0
          : transitMsOf(graph, edge) + (tripsMs[edge] as number) + (withCallsMs[to] as number);
      const chance = Math.min(1, multipliers.calls[edge] as number);
      lagMs[node] = Math.max(lagMs[node] as number, chance * (afterMs + (lagMs[to] as number)));
    }
  };
  // Within a loop callees are not before their callers.
  for (const members of components)
    for (let turn = 0; turn < Math.min(members.length, mostTurns); turn++)
      for (const node of members) guess(node);
  return lagMs[traffic.entry] as number;
}
