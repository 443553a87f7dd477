import { blend, cumulative, gridQuantile, type Lattice } from '../math/lattice';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { levelReaching, stepOf } from './percentiles';

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
  return Float64Array.from(graph.nodes, (_, node) => {
    const weights = weightsOf(times, ratesRps, node);
    if (weights.every((weight) => weight === 0)) return ownMs(node);
    return weights.reduce(
      (sum, weight, flow) => (weight > 0 ? sum + weight * (times[flow]?.withCallsMs[node] as number) : sum),
      0,
    );
  });
}

interface Pending {
  readonly node: number;
  readonly weights: readonly number[];
  level: number;
  coarser: number | null;
}

/** Cells below the percentile at the least. */
const finest = 100;

/** p99 of a visit with its calls, for the nodes of which a mean is given that is more than 0; NaN where there is none. */
export function p99sWithCalls(
  graph: Graph,
  times: readonly FlowTimes[],
  ratesRps: readonly number[],
  meansMs: Float64Array,
  wanted: readonly number[],
): Float64Array {
  const p99sMs = new Float64Array(graph.nodes.length).fill(Number.NaN);
  let pending: Pending[] = [];
  for (const node of wanted) {
    const meanMs = meansMs[node] as number;
    if (meanMs === 0) p99sMs[node] = 0;
    if (meanMs > 0)
      pending.push({
        node,
        weights: weightsOf(times, ratesRps, node),
        level: levelReaching(5 * meanMs),
        coarser: null,
      });
  }
  while (pending.length > 0) {
    const lattices = latticesOf(times, pending);
    const open: Pending[] = [];
    pending.forEach((of, i) => {
      const lattice = blend(lattices[i] ?? [], stepOf(of.level));
      const value = gridQuantile(cumulative(lattice), lattice.shiftMs, stepOf(of.level), 0.99);
      if (value === null && of.coarser === null) open.push({ ...of, level: of.level + 1 });
      else if (
        value !== null &&
        value < finest * stepOf(of.level) &&
        of.level > levelReaching((meansMs[of.node] as number) * 1e-6)
      )
        open.push({ ...of, level: of.level - 1, coarser: value });
      else p99sMs[of.node] = value ?? of.coarser ?? Number.NaN;
    });
    pending = open;
  }
  return p99sMs;
}

/** For each pending node its time in each flow; one flow's grids at a time, for they are large. */
function latticesOf(times: readonly FlowTimes[], pending: readonly Pending[]) {
  const lattices: { weight: number; lattice: Lattice }[][] = pending.map(() => []);
  const levels = [...new Set(pending.map(({ level }) => level))];
  times.forEach((of, flow) => {
    for (const level of levels) {
      const visited = pending.flatMap((p, i) => (p.level === level && (p.weights[flow] ?? 0) > 0 ? [i] : []));
      const at = of.level(level).timesOf(visited.map((i) => pending[i]?.node ?? -1));
      for (const i of visited) {
        const lattice = at.get(pending[i]?.node ?? -1);
        if (lattice !== undefined) lattices[i]?.push({ weight: pending[i]?.weights[flow] ?? 0, lattice });
      }
    }
    of.forget();
  });
  return lattices;
}
