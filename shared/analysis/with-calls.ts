import { lowest } from '../math/extremes';
import { gridQuantile } from '../math/grid-quantile';
import { blend, cumulative, type Weighted } from '../math/lattice';
import { learnTimes, learntTime } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { detailOf, isCloseEnough, levelReaching, stepOf } from './percentiles';
import { nodeAt, visitsAt } from './visit-positions';

/** Visits of one flow to a node that do the same, and their share of all visits of the node. */
interface WeighedVisits {
  readonly flow: number;
  readonly visit: number;
  readonly weight: number;
}

/** Weight of each flow's visits of a node: rate × visits; visits alone where none of them has a rate. */
function weighedVisits(
  graph: Graph,
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  node: number,
): readonly WeighedVisits[] {
  const at = visitsAt(graph, node);
  const visits = times.flatMap(({ traffic }, flow) =>
    at.map((visit) => ({ flow, visit, weight: traffic.visits[visit] as number })),
  );
  const rated = visits.map((of) => ({ ...of, weight: of.weight * (ratesRps[of.flow] ?? 0) }));
  const chosen = rated.some(({ weight }) => weight > 0) ? rated : visits;
  const total = chosen.reduce((sum, { weight }) => sum + weight, 0);
  return chosen.filter(({ weight }) => weight > 0).map((of) => ({ ...of, weight: of.weight / total }));
}

/** Mean time of a visit of each node with its calls, over the flows that visit it; NaN where it does not exist. */
export function meansWithCalls(
  graph: Graph,
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  ownMs: (node: number) => number,
): Float64Array {
  const count = graph.nodeCount;
  const rated = { weight: new Float64Array(count), sum: new Float64Array(count) };
  const visited = { weight: new Float64Array(count), sum: new Float64Array(count) };
  times.forEach(({ traffic, withCallsMs }, flow) => {
    const rate = ratesRps[flow] ?? 0;
    for (const visit of traffic.nodes) {
      const visits = traffic.visits[visit] as number;
      if (!(visits > 0)) continue;
      const node = nodeAt(graph, visit);
      const meanMs = withCallsMs[visit] as number;
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
  readonly visits: readonly WeighedVisits[];
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
  const p99sMs = new Float64Array(graph.nodeCount).fill(Number.NaN);
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
        visits: weighedVisits(graph, times, ratesRps, node),
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
      const { node, visits, coarser } = here[i] as Pending;
      const lattice = blend(parts, stepMs);
      const below = cumulative(lattice);
      const value = gridQuantile(below, lattice.shiftMs, stepMs, 0.99);
      const isFinest = detail === 'coarse' || level <= levelReaching((meansMs[node] as number) * 1e-6);
      if (value === null && coarser === null) wait(level + 1, { node, visits, coarser });
      else if (value !== null && !isFinest && !isCloseEnough(below, lattice, stepMs, value))
        wait(level - 1, { node, visits, coarser: value });
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
    const ofFlow = pending.map(({ visits }) => visits.filter((visit) => visit.flow === flow));
    learnTimes(
      parts,
      ofFlow.flatMap((visits) => visits.map(({ visit }) => visit)),
    );
    ofFlow.forEach((visits, i) => {
      for (const { visit, weight } of visits) {
        const lattice = learntTime(parts, visit);
        if (lattice !== null) lattices[i]?.push({ weight, lattice });
      }
    });
  });
  return lattices;
}
