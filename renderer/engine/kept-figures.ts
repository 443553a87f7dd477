import type {
  Analysis,
  EdgeFigures,
  FlowFigures,
  LayerFigures,
  NodeFigures,
  TargetFigures,
} from '../../shared/analysis/analysis';
import { own } from '../../shared/model/own';

/**
 * Means with the percentiles and limits of the analysis before, which take longer: until they are worked out anew they stay,
 * so that nothing flickers. What has no mean any more has no percentiles either.
 */
export function withKeptFigures(means: Analysis, before: Analysis | null): Analysis {
  if (before === null || before.design.id !== means.design.id) return means;
  return {
    ...means,
    flows: means.flows.map(keeping(before.flows, flowWithKept)),
    layers: means.layers.map(keeping(before.layers, layerWithKept)),
    nodes: means.nodes.map(keeping(before.nodes, nodeWithKept)),
    edges: means.edges.map(keeping(before.edges, edgeWithKept)),
  };
}

function keeping<T extends { readonly id: string }>(
  before: readonly T[],
  keep: (now: T, old: T) => T,
): (now: T) => T {
  const known = new Map(before.map((old) => [old.id, old]));
  return (now) => {
    const old = known.get(now.id);
    return old === undefined ? now : keep(now, old);
  };
}

function flowWithKept(now: FlowFigures, old: FlowFigures): FlowFigures {
  const { maxRateRps, bottleneck } = old;
  const limited = { ...now, maxRateRps, bottleneck };
  if (now.meanMs === null) return { ...limited, targets: keptTargets(now, old, isHeadroom) };
  const { p50Ms, p95Ms, p99Ms, p999Ms, apdex } = old;
  const { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms } = old;
  const completion = { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms };
  return { ...limited, p50Ms, p95Ms, p99Ms, p999Ms, ...completion, apdex, targets: keptTargets(now, old) };
}

function layerWithKept(now: LayerFigures, old: LayerFigures): LayerFigures {
  const flows = Object.entries(now.flows).map(([id, { meanMs, p99Ms }]) => {
    const kept = meanMs === null ? p99Ms : (own(old.flows, id)?.p99Ms ?? p99Ms);
    return [id, { meanMs, p99Ms: kept }] as const;
  });
  return { ...now, flows: Object.fromEntries(flows), targets: keptTargets(now, old) };
}

function nodeWithKept(now: NodeFigures, old: NodeFigures): NodeFigures {
  if (now.meanMs === null) return now;
  const { p50Ms, p95Ms, p99Ms, p999Ms, withCallsP99Ms } = old;
  return { ...now, p50Ms, p95Ms, p99Ms, p999Ms, withCallsP99Ms, targets: keptTargets(now, old) };
}

const edgeWithKept = (now: EdgeFigures, { timeoutShare }: EdgeFigures): EdgeFigures =>
  timeoutShare === null ? now : { ...now, timeoutShare };

const isHeadroom = ({ metric }: TargetFigures): boolean => metric === 'headroom';

interface Targeted {
  readonly targets: readonly TargetFigures[];
}

/** Targets with the last verdict where there is no figure yet, unless the target itself is another. */
function keptTargets(
  { targets }: Targeted,
  old: Targeted,
  isKept: (target: TargetFigures) => boolean = () => true,
): readonly TargetFigures[] {
  if (targets.length === 0) return targets;
  const lastOf = (now: TargetFigures): TargetFigures | undefined =>
    old.targets.find(({ metric, target }) => metric === now.metric && target === now.target);
  return targets.map((now) => (now.actual === null && isKept(now) ? (lastOf(now) ?? now) : now));
}
