import { resolve } from '../catalog/resolve';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Change } from '../model/changes';
import { type Design, nodesOf } from '../model/schema';
import type { Analysis, AnalysisError } from './analysis';
import { analyze } from './analyze';
import { type Shortfall, shortfallsOf, totalDistance } from './shortfall';
import { largerSteps, type Step, smallerSteps, withSteps } from './size-steps';

/** Why a target cannot be met by size alone. */
export type UnmetReason =
  /** The figure does not get better with more servers: it is what services, round trips and other parts take. */
  | 'floor'
  /** What remains is down for other reasons than too few servers: zones, regions, what a provider runs. */
  | 'ceiling'
  /** The cheapest size that meets everything else costs more. */
  | 'budget'
  /** How data is copied and backed up decides it, not how many servers there are. */
  | 'recovery'
  /** A provider runs it, or the largest server that exists is too small. */
  | 'limit';

export interface Unmet extends Omit<Shortfall, 'distance'> {
  readonly reason: UnmetReason;
}

/** The sizes found: what to change, the design so changed, and what even that does not meet. */
export interface Sizing {
  readonly changes: readonly Change[];
  readonly design: Design;
  readonly monthlyCostUsd: number | null;
  readonly unmet: readonly Unmet[];
}

export type SizeResult =
  | { readonly ok: true; readonly sizing: Sizing }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

interface State {
  readonly design: Design;
  readonly resolved: ResolvedDesign;
  readonly analysis: Analysis;
  readonly shortfalls: readonly Shortfall[];
  readonly distance: number;
  readonly costUsd: number;
}

const mostSteps = 400;
/** Distances and dollars that differ by less are equal: nobody pays for a target that is out of reach to come a hair nearer. */
const equalWithin = 1e-4;

/**
 * The cheapest replicas, scaleUp, shards, replicas of a shard and partitions that meet every target and saturate nothing.
 * Greedy: from one of everything, the step that brings most nearer for its price until all is met or nothing helps; then
 * whatever can be given back or exchanged for something cheaper is. Targets that remain missed are named with the reason.
 */
export function size(design: Design): SizeResult {
  const start = stateOf(design);
  if (start === null) {
    const failed = analyze(resolve(design), { percentiles: false });
    return { ok: false, errors: failed.ok ? [] : failed.errors };
  }
  const isSmall = start.resolved.nodes.length <= mostSearched;
  const smallest = isSmall ? stateOf(withSteps(design, start.resolved.nodes.flatMap(oneOfEach))) : null;
  const found = [...(smallest === null ? [] : [smallest]), start].map((from) => trimmed(grown(from)));
  const best = found.reduce((a, b) => (isBetter(b, a) ? b : a));
  const final = withPartitions(best);
  return { ok: true, sizing: sizingOf(design, final) };
}

const oneOfEach = (node: ResolvedDesign['nodes'][number]): readonly Step[] =>
  [...new Set(smallerSteps(node).map((step) => step.size))].map((of) => ({
    node: node.id,
    size: of,
    value: 1,
  }));

function stateOf(design: Design): State | null {
  const resolved = resolve(design);
  const percentiles = asksForPercentiles(resolved);
  const result = analyze(resolved, { percentiles });
  if (!result.ok) return null;
  const shortfalls = shortfallsOf(result.analysis);
  return {
    design,
    resolved,
    analysis: result.analysis,
    shortfalls,
    distance: totalDistance(shortfalls),
    costUsd: result.analysis.totals.monthlyCostUsd ?? 0,
  };
}

function asksForPercentiles({ flows, nodes, targets }: ResolvedDesign): boolean {
  const all = [
    ...flows.map((flow) => flow.targets),
    ...nodes.map((node) => node.targets),
    targets,
    ...Object.values(targets.layers ?? {}),
  ];
  return all.some((of) => Object.keys(of).some((metric) => /^p\d|P99/.test(metric)));
}

function isBetter(a: State, b: State): boolean {
  if (a.shortfalls.length !== b.shortfalls.length) return a.shortfalls.length < b.shortfalls.length;
  if (Math.abs(a.distance - b.distance) > equalWithin) return a.distance < b.distance;
  return a.costUsd < b.costUsd - equalWithin;
}

/** Takes the step that brings the design nearest for its price, until nothing is missing or nothing helps. */
function grown(from: State): State {
  let state = from;
  for (let step = 0; step < mostSteps && state.distance > 0; step++) {
    const next = bestStep(state);
    if (next === null) break;
    state = next;
  }
  return state;
}

function bestStep(state: State): State | null {
  let best: State | null = null;
  let bestRate = 0;
  const useOf = new Map(state.analysis.nodes.map(({ id, utilization }) => [id, utilization]));
  for (const node of worthEnlarging(state))
    for (const step of largerSteps(node, useOf.get(node.id) ?? null)) {
      const next = stateOf(withSteps(state.design, [step]));
      if (next === null) continue;
      const gain = state.distance - next.distance;
      if (gain <= equalWithin) continue;
      const rate = gain / Math.max(1e-3, next.costUsd - state.costUsd);
      if (rate > bestRate) {
        bestRate = rate;
        best = next;
      }
    }
  return best ?? jointStep(state);
}

