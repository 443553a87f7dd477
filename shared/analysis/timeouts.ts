import { lowest } from '../math/extremes';
import { shareBelow } from '../math/grid-quantile';
import { cumulative, type Lattice, nothing } from '../math/lattice';
import { learnTimes, learntTime } from './compose';
import type { FlowTimes } from './flow-times';
import type { Graph } from './graph';
import { detailOf, levelReaching, readerOf, stepOf } from './percentiles';
import { roundTripsOf } from './round-trips';
import { callsAlong } from './visit-positions';

/** What calls of one flow over one edge wait for, at the most `leftMs` after their round trip; their share of the edge's calls. */
interface Pending {
  readonly edge: number;
  /** Position of the visits that it makes. */
  readonly callee: number;
  readonly flow: number;
  readonly weight: number;
  readonly leftMs: number;
}

/** Cells between the begin of a distribution and a timeout below which it is read from finer grids. */
const enoughCells = 32;

/** What is still to be read, by the level of its grid. */
type Queue = Map<number, Pending[]>;

function wait(queue: Queue, level: number, of: Pending): void {
  const others = queue.get(level);
  if (others === undefined) queue.set(level, [of]);
  else others.push(of);
}

/**
 * P(round trip + T(callee) > timeoutMs) over the calls of all flows, for the edges wanted, which have a timeout; 0 where nothing
 * is called, NaN where T does not exist. `rates`: calls a second by flow and edge.
 */
export function timeoutSharesOf(
  graph: Graph,
  times: readonly FlowTimes[],
  rates: readonly Float64Array[],
  wanted: readonly number[],
): Float64Array {
  const shares = new Float64Array(graph.edges.length).fill(Number.NaN);
  if (wanted.length === 0 || detailOf(graph.nodes.length + graph.edges.length) === 'none') return shares;
  const queue: Queue = new Map();
  for (const edge of wanted) beginWith(edge, graph, times, rates, shares, queue);
  // Each grid is dropped when it is done: all of them together would be large.
  while (queue.size > 0) {
    const level = lowest(queue.keys());
    const here = queue.get(level) ?? [];
    queue.delete(level);
    times.forEach((of, flow) => {
      readAll(
        of,
        here.filter((one) => one.flow === flow),
        level,
        shares,
        queue,
      );
    });
    for (const of of times) of.forget(level);
  }
  return shares;
}

/** The share where it needs no distribution; else 0, and what there is to read. */
function beginWith(
  edge: number,
  graph: Graph,
  times: readonly FlowTimes[],
  rates: readonly Float64Array[],
  shares: Float64Array,
  queue: Queue,
): void {
  const timeoutMs = graph.edges[edge]?.timeoutMs ?? 0;
  const along = callsAlong(graph, edge);
  const calling = times.flatMap(({ traffic, withCallsMs }, flow) =>
    along.flatMap((call) => {
      const rps = rates[flow]?.[call] ?? 0;
      if (rps === 0) return [];
      const callee = graph.to[call] as number;
      const leftMs = timeoutMs - (roundTripsOf(graph, traffic.flow)[call] as number);
      return [{ flow, callee, rps, leftMs, meanMs: withCallsMs[callee] as number }];
    }),
  );
  if (!calling.every(({ meanMs }) => Number.isFinite(meanMs))) return;
  shares[edge] = 0;
  const total = calling.reduce((sum, { rps }) => sum + rps, 0);
  for (const { flow, callee, rps, leftMs, meanMs } of calling) {
    const weight = rps / total;
    if (leftMs > 0 && meanMs > 0) wait(queue, levelReaching(leftMs), { edge, callee, flow, weight, leftMs });
    else if (leftMs < 0 || (leftMs === 0 && meanMs > 0)) shares[edge] = (shares[edge] as number) + weight;
  }
}

/** Adds the shares of one flow's calls that a grid shows, and sends the others to one that will. */
function readAll(
  times: FlowTimes,
  pending: readonly Pending[],
  level: number,
  shares: Float64Array,
  queue: Queue,
): void {
  if (pending.length === 0) return;
  const parts = times.level(level);
  learnTimes(
    parts,
    pending.map(({ callee }) => callee),
  );
  const known = new Map<Lattice, Float64Array>();
  for (const one of pending) {
    const lattice = learntTime(parts, one.callee) ?? nothing;
    if (one.leftMs - lattice.shiftMs < enoughCells * stepOf(level)) {
      shares[one.edge] = (shares[one.edge] as number) + one.weight * (1 - nearBegin(times, one));
      continue;
    }
    const below = known.get(lattice) ?? cumulative(lattice);
    known.set(lattice, below);
    const share = shareBelow(below, lattice.shiftMs, stepOf(level), one.leftMs);
    if (share === null) wait(queue, level + 1, one);
    else shares[one.edge] = (shares[one.edge] as number) + one.weight * Math.min(1, Math.max(0, 1 - share));
  }
}

/** The share of calls that end in time where hardly any could end much earlier. */
function nearBegin(times: FlowTimes, { callee, leftMs }: Pending): number {
  const levels = new Set<number>();
  const latticeAt = (level: number): Lattice => {
    levels.add(level);
    const parts = times.level(level);
    learnTimes(parts, [callee]);
    return learntTime(parts, callee) ?? nothing;
  };
  const share = readerOf(latticeAt, times.withCallsMs[callee] as number).below(leftMs);
  for (const level of levels) times.forget(level);
  return share;
}
