import { lowest } from '../math/extremes';
import { gridQuantile } from '../math/grid-quantile';
import { blend, cumulative, type Weighted } from '../math/lattice';
import { learnTimes, learntTime } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { detailOf, isExact, levelReaching, stepOf } from './percentiles';

/** Weight of each flow in a node's visits: rate × visits; visits alone where none of them has a rate. */
function weightsOf(
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  node: number,
): readonly number[] {
  const visits = times.map(({ traffic }) => traffic.visits[node] as number);
  const weights = visits.map((v, flow) => v * (ratesRps[flow] ?? 0));
  const chosen = weights.some((weight) => weight > 0) ? weights : visits;
  const total = chosen.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? chosen.map((weight) => weight / total) : chosen;
}

/** Mean time of a visit of each node with its calls, over the flows that visit it; NaN where it does not exist. */
export function meansWithCalls(
  graph: Graph,
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  ownMs: (node: number) => number,
): Float64Array {
  const count = graph.nodes.length;
  const rated = { weight: new Float64Array(count), sum: new Float64Array(count) };
  const visited = { weight: new Float64Array(count), sum: new Float64Array(count) };
  times.forEach(({ traffic, withCallsMs }, flow) => {
    const rate = ratesRps[flow] ?? 0;
    for (const node of traffic.nodes) {
      const visits = traffic.visits[node] as number;
      if (!(visits > 0)) continue;
      const meanMs = withCallsMs[node] as number;
      visited.weight[node] = (visited.weight[node] as number) + visits;
      visited.sum[node] = (visited.sum[node] as number) + visits * meanMs;
      if (!(rate > 0)) continue;
      rated.weight[node] = (rated.weight[node] as number) + visits * rate;
      rated.sum[node] = (rated.sum[node] as number) + visits * rate * meanMs;
    }
  });
  const meansMs = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const { weight, sum } = (rated.weight[node] as number) > 0 ? rated : visited;
    const total = weight[node] as number;
    meansMs[node] = total > 0 ? (sum[node] as number) / total : ownMs(node);
  }
  return meansMs;
}

interface Pending {
  readonly node: number;
  readonly weights: readonly number[];
  readonly coarser: number | null;
}

/** Times the mean beyond which few of the percentiles lie. */
const usualReach = 5;

/** p99 of a visit with its calls, for the nodes of which a mean is given that is more than 0; NaN where there is none. */
export function p99sWithCalls(
  graph: Graph,
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  meansMs: Float64Array,
  wanted: readonly number[],
): Float64Array {
  const p99sMs = new Float64Array(graph.nodes.length).fill(Number.NaN);
  const pending = new Map<number, Pending[]>();
  const wait = (level: number, of: Pending): void => {
    const others = pending.get(level);
    if (others === undefined) pending.set(level, [of]);
    else others.push(of);
  };
  const detail = detailOf(graph.nodes.length + graph.edges.length);
  if (detail === 'none') return p99sMs;
  for (const node of wanted) {
    const meanMs = meansMs[node] as number;
    if (meanMs === 0) p99sMs[node] = 0;
    if (meanMs > 0 && Number.isFinite(meanMs))
      wait(levelReaching(usualReach * meanMs), {
        node,
        weights: weightsOf(times, ratesRps, node),
        coarser: null,
      });
  }
  // The finest first: what its grid does not reach waits for the next, and each grid is dropped when it is done.
  while (pending.size > 0) {
    const level = lowest(pending.keys());
    const here = pending.get(level) ?? [];
    pending.delete(level);
    const stepMs = stepOf(level);
    latticesOf(times, here, level).forEach((parts, i) => {
      const { node, weights, coarser } = here[i] as Pending;
      const lattice = blend(parts, stepMs);
      const below = cumulative(lattice);
      const value = gridQuantile(below, lattice.shiftMs, stepMs, 0.99);
      const isFinest = detail === 'coarse' || level <= levelReaching((meansMs[node] as number) * 1e-6);
      if (value === null && coarser === null) wait(level + 1, { node, weights, coarser });
      else if (value !== null && !isFinest && !isExact(below, lattice, stepMs, value))
        wait(level - 1, { node, weights, coarser: value });
      else p99sMs[node] = value ?? coarser ?? Number.NaN;
    });
    for (const of of times) of.forget(level);
  }
  return p99sMs;
}

/** For each node its time in each flow. */
function latticesOf(
  times: readonly FlowTimes[],
  pending: readonly Pending[],
  level: number,
): readonly (readonly Weighted[])[] {
  const lattices = pending.map((): Weighted[] => []);
  times.forEach((of, flow) => {
    const parts = of.level(level);
    const isVisited = ({ weights }: Pending) => (weights[flow] ?? 0) > 0;
    learnTimes(
      parts,
      pending.filter(isVisited).map(({ node }) => node),
    );
    pending.forEach((one, i) => {
      const lattice = isVisited(one) ? learntTime(parts, one.node) : null;
      if (lattice !== null) lattices[i]?.push({ weight: one.weights[flow] ?? 0, lattice });
    });
  });
  return lattices;
}
