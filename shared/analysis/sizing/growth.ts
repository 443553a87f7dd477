import type { ResolvedNode } from '../../catalog/resolved';
import type { Analysis } from '../analysis';
import { type Candidate, type Candidates, equalWithin, mostSearched } from './candidates';
import type { Shortfall } from './shortfall';
import { costOfStepsUsd, largerSteps, type Step } from './steps';

const mostSteps = 400;
/** What a step costs at least, for those that cost nothing. */
const leastUsd = 1e-3;

/**
 * Takes the step that brings the design nearest for its price, until nothing is missing or nothing helps: first what is
 * overloaded, for that nothing else can fix; then all that is known without percentiles; then those.
 */
export function grown(from: Candidate, sizes: Candidates): Candidate {
  const sure = climbed(relieved(from, sizes), sizes, withoutPercentiles);
  return climbed(sure, sizes, withPercentiles);
}

/** Gives each overloaded node what it lacks, one after the other, those that more of nothing relieves left out. */
function relieved(from: Candidate, sizes: Candidates): Candidate {
  let state = from;
  const beyond = new Set<string>();
  for (let step = 0; step < mostSteps; step++) {
    const part = state.sure.shortfalls.find((of) => isOverload(of) && !beyond.has(of.part))?.part;
    if (part === undefined) break;
    const by: Measure = (of) =>
      of.sure.shortfalls.find((s) => isOverload(s) && s.part === part)?.distance ?? 0;
    const next = bestOf(state, sizes, stepsOf(state, [part]), byItself(by), new Map());
    if (next === null) beyond.add(part);
    else state = next;
  }
  return state;
}

const isOverload = ({ metric }: Shortfall): boolean => metric === 'utilization';

/** How far off a candidate is. */
type Measure = (of: Candidate) => number;

/** How far off a candidate is, and what the next one gains on it. */
interface Aim {
  readonly distance: Measure;
  readonly gain: (state: Candidate, next: Candidate) => number;
}

const byItself = (distance: Measure): Aim => ({
  distance,
  gain: (state, next) => distance(state) - distance(next),
});

const withoutPercentiles = byItself(({ sure }) => sure.distance);

/** Percentiles are worked out only for what may have better ones. */
const withPercentiles: Aim = {
  distance: (of) => of.missing().distance,
  gain(state, next) {
    const before = state.missing().distance;
    const mayGain =
      state.sure.distance - next.sure.distance > equalWithin || isFaster(next.analysis, state.analysis);
    return mayGain && before - next.sure.distance > equalWithin ? before - next.missing().distance : 0;
  },
};

function climbed(from: Candidate, sizes: Candidates, aim: Aim): Candidate {
  let state = from;
  const rates = new Map<string, number>();
  for (let step = 0; step < mostSteps && aim.distance(state) > 0; step++) {
    const steps = stepsOf(state, worthEnlarging(state));
    const next = bestOf(state, sizes, steps, aim, rates) ?? jointStep(state, sizes, aim);
    if (next === null) break;
    state = next;
  }
  return state;
}

/** A step with what it adds to the month's cost and the name under which its rate is remembered. */
interface Priced {
  readonly step: Step;
  readonly costUsd: number;
  readonly name: string;
}

function stepsOf({ resolved, analysis }: Candidate, parts: readonly string[]): readonly Priced[] {
  const wanted = new Set(parts);
  return resolved.nodes.flatMap((node, i) => {
    if (!wanted.has(node.id)) return [];
    const figures = analysis.nodes[i];
    return largerSteps(node, figures?.utilization ?? null).map((step, place) => ({
      step,
      costUsd: Math.max(leastUsd, costOfStepsUsd(node, [step], figures?.cost?.storageUsd ?? 0)),
      name: `${node.id} ${step.size} ${place}`,
    }));
  });
}

/**
 * The candidate that comes nearest for its price. Those that came nearest the last time are tried first, and the others no
 * more once their last rate, or all that is missing for their price, is below what was found.
 */
function bestOf(
  state: Candidate,
  sizes: Candidates,
  steps: readonly Priced[],
  aim: Aim,
  rates: Map<string, number>,
): Candidate | null {
  const before = aim.distance(state);
  const mostRate = ({ name, costUsd }: Priced): number =>
    Math.min(rates.get(name) ?? Number.POSITIVE_INFINITY, before / costUsd);
  let best: Candidate | null = null;
  let bestRate = 0;
  for (const priced of steps.toSorted((a, b) => mostRate(b) - mostRate(a))) {
    if (best !== null && mostRate(priced) <= bestRate) break;
    const next = sizes.after(state, [priced.step]);
    const gain = next === null ? 0 : aim.gain(state, next);
    const rate = gain > equalWithin ? gain / priced.costUsd : 0;
    rates.set(priced.name, rate);
    if (rate <= bestRate) continue;
    bestRate = rate;
    best = next;
  }
  return best;
}

/** Shorter by less than this share of itself is no shorter. */
const shorterBy = 1e-4;

/** Whether a mean is shorter: percentiles of what is no shorter on average stay what they are. */
function isFaster(now: Analysis, before: Analysis): boolean {
  const isShorter = (a: number | null, b: number | null | undefined): boolean =>
    a !== null && (b === null || b === undefined || a < b * (1 - shorterBy));
  return (
    now.flows.some(({ meanMs }, i) => isShorter(meanMs, before.flows[i]?.meanMs)) ||
    now.nodes.some(
      ({ targets, meanMs, withCallsMeanMs }, i) =>
        targets.length > 0 &&
        (isShorter(meanMs, before.nodes[i]?.meanMs) ||
          isShorter(withCallsMeanMs, before.nodes[i]?.withCallsMeanMs)),
    )
  );
}

/** Parts that are equally busy hold each other back: one more of each of them, where no single step helps. */
function jointStep(state: Candidate, sizes: Candidates, aim: Aim): Candidate | null {
  const busiest = Math.max(0, ...state.analysis.nodes.map(({ utilization }) => utilization ?? 0));
  const isTied = (_: ResolvedNode, i: number): boolean =>
    (state.analysis.nodes[i]?.utilization ?? 0) >= busiest * (1 - 1e-6);
  const steps = state.resolved.nodes.filter(isTied).flatMap((node) => largerSteps(node, null).slice(0, 1));
  if (steps.length < 2) return null;
  const next = sizes.after(state, steps);
  return next !== null && aim.gain(state, next) > equalWithin ? next : null;
}

/** The busiest parts, those down most often and those waited for longest; all of a small design. */
function worthEnlarging({ analysis, sure }: Candidate): readonly string[] {
  const { nodes } = analysis;
  if (nodes.length <= mostSearched) return nodes.map(({ id }) => id);
  const top = (rank: (node: Analysis['nodes'][number]) => number) =>
    nodes.toSorted((a, b) => rank(b) - rank(a)).slice(0, mostSearched / 3);
  return [
    ...top((n) => n.utilization ?? 0).map(({ id }) => id),
    ...top((n) => -(n.availability ?? 1)).map(({ id }) => id),
    ...top((n) => n.waitMs ?? 0).map(({ id }) => id),
    ...sure.shortfalls.map(({ part }) => part),
  ];
}
