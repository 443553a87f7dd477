import { apart } from '../../math/disjoint-sets';
import type { CallPattern } from '../call-pattern';
import { leavesOf, mostLeaves } from '../draw-tree';
import type { Graph } from '../graph';
import { missedHitRate } from '../visit-positions';
import { fallbacksOf } from './fallbacks';
import { checksDependencies, type HealthCheck, healthCheckOf } from './health-check';
import { type Draws, drawsOf, isWaitedFor } from './visit-draws';
import type { CallPart, Outcome, VisitPart, VisitParts } from './visit-part';

interface Candidate {
  readonly edge: number;
  readonly cache: number;
  /** Of the cache that it is on a miss of. */
  readonly hitRate: number;
  readonly set: number;
  /** False where the visit does without the call, but not without a callee to pick. */
  readonly isNeeded: boolean;
}

interface Surroundings {
  readonly graph: Graph;
  readonly pattern: CallPattern;
  readonly node: number;
  readonly carried: readonly number[];
  readonly draws: Draws;
  /** Health checks by callee. */
  readonly checks: Map<number, HealthCheck>;
  isRough: boolean;
}

/**
 * The parts of one visit of `node` on which its success depends: synchronous calls that are not optional. `carries` is 1 for
 * the edges that let the flows of the pattern through.
 */
export function visitPartsOf(
  graph: Graph,
  pattern: CallPattern,
  node: number,
  carries: Uint8Array,
): VisitParts {
  const { start, edges } = graph.outgoing;
  const end = start[node + 1] as number;
  let isPlain = true;
  let isWhole = true;
  for (let i = start[node] as number; i < end; i++) {
    const edge = edges[i] as number;
    if (carries[edge] === 0) isWhole = false;
    else isPlain &&= graph.missOf[edge] === -1 && graph.choiceSet[edge] === -1;
  }
  if (isPlain && isWhole) return wholeParts(graph, pattern.flow, node);
  const carried = [...edges.subarray(start[node] as number, end)].filter((edge) => carries[edge] === 1);
  return isPlain
    ? plainParts(graph, pattern.flow, carried)
    : drawnParts({
        graph,
        pattern,
        node,
        carried,
        draws: drawsOf(graph, carried, failsOver(graph, node)),
        checks: new Map(),
        isRough: false,
      });
}

const noParts: VisitParts = [];

const callPart = (graph: Graph, flow: number, edge: number): CallPart => ({
  kind: 'call',
  edge,
  to: graph.to[edge] as number,
  mean: graph.edges[edge]?.calls ?? 0,
  fallbacks: fallbacksOf(graph, flow, edge).map((of) => ({ edge: of, to: graph.to[of] as number })),
});

/** Parts of visits that take every call of their node, none of which has a fallback or depends on a draw: patterns of calls share them. */
const known = new WeakMap<Graph, (VisitParts | undefined)[]>();

function wholeParts(graph: Graph, flow: number, node: number): VisitParts {
  const ofGraph = known.get(graph) ?? new Array<VisitParts | undefined>(graph.nodes.length).fill(undefined);
  known.set(graph, ofGraph);
  const { start, edges } = graph.outgoing;
  const parts =
    ofGraph[node] ??
    plainParts(graph, flow, edges.subarray(start[node] as number, start[node + 1] as number));
  ofGraph[node] = parts;
  return parts;
}

/** Parts where no call depends on a draw. */
function plainParts(graph: Graph, flow: number, carried: ArrayLike<number>): VisitParts {
  if (carried.length === 0) return noParts;
  const parts: VisitPart[] = [];
  for (let i = 0; i < carried.length; i++) {
    const edge = carried[i] as number;
    if (isWaitedFor(graph, edge)) parts.push(callPart(graph, flow, edge));
  }
  return parts;
}

/** Parts of visits of which not all that calls share is distinguished. */
const rough = new WeakSet<VisitParts>();