/** Parts that are equally busy hold each other back: one more of each of them, where no single step helps. */
function jointStep(state: State): State | null {
  const busiest = Math.max(0, ...state.analysis.nodes.map(({ utilization }) => utilization ?? 0));
  const tied = new Set(
    state.analysis.nodes
      .filter(({ utilization }) => (utilization ?? 0) >= busiest * (1 - 1e-6))
      .map(({ id }) => id),
  );
  const steps = state.resolved.nodes
    .filter(({ id }) => tied.has(id))
    .flatMap((node) => largerSteps(node, null).slice(0, 1));
  if (steps.length < 2) return null;
  const next = stateOf(withSteps(state.design, steps));
  return next !== null && state.distance - next.distance > equalWithin ? next : null;
}

/** Designs of more parts are searched only where it is likeliest to help, and grow from what they are. */
const mostSearched = 24;

/** The busiest parts, those down most often and those waited for longest; all of a small design. */
function worthEnlarging({
  resolved,
  analysis,
  shortfalls,
}: State): readonly ResolvedDesign['nodes'][number][] {
  if (resolved.nodes.length <= mostSearched) return resolved.nodes;
  const top = (rank: (node: Analysis['nodes'][number]) => number) =>
    [...analysis.nodes].sort((a, b) => rank(b) - rank(a)).slice(0, mostSearched / 3);
  const ids = new Set([
    ...[
      ...top((n) => n.utilization ?? 0),
      ...top((n) => -(n.availability ?? 1)),
      ...top((n) => n.waitMs ?? 0),
    ].map(({ id }) => id),
    ...shortfalls.map(({ part }) => part),
  ]);
  return resolved.nodes.filter(({ id }) => ids.has(id));
}

/** Gives back what is not needed and exchanges one size for another as long as that is cheaper and no worse. */
function trimmed(from: State): State {
  let state = from;
  for (let step = 0; step < mostSteps; step++) {
    const next = cheaper(state);
    if (next === null) break;
    state = next;
  }
  return state;
}

function cheaper(state: State): State | null {
  const smaller = state.resolved.nodes.flatMap(smallerSteps);
  const larger =
    state.resolved.nodes.length > mostExchanged
      ? []
      : state.resolved.nodes.flatMap((node) => largerSteps(node, null));
  let best: State | null = null;
  const consider = (steps: readonly Step[]): void => {
    const next = stateOf(withSteps(state.design, steps));
    if (next !== null && isBetter(next, best ?? state)) best = next;
  };
  for (const step of smaller) consider([step]);
  if (best !== null) return best;
  for (const less of smaller)
    for (const more of larger) if (less.node !== more.node || less.size !== more.size) consider([less, more]);
  return best;
}

/** Designs of more parts are not searched for exchanges, which cost a square of the parts. */
const mostExchanged = 12;

/** Gives each buffer as many partitions as its busiest consumer has servers, for the others would idle. */
function withPartitions(state: State): State {
  const { nodes, edges } = state.resolved;
  const replicas = new Map(nodes.map((node) => [node.id, node.config.replicas]));
  const changed = new Map<string, number>();
  for (const { id, behaviour, config } of nodes) {
    const { partitions, consumersPerPartition = 1 } = config.other;
    if (behaviour !== 'buffer' || partitions === undefined) continue;
    const consumers = edges.filter((edge) => edge.from === id).map((edge) => replicas.get(edge.to) ?? 0);
    const needed = Math.ceil(Math.max(0, ...consumers) / consumersPerPartition);
    if (needed > partitions) changed.set(id, needed);
  }
  if (changed.size === 0) return state;
  const sized = nodesOf(state.design).map((node) => {
    const partitions = changed.get(node.id);
    return partitions === undefined ? node : { ...node, config: { ...node.config, partitions } };
  });
  const design = { ...state.design, system: { ...state.design.system, nodes: sized } };
  return stateOf(design) ?? state;
}

function sizingOf(before: Design, { design, resolved, analysis, shortfalls }: State): Sizing {
  const old = new Map(resolve(before).nodes.map((node) => [node.id, node]));
  const changes = resolved.nodes.flatMap((node): readonly Change[] => {
    const was = old.get(node.id);
    if (was === undefined) return [];
    const { replicas, scaleUp, shards, replicasPerShard } = node.config;
    const patch = {
      ...(replicas !== was.config.replicas && { replicas }),
      ...(scaleUp !== was.config.scaleUp && { scaleUp }),
      ...(shards !== was.config.shards && { shards }),
      ...(replicasPerShard !== was.config.replicasPerShard && { replicasPerShard }),
      ...(node.config.other.partitions !== undefined &&
        node.config.other.partitions !== was.config.other.partitions && {
          partitions: node.config.other.partitions,
        }),
    };
    return Object.keys(patch).length === 0 ? [] : [{ op: 'patch-config', id: node.id, patch }];
  });
  const unmet = shortfalls.map(({ distance: _, ...of }) => ({ ...of, reason: reasonFor(of.metric) }));
  return { changes, design, monthlyCostUsd: analysis.totals.monthlyCostUsd, unmet };
}

function reasonFor(metric: string): UnmetReason {
  if (metric === 'availability') return 'ceiling';
  if (metric === 'monthlyCostUsd') return 'budget';
  if (metric === 'rpoSeconds' || metric === 'rtoSeconds') return 'recovery';
  return metric.endsWith('Ms') ? 'floor' : 'limit';
}
