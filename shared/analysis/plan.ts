import type { Adjacency } from '../math/components';
import { apart } from '../math/disjoint-sets';
import type { CallPattern } from './call-pattern';
import { leavesOf, mostLeaves } from './draw-tree';
import type { Graph } from './graph';
import { missedHitRate } from './visit-positions';

/** A synchronous call of a visit, made with `probability`: `whole` times, and once more with probability `fraction`. */
export interface Call {
  readonly edge: number;
  readonly probability: number;
  readonly whole: number;
  readonly fraction: number;
}

/** Calls that run in parallel, or one of several further plans, each with its probability (they sum to 1). */
export type PlanPart =
  | { readonly kind: 'step'; readonly calls: readonly Call[] }
  | {
      readonly kind: 'pick';
      readonly outcomes: readonly { readonly probability: number; readonly plan: Plan }[];
    };

/** Parts that are independent of each other and run one after the other. */
export type Plan = readonly PlanPart[];

/** What a visit draws once and several of its calls depend on: a cache's hit or miss, the pick of a choice set. */
type Draw = { readonly kind: 'miss'; readonly probability: number } | { readonly kind: 'pick' };

interface Candidate {
  readonly edge: number;
  readonly step: number;
  readonly mean: number;
  /** Draws it depends on, with the probability that they let it run. */
  readonly draws: readonly { readonly draw: Draw; readonly probability: number }[];
}

/**
 * The synchronous calls of one visit of `node` (of a miss, where the node is an inline cache), conditioned on
 * every draw that two or more of them share, so that calls of different parts are independent.
 */
export const planOf = (graph: Graph, pattern: CallPattern, node: number): Plan =>
  planFor(candidatesOf(graph, pattern, node, pattern.waited), { isRough: false, isOrdered: false });

/**
 * The same of those calls that are `taken`, waited for or not, with its parts in order: the steps of one are before all steps of
 * the next.
 */
export const orderedPlanOf = (
  graph: Graph,
  pattern: CallPattern,
  node: number,
  taken: (edge: number) => boolean,
): Plan =>
  planFor(
    candidatesOf(graph, pattern, node, pattern.active).filter(({ edge }) => taken(edge)),
    { isRough: false, isOrdered: true },
  );

function candidatesOf(
  graph: Graph,
  pattern: CallPattern,
  node: number,
  { start, edges }: Adjacency,
): readonly Candidate[] {
  const { share } = pattern.multipliers;
  const draws = new Map<string, Draw>();
  const drawOf = (key: string, draw: Draw): Draw => {
    const known = draws.get(key);
    if (known !== undefined) return known;
    draws.set(key, draw);
    return draw;
  };
  const candidates: Candidate[] = [];
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    const of = graph.edges[edge];
    if (of === undefined) continue;
    const depends: { draw: Draw; probability: number }[] = [];
    const cache = graph.missOf[edge] as number;
    const missed = cache < 0 ? 1 : 1 - missedHitRate(graph, pattern.flow, edge);
    if (missed < 1)
      depends.push({
        draw: drawOf(`miss ${cache}`, { kind: 'miss', probability: missed }),
        probability: missed,
      });
    const picked = share[edge] as number;
    if (picked < 1)
      depends.push({ draw: drawOf(`pick ${graph.choiceSet[edge]}`, { kind: 'pick' }), probability: picked });
    candidates.push({ edge, step: of.step, mean: of.calls, draws: depends });
  }
  return candidates;
}

/** Plans in which draws that calls share are taken for independent. */
const rough = new WeakSet<Plan>();

/** Whether a plan takes draws that its calls share for independent, since their outcomes are too many to be listed. */
export const isRough = (plan: Plan): boolean => rough.has(plan);

function planFor(candidates: readonly Candidate[], progress: Progress): Plan {
  const plan = partsOf(candidates, progress);
  if (progress.isRough) rough.add(plan);
  return plan;
}

interface Progress {
  isRough: boolean;
  readonly isOrdered: boolean;
}

/** Leaves of a plan whose parts are in order, each of which takes as long as a hundred of another. */
const mostOrderedLeaves = 10_000;

function partsOf(candidates: readonly Candidate[], progress: Progress): Plan {
  if (candidates.length === 0) return [];
  // No draw is shared by one call alone.
  if (candidates.length === 1) return [{ kind: 'step', calls: candidates.map(callOf) }];
  const uses = new Map<Draw, number>();
  for (const { draws } of candidates) for (const { draw } of draws) uses.set(draw, (uses.get(draw) ?? 0) + 1);
  const isShared = (draw: Draw) => (uses.get(draw) ?? 0) > 1;
  return groupsOf(candidates, isShared, progress).flatMap((group) => {
    if (!isEntangled(group, isShared, progress)) return [partOf(group, isShared, progress)];
    progress.isRough = true;
    const isNone = () => false;
    return groupsOf(group, isNone, progress).map((of) => partOf(of, isNone, progress));
  });
}