/** Whether the parts of a visit take draws that its calls share for independent, since they are too many. */
export const isRough = (parts: VisitParts): boolean => rough.has(parts);

function drawnParts(around: Surroundings): VisitParts {
  const parts = partsOf(around, candidatesOf(around));
  if (around.isRough) rough.add(parts);
  return parts;
}

function candidatesOf(around: Surroundings): readonly Candidate[] {
  const { graph, carried } = around;
  return carried.flatMap((edge): readonly Candidate[] => {
    const set = graph.choiceSet[edge] as number;
    const isNeeded = isWaitedFor(graph, edge);
    if (!isNeeded && !isOnlyPicked(around, set, edge)) return [];
    if (set >= 0 && graph.edges[edge]?.weight === 0) return [];
    const cache = graph.missOf[edge] as number;
    const hitRate = missedHitRate(graph, around.pattern.flow, edge);
    if (hitRate === 1 && !isSoft(around, cache))
      return pickOnly(around, { edge, cache: -1, hitRate: 0, set, isNeeded });
    const isPicked = !isNeeded || !isForced(around, set, edge);
    return [{ edge, cache: hitRate > 0 ? cache : -1, hitRate, set: isPicked ? set : -1, isNeeded }];
  });
}

/** What is left of a call that is not made: the pick of its callee, without which a visit of what fails over fails. */
const pickOnly = (around: Surroundings, candidate: Candidate): readonly Candidate[] =>
  candidate.set >= 0 && failsOver(around.graph, around.node)
    ? [{ ...candidate, cache: -1, isNeeded: false }]
    : [];

/** Whether the visit does without the cache: every call of it is optional. */
const isSoft = ({ draws }: Surroundings, cache: number): boolean => draws.soft.get(cache) === true;

const choicesOf = ({ draws }: Surroundings, set: number): readonly number[] => draws.choices.get(set) ?? [];

/** Whether an optional call that is waited for is of a failover set in which all are: with no callee up the visit fails. */
function isOnlyPicked(around: Surroundings, set: number, edge: number): boolean {
  const { graph } = around;
  const of = graph.edges[edge];
  if (set < 0 || of?.optional !== true || graph.sync[edge] !== 1 || of.calls === 0) return false;
  return failsOver(around.graph, around.node) && !around.draws.needed.has(set);
}

function failsOver(graph: Graph, node: number): boolean {
  const of = graph.nodes[node];
  return of?.behaviour === 'distributor' && of.config.failover;
}

/**
 * Whether a choice is none: one edge alone, of which a call that is certain fails just as the pick would. Where the callee is out
 * nothing is called, so that no fallback is tried; nor does a call fail wherever what is behind its callee is down.
 */
function isForced(around: Surroundings, set: number, edge: number): boolean {
  if (set < 0) return true;
  const { graph, node, pattern } = around;
  const choices = choicesOf(around, set);
  if (choices.length !== 1) return false;
  if (!failsOver(around.graph, around.node)) return true;
  const isCertain = (graph.edges[edge]?.calls ?? 0) >= 1 && graph.missOf[edge] === -1;
  return (
    isCertain &&
    fallbacksOf(graph, pattern.flow, edge).length === 0 &&
    !checksDependencies(graph, node, choices)
  );
}

function partsOf(around: Surroundings, candidates: readonly Candidate[]): VisitParts {
  return linkedGroups(candidates, true).flatMap((group) =>
    isEntangled(around, group)
      ? linkedGroups(group, false).flatMap((of) => apartOf(around, of))
      : listOf(partOf(around, group)),
  );
}

const listOf = (part: VisitPart | null): VisitParts => (part === null ? noParts : [part]);

/** Whether calls of a group depend on so many draws that their outcomes, which multiply, are too many to be listed. */
function isEntangled(around: Surroundings, group: readonly Candidate[]): boolean {
  if (group.length < 2) return false;
  const caches = new Set<number>();
  const sets = new Map<number, number>();
  for (const { cache, set } of group) {
    if (cache >= 0) caches.add(cache);
    if (set >= 0) sets.set(set, (sets.get(set) ?? 0) + 1);
  }
  const picks = [...sets].map(([set, members]) => ({ outcomes: choicesOf(around, set).length, members }));
  return leavesOf(group.length, caches.size, picks) > mostLeaves;
}

