import type { CallPattern } from './call-pattern';
import type { Graph } from './graph';
import { inlineHitRate, missedHitRate, nodeAt } from './visit-positions';

/** One way in which a visit can go on. */
export interface BranchOutcome {
  /** A cache has the answer, or has not; one call of several is picked, or none of them. */
  readonly kind: 'hit' | 'miss' | 'pick' | 'none';
  readonly probability: number;
  /** Ids of the edges along which is called then. */
  readonly edges: readonly string[];
}

/** What a visit decides once: the outcomes’ probabilities sum to 1. */
export interface RequestBranch {
  /** Id of the cache whose answer decides; null where one of several calls is picked. */
  readonly cache: string | null;
  readonly outcomes: readonly BranchOutcome[];
}

/** A probability below that is a rounding error. */
const leastProbability = 1e-9;

/** What a visit of a flow decides, where it is not certain: whether a cache has the answer, and which one of several calls is made. */
export function requestBranches(graph: Graph, pattern: CallPattern, visit: number): readonly RequestBranch[] {
  const { start, edges } = pattern.active;
  const calls = Array.from(edges.subarray(start[visit] as number, start[visit + 1] as number));
  const inline = inlineHitRate(graph, pattern.flow, visit);
  const isInline = graph.nodes[visit]?.behaviour === 'inline-cache';
  const decided = [
    ...(isInline ? [hitOrMiss(graph, visit, inline, calls)] : []),
    ...missBranches(graph, pattern, calls),
    ...choiceBranches(graph, pattern, calls),
  ];
  return decided.filter(({ outcomes }) => outcomes.every(isOpen));
}

/** Neither certain nor impossible. */
const isOpen = ({ probability }: BranchOutcome): boolean =>
  probability > leastProbability && probability < 1 - leastProbability;

const idsOf = (graph: Graph, calls: readonly number[]): readonly string[] =>
  calls.flatMap((call) => graph.edges[call]?.id ?? []);

const hitOrMiss = (graph: Graph, cache: number, hits: number, calls: readonly number[]): RequestBranch => ({
  cache: graph.nodes[nodeAt(graph, cache)]?.id ?? null,
  outcomes: [
    { kind: 'hit', probability: hits, edges: [] },
    { kind: 'miss', probability: 1 - hits, edges: idsOf(graph, calls) },
  ],
});

/** Calls by what is noted of them, those without a note left out. */
function groupedBy(notes: Int32Array, calls: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const call of calls) {
    const note = notes[call] as number;
    if (note < 0) continue;
    const known = groups.get(note);
    if (known === undefined) groups.set(note, [call]);
    else known.push(call);
  }
  return groups;
}

/** One for each cache that calls are made on a miss of. */
function missBranches(
  graph: Graph,
  { flow }: CallPattern,
  calls: readonly number[],
): readonly RequestBranch[] {
  const byCache = groupedBy(graph.missOf, calls);
  return [...byCache].map(([cache, of]) =>
    hitOrMiss(graph, cache, missedHitRate(graph, flow, of[0] as number), of),
  );
}

/** One for each set of calls of which one is picked. */
function choiceBranches(graph: Graph, { multipliers }: CallPattern, calls: readonly number[]) {
  const bySet = groupedBy(graph.choiceSet, calls);
  return [...bySet.values()].map((of): RequestBranch => {
    const picks = of.map(
      (call): BranchOutcome => ({
        kind: 'pick',
        probability: multipliers.share[call] as number,
        edges: idsOf(graph, [call]),
      }),
    );
    const rest = 1 - picks.reduce((sum, { probability }) => sum + probability, 0);
    return {
      cache: null,
      outcomes: rest > leastProbability ? [...picks, { kind: 'none', probability: rest, edges: [] }] : picks,
    };
  });
}
