import { resolve } from '../../catalog/resolve';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { type Design, nodesOf } from '../../model/schema';
import type { AnalysisError } from '../analysis';
import { analyze } from '../analyze';
import { asksForPercentiles, candidatesOf, isBetter, mostSearched } from './candidates';
import { grown } from './growth';
import { noLimits, type SizeLimits } from './limits';
import { type Shortfall, shortfallKey, shortfallsOf } from './shortfall';
import { type Step, smallerSteps, smallestOf } from './steps';
import { trimmed } from './trim';

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

/**
 * The cheapest replicas, scaleUp, shards, replicas of a shard and partitions that meet every target and keep every station under
 * its planned limit, within `limits`. A part whose target no size reaches is left alone.
 * Greedy: from one of everything, the step that brings most nearer for its price until all is met or nothing helps; then
 * whatever can be given back or exchanged for something cheaper is. Targets that remain missed are named with the reason.
 * `onCompared` is called for each set of sizes that is analysed: a design takes from a few to thousands.
 */
export function size(design: Design, limits: SizeLimits = noLimits, onCompared?: () => void): SizeResult {
  const first = searched(design, limits, onCompared);
  if (!first.ok || first.sizing.unmet.length === 0) return first;
  const reached = leavingAlone(resolve(design), first.sizing.unmet, limits);
  return reached === null ? first : searched(design, reached, onCompared);
}

/** The limits that leave alone what no size brings to its targets; null where that is nothing more than before. */
function leavingAlone(
  { nodes, edges, flows }: ResolvedDesign,
  unmet: readonly Unmet[],
  limits: SizeLimits,
): SizeLimits | null {
  const beyond = unmet.filter(({ reason }) => reason !== 'budget' && reason !== 'recovery');
  if (beyond.every((of) => limits.beyondReach.has(shortfallKey(of)))) return null;
  const parts = new Set(beyond.map(({ part }) => part));
  const isOf = ({ id, layer }: ResolvedNode): boolean => parts.has(id) || parts.has(layer);
  const onTheirWay = flows
    .filter(({ id }) => parts.has(id))
    .flatMap(({ entry }) => reachedFrom(entry, edges));
  return {
    kept: new Set([...limits.kept, ...nodes.filter(({ id }) => parts.has(id)).map(({ id }) => id)]),
    notLess: new Set([...limits.notLess, ...onTheirWay, ...nodes.filter(isOf).map(({ id }) => id)]),
    beyondReach: new Set([...limits.beyondReach, ...beyond.map(shortfallKey)]),
  };
}

function reachedFrom(entry: string, edges: ResolvedDesign['edges']): readonly string[] {
  const reached = new Set([entry]);
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
  return [...reached];
}

function searched(design: Design, limits: SizeLimits, onCompared?: () => void): SizeResult {
  const sizes = candidatesOf(design, limits, onCompared);
  const { given } = sizes;
  if (given === null) {
    const failed = analyze(resolve(design), { percentiles: false });
    return { ok: false, errors: failed.ok ? [] : failed.errors };
  }
  const isSmall = given.resolved.nodes.length <= mostSearched;
  const smallest = isSmall ? sizes.after(given, given.resolved.nodes.flatMap(oneOfEach)) : null;
  const found = [...(smallest === null ? [] : [smallest]), given].map((from) =>
    trimmed(grown(from, sizes), sizes),
  );
  const best = found.reduce((a, b) => (isBetter(b, a) ? b : a));
  return sizingOf(design, withPartitions(sizes.designOf(best), best.resolved, limits));
}

const oneOfEach = (node: ResolvedNode): readonly Step[] =>
  [...new Set(smallerSteps(node).map((step) => step.size))].map((of) => ({
    node: node.id,
    size: of,
    value: smallestOf(node, of),
  }));

/** Gives each buffer as many partitions as its busiest consumer has servers, for the others would idle. */
function withPartitions(design: Design, { nodes, edges }: ResolvedDesign, { kept }: SizeLimits): Design {
  const replicas = new Map(nodes.map((node) => [node.id, node.config.replicas]));
  const changed = new Map<string, number>();
  for (const { id, behaviour, config } of nodes) {
    const { partitions, consumersPerPartition = 1 } = config.other;
    if (behaviour !== 'buffer' || partitions === undefined || kept.has(id)) continue;
    const consumers = edges.filter((edge) => edge.from === id).map((edge) => replicas.get(edge.to) ?? 0);
    const needed = Math.ceil(Math.max(0, ...consumers) / consumersPerPartition);
    if (needed > partitions) changed.set(id, needed);
  }
  if (changed.size === 0) return design;
  const sized = nodesOf(design).map((node) => {
    const partitions = changed.get(node.id);
    return partitions === undefined ? node : { ...node, config: { ...node.config, partitions } };
  });
  return { ...design, system: { ...design.system, nodes: sized } };
}

function sizingOf(before: Design, design: Design): SizeResult {
  const old = new Map(resolve(before).nodes.map((node) => [node.id, node]));
  const resolved = resolve(design);
  const result = analyze(resolved, { percentiles: asksForPercentiles(resolved) });
  if (!result.ok) return result;
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
  const unmet = shortfallsOf(result.analysis, resolved).map(({ distance: _, ...of }) => ({
    ...of,
    reason: reasonFor(of.metric),
  }));
  const { monthlyCostUsd } = result.analysis.totals;
  return { ok: true, sizing: { changes, design, monthlyCostUsd, unmet } };
}

function reasonFor(metric: string): UnmetReason {
  if (metric === 'availability') return 'ceiling';
  if (metric === 'monthlyCostUsd') return 'budget';
  if (metric === 'rpoSeconds' || metric === 'rtoSeconds') return 'recovery';
  return metric.endsWith('Ms') ? 'floor' : 'limit';
}