/** The parts of an entangled group, each call drawing the hits of its cache for itself; callees are picked once for all. */
function apartOf(around: Surroundings, group: readonly Candidate[]): VisitParts {
  around.isRough = true;
  const set = group[0]?.set ?? -1;
  return listOf(set >= 0 ? pickOf(around, set, group) : partOf(around, group));
}

/** Candidates that depend on the same pick, or where `byCaches` on the hits of the same cache, or on one that links two. */
function linkedGroups(
  candidates: readonly Candidate[],
  byCaches: boolean,
): readonly (readonly Candidate[])[] {
  if (candidates.length < 2) return candidates.length === 0 ? [] : [candidates];
  const joined = apart(candidates.length);
  const firsts = { cache: new Map<number, number>(), set: new Map<number, number>() };
  const link = (first: Map<number, number>, draw: number, i: number): void => {
    if (draw < 0) return;
    const other = first.get(draw);
    if (other === undefined) first.set(draw, i);
    else joined.join(other, i);
  };
  candidates.forEach(({ cache, set }, i) => {
    if (byCaches) link(firsts.cache, cache, i);
    link(firsts.set, set, i);
  });
  return joined.groups().map((members) => members.map((i) => candidates[i] as Candidate));
}

function partOf(around: Surroundings, group: readonly Candidate[]): VisitPart | null {
  const { cache = -1, hitRate = 0 } = group.find((candidate) => candidate.cache >= 0) ?? {};
  if (cache >= 0)
    return {
      kind: 'miss',
      cache,
      hitRate,
      soft: isSoft(around, cache),
      missed: partsOf(
        around,
        group.map((candidate) => (candidate.cache === cache ? { ...candidate, cache: -1 } : candidate)),
      ),
      hit: partsOf(
        around,
        group.flatMap((candidate) => (candidate.cache === cache ? pickOnly(around, candidate) : [candidate])),
      ),
    };
  const { edge = -1, set = -1, isNeeded = false } = group[0] ?? {};
  if (set >= 0) return pickOf(around, set, group);
  return isNeeded ? callPart(around.graph, around.pattern.flow, edge) : null;
}

function pickOf(around: Surroundings, set: number, group: readonly Candidate[]): VisitPart {
  const { graph, pattern } = around;
  const others = group.filter((candidate) => candidate.set !== set);
  const picked = new Map<number, Candidate[]>();
  for (const candidate of group) {
    const same = picked.get(candidate.edge);
    if (same === undefined) picked.set(candidate.edge, [candidate]);
    else same.push(candidate);
  }
  const choices = choicesOf(around, set);
  const failover = failsOver(around.graph, around.node);
  const isDeep = failover && checksDependencies(graph, around.node, choices);
  const outcomes = choices.map((edge): Outcome => {
    const own = picked.get(edge) ?? [];
    const share = pattern.multipliers.share[edge] as number;
    return {
      edge,
      to: graph.to[edge] as number,
      weight: graph.edges[edge]?.weight ?? 0,
      share,
      local: share > 0,
      check: isDeep ? checkOf(around, graph.to[edge] as number) : null,
      parts: partsOf(around, [...own.map((candidate) => ({ ...candidate, set: -1 })), ...others]),
    };
  });
  const prefers = outcomes.some(({ local }) => local) && outcomes.some(({ local }) => !local);
  return { kind: 'pick', failover, prefers, outcomes };
}

function checkOf({ graph, pattern, checks }: Surroundings, callee: number): HealthCheck {
  const check = checks.get(callee) ?? healthCheckOf(graph, pattern, callee);
  checks.set(callee, check);
  return check;
}
