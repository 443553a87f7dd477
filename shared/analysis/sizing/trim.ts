import { type Candidate, type Candidates, equalWithin, isBetter, maybeBetter } from './candidates';
import { type Shortfall, targetedParts } from './shortfall';
import { costOfStepsUsd, largerSteps, resizings, type Step, smallerSteps } from './steps';

const mostSteps = 400;

/** Gives back what is not needed and exchanges one size for another as long as that is cheaper and no worse. */
export function trimmed(from: Candidate, sizes: Candidates): Candidate {
  let state = from;
  const refused = new Set<string>();
  for (let step = 0; step < mostSteps; step++) {
    const next =
      descended(state, sizes, refused) ?? firstBetter(state, sizes, lessOf(state)) ?? exchanged(state, sizes);
    if (next === null) break;
    state = next;
  }
  return state;
}

interface Priced {
  readonly steps: readonly Step[];
  readonly costUsd: number;
}

/** Nodes cost each by itself, the steps of one together. */
function priced({ resolved, analysis }: Candidate, steps: readonly Step[]): Priced {
  let costUsd = 0;
  resolved.nodes.forEach((node, i) => {
    const own = steps.filter((step) => step.node === node.id);
    if (own.length > 0) costUsd += costOfStepsUsd(node, own, analysis.nodes[i]?.cost?.storageUsd ?? 0);
  });
  return { steps, costUsd };
}

const lessOf = (state: Candidate): readonly Priced[] =>
  state.resolved.nodes.flatMap(smallerSteps).map((step) => priced(state, [step]));

/** The first that is better, from the one that saves most on. */
function firstBetter(state: Candidate, sizes: Candidates, options: readonly Priced[]): Candidate | null {
  for (const { steps } of options.toSorted((a, b) => a.costUsd - b.costUsd)) {
    const next = sizes.after(state, steps);
    if (next !== null && isBetter(next, state)) return next;
  }
  return null;
}

const keyOf = ({ steps }: Priced): string =>
  steps.map(({ node, size, value }) => `${node} ${size} ${value}`).join();

/**
 * As much less as the figures without percentiles allow, the step that saves most first; then back to the last size of which
 * the percentiles are no worse either, found by halving. Steps that were `refused` are not tried again.
 */
function descended(from: Candidate, sizes: Candidates, refused: Set<string>): Candidate | null {
  const path: { readonly candidate: Candidate; readonly key: string }[] = [];
  for (let state = from; path.length < mostSteps; ) {
    const next = lessWithoutPercentiles(from, state, sizes, refused);
    if (next === null) break;
    path.push(next);
    state = next.candidate;
  }
  let good = 0;
  let bad = path.length + 1;
  // The end of the path first: most often it holds.
  for (let at = path.length; good < bad - 1; at = Math.floor((good + bad) / 2)) {
    const reached = path[at - 1];
    if (reached !== undefined && isBetter(reached.candidate, from)) good = at;
    else bad = at;
  }
  const over = path[good];
  if (over !== undefined) refused.add(over.key);
  return path[good - 1]?.candidate ?? null;
}

function lessWithoutPercentiles(from: Candidate, state: Candidate, sizes: Candidates, refused: Set<string>) {
  for (const option of lessOf(state).toSorted((a, b) => a.costUsd - b.costUsd)) {
    const key = keyOf(option);
    if (refused.has(key)) continue;
    const candidate = sizes.after(state, option.steps);
    const isLess = candidate !== null && candidate.costUsd < state.costUsd - equalWithin;
    if (isLess && maybeBetter(candidate, from)) return { candidate, key };
    refused.add(key);
  }
  return null;
}

/** Designs of more parts are not searched for exchanges, which cost a square of the parts. */
const mostExchanged = 12;

/** One size less for another more, or the servers of a node for larger or smaller ones: what saves most. */
function exchanged(state: Candidate, sizes: Candidates): Candidate | null {
  const { nodes } = state.resolved;
  if (nodes.length > mostExchanged) return null;
  const larger = nodes.flatMap((node) => largerSteps(node, null));
  const pairs = nodes.flatMap(smallerSteps).flatMap((less) => {
    const lacking = newlyMissing(state, sizes.after(state, [less]));
    const mayBe = (more: Step): boolean =>
      more.node === less.node
        ? more.size !== less.size
        : lacking.every((of) => mayFix(of, state, () => sizes.after(state, [more])));
    return larger
      .map((more) => ({ more, pair: priced(state, [less, more]) }))
      .filter(({ more, pair }) => pair.costUsd < -equalWithin && mayBe(more))
      .map(({ pair }) => pair);
  });
  const resized = nodes.flatMap((node, i) => resizings(node, busyOf(state, i)));
  return firstBetter(state, sizes, [...pairs, ...resized.map((steps) => priced(state, steps))]);
}

/** What arrives at a node as a multiple of its capacity. */
function busyOf({ analysis }: Candidate, node: number): number {
  const { offeredRps = null, capacityRps = null } = analysis.nodes[node] ?? {};
  return offeredRps === null || capacityRps === null || capacityRps <= 0 ? 0 : offeredRps / capacityRps;
}

function newlyMissing(state: Candidate, less: Candidate | null): readonly Shortfall[] {
  const before = new Set(state.sure.shortfalls.map(({ part, metric }) => `${part} ${metric}`));
  return less?.sure.shortfalls.filter(({ part, metric }) => !before.has(`${part} ${metric}`)) ?? [];
}

/** What a node lacks by itself, whatever the others have. */
const ofOneNode: ReadonlySet<string> = new Set([
  'utilization',
  'maxUtilization',
  'memoryUtilization',
  'headroom',
]);

/**
 * Whether more of another node may make up for what less of one lacks. Parts of which all are needed add their unavailability up,
 * parts of which one is enough multiply it: if what the other node multiplies it by is not enough, nothing else is.
 */
function mayFix(
  { part, metric, target, actual }: Shortfall,
  state: Candidate,
  more: () => Candidate | null,
): boolean {
  if (ofOneNode.has(metric)) return false;
  if (metric !== 'availability' || actual === null) return true;
  const before = availabilityOf(state, part);
  const after = availabilityOf(more(), part);
  if (before === null || after === null || before >= 1) return true;
  return (1 - actual) * ((1 - after) / (1 - before)) <= (1 - target) * (1 + 1e-6);
}

function availabilityOf(of: Candidate | null, part: string): number | null {
  const targets = of === null ? [] : targetedParts(of.analysis).find(({ id }) => id === part)?.targets;
  return targets?.find(({ metric }) => metric === 'availability')?.actual ?? null;
}