function isEntangled(
  group: readonly Candidate[],
  isShared: (draw: Draw) => boolean,
  { isOrdered }: Progress,
): boolean {
  if (group.length < 2) return false;
  const members = new Map<Draw, number>();
  for (const { draws } of group)
    for (const { draw } of draws) if (isShared(draw)) members.set(draw, (members.get(draw) ?? 0) + 1);
  if (members.size === 0) return false;
  const picks = [...members].filter(([{ kind }]) => kind === 'pick');
  const misses = members.size - picks.length;
  const shared = picks.map(([, count]) => ({ outcomes: count + 1, members: count }));
  return leavesOf(group.length, misses, shared) > (isOrdered ? mostOrderedLeaves : mostLeaves);
}

/**
 * Candidates that run in one step or depend on one draw belong together, and in order those of steps between them too; groups in
 * the order of their first step.
 */
function groupsOf(
  candidates: readonly Candidate[],
  isShared: (draw: Draw) => boolean,
  { isOrdered }: Progress,
): readonly (readonly Candidate[])[] {
  const joined = apart(candidates.length);
  const first = new Map<Draw | number, number>();
  const join = (key: Draw | number, i: number): void => {
    const other = first.get(key);
    if (other === undefined) first.set(key, i);
    else joined.join(other, i);
  };
  candidates.forEach(({ step, draws }, i) => {
    join(step, i);
    for (const { draw } of draws) if (isShared(draw)) join(draw, i);
  });
  const groups = joined.groups().map((members) => members.map((i) => candidates[i] as Candidate));
  return isOrdered ? apartInSteps(groups) : groups;
}

/** Groups, each by rising steps, of which those that run into one another are one. */
function apartInSteps(groups: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  const firstOf = (group: readonly Candidate[]): number => group[0]?.step ?? 0;
  const lastOf = (group: readonly Candidate[]): number => group.at(-1)?.step ?? 0;
  const all: { last: number; readonly members: Candidate[] }[] = [];
  for (const group of [...groups].sort((a, b) => firstOf(a) - firstOf(b))) {
    const before = all.at(-1);
    if (before === undefined || before.last < firstOf(group)) {
      all.push({ last: lastOf(group), members: [...group] });
      continue;
    }
    before.last = Math.max(before.last, lastOf(group));
    for (const candidate of group) before.members.push(candidate);
  }
  return all.map(({ members }) => inOrder(members));
}

function partOf(
  group: readonly Candidate[],
  isShared: (draw: Draw) => boolean,
  progress: Progress,
): PlanPart {
  const shared = group.flatMap(({ draws }) => draws.map(({ draw }) => draw).filter(isShared));
  const draw = shared.find(({ kind }) => kind === 'miss') ?? shared[0];
  if (draw === undefined) return { kind: 'step', calls: group.map(callOf) };
  const dependent = group.filter(({ draws }) => draws.some((of) => of.draw === draw));
  const others = group.filter(({ draws }) => !draws.some((of) => of.draw === draw));
  const decided = dependent.map((candidate) => ({
    ...candidate,
    draws: candidate.draws.filter((of) => of.draw !== draw),
  }));
  if (draw.kind === 'miss')
    return {
      kind: 'pick',
      outcomes: [
        { probability: draw.probability, plan: partsOf(inOrder([...decided, ...others]), progress) },
        { probability: 1 - draw.probability, plan: partsOf(others, progress) },
      ],
    };
  const outcomes = dependent.map((candidate, i) => ({
    probability: candidate.draws.find((of) => of.draw === draw)?.probability ?? 0,
    plan: partsOf(inOrder([...decided.slice(i, i + 1), ...others]), progress),
  }));
  const rest = 1 - outcomes.reduce((sum, { probability }) => sum + probability, 0);
  return {
    kind: 'pick',
    outcomes: rest > 1e-12 ? [...outcomes, { probability: rest, plan: partsOf(others, progress) }] : outcomes,
  };
}

const inOrder = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.length < 2 ? candidates : [...candidates].sort((a, b) => a.step - b.step || a.edge - b.edge);

function callOf({ edge, mean, draws }: Candidate): Call {
  const whole = Math.floor(mean);
  const probability = draws.reduce((product, of) => product * of.probability, 1);
  return { edge, probability, whole, fraction: mean - whole };
}

/** Whether two calls of the plan can run at the same time. */
export const hasParallelCalls = (plan: Plan): boolean =>
  plan.some((part) =>
    part.kind === 'step'
      ? part.calls.length > 1
      : part.outcomes.some((outcome) => hasParallelCalls(outcome.plan)),
  );

/** Whether two synchronous edges of one node name the same step, which is what a parallel call needs at the least. */
export function sharesStep(graph: Graph, { waited }: CallPattern, node: number): boolean {
  const { start, edges } = waited;
  let last: number | undefined;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const step = graph.edges[edges[i] as number]?.step;
    if (step === last) return true;
    last = step;
  }
  return false;
}
