import { count } from './work';

/** One entry of a non-negative matrix: `gain` of `to` per unit of `from`. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly gain: number;
}

/** A pivot this small means that the loop gives back all it takes. */
const smallestPivot = 1e-12;

/** Entries that an elimination may look at; a loop of a few thousand states with three neighbours each takes more. */
const mostWork = 10_000_000;

interface Elimination {
  readonly order: readonly number[];
  readonly rows: readonly Map<number, number>[];
  readonly columns: readonly Map<number, number>[];
  readonly pivots: Float64Array;
}

/**
 * Eliminates the states of I − M one by one, those with the fewest neighbours first. All that is added is positive, so
 * nothing cancels; 'singular' where a pivot vanishes, which is where the spectral radius of M is 1 or more; 'too-large' where
 * the states that remain have come to be all each other's neighbours, and too many.
 */
function eliminate(size: number, transfers: readonly Transfer[]): Elimination | 'singular' | 'too-large' {
  const rows = Array.from({ length: size }, () => new Map<number, number>());
  const columns = Array.from({ length: size }, () => new Map<number, number>());
  const add = (from: number, to: number, gain: number): void => {
    const value = (rows[from]?.get(to) ?? 0) + gain;
    rows[from]?.set(to, value);
    columns[to]?.set(from, value);
  };
  for (const { from, to, gain } of transfers) if (gain > 0) add(from, to, gain);
  const order: number[] = [];
  const pivots = new Float64Array(size);
  const waiting = new Set(rows.keys());
  let work = 0;
  while (waiting.size > 0) {
    if (work > mostWork) return 'too-large';
    const state = leastConnected(waiting, rows, columns);
    waiting.delete(state);
    const neighbours = (rows[state]?.size ?? 0) * (columns[state]?.size ?? 0);
    work += neighbours + (neighbours > 2 ? waiting.size : 1);
    order.push(state);
    const row = rows[state] ?? new Map<number, number>();
    const column = columns[state] ?? new Map<number, number>();
    const pivot = 1 - (row.get(state) ?? 0);
    if (!(pivot > smallestPivot)) return 'singular';
    pivots[state] = pivot;
    for (const [from, into] of column) {
      if (!waiting.has(from)) continue;
      for (const [to, out] of row) if (waiting.has(to)) add(from, to, (into * out) / pivot);
    }
    // What remains of this row and column is used in the back substitution; others no longer need to see it.
    for (const from of column.keys()) if (waiting.has(from)) rows[from]?.delete(state);
    for (const to of row.keys()) if (waiting.has(to)) columns[to]?.delete(state);
  }
  count(work);
  return { order, rows, columns, pivots };
}

function leastConnected(
  waiting: ReadonlySet<number>,
  rows: readonly Map<number, number>[],
  columns: readonly Map<number, number>[],
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const state of waiting) {
    const cost = (rows[state]?.size ?? 0) * (columns[state]?.size ?? 0);
    if (cost < least) {
      best = state;
      least = cost;
      if (cost <= 2) break;
    }
  }
  return best;
}

/**
 * Solves x = source + Mᵀx (each state's inflow: its own and what the others pass on), for a non-negative M of a loop.
 * Null where the loop's gain (spectral radius) is 1 or more.
 */
export function solveFeedback(
  source: readonly number[],
  transfers: readonly Transfer[],
): readonly number[] | null {
  const size = source.length;
  const eliminated = eliminate(size, transfers);
  if (eliminated === 'singular') return null;
  if (eliminated === 'too-large') return iterated(source, transfers);
  const { order, rows, columns, pivots } = eliminated;
  const inflow = [...source];
  for (const state of order) {
    const passed = (inflow[state] ?? 0) / (pivots[state] as number);
    for (const [to, gain] of rows[state] ?? [])
      if (to !== state) inflow[to] = (inflow[to] ?? 0) + passed * gain;
  }
  const result = new Array<number>(size).fill(0);
  for (const state of [...order].reverse()) {
    let sum = inflow[state] ?? 0;
    // `inflow` has what came from states eliminated before; those eliminated later are in the column that was left.
    for (const [from, gain] of columns[state] ?? []) if (from !== state) sum += (result[from] ?? 0) * gain;
    result[state] = sum / (pivots[state] as number);
  }
  return result;
}

/**
 * The same by adding what goes on once more, and once more, until that is nothing; each turn takes one look at each transfer.
 * Null where it does not become less, and where a loop goes on for so long that the turns are up.
 */
function iterated(source: readonly number[], transfers: readonly Transfer[]): readonly number[] | null {
  const result = Float64Array.from(source);
  let added = Float64Array.from(source);
  const turns = Math.max(200, Math.ceil((5 * mostWork) / Math.max(1, transfers.length)));
  for (let turn = 0; turn < turns; turn++) {
    const next = new Float64Array(source.length);
    for (const { from, to, gain } of transfers)
      next[to] = (next[to] as number) + gain * (added[from] as number);
    let isSmall = true;
    for (let state = 0; state < next.length; state++) {
      const more = next[state] as number;
      result[state] = (result[state] as number) + more;
      if (more > 1e-15 * (result[state] as number)) isSmall = false;
      if (!(more < Number.MAX_VALUE)) return null;
    }
    count(transfers.length);
    if (isSmall) return Array.from(result);
    added = next;
  }
  return null;
}

/** The spectral radius of a non-negative matrix, by powers of (I + M) ÷ 2 so that it settles on rings too. */
export function gainOf(size: number, transfers: readonly Transfer[]): number {
  let vector = new Array<number>(size).fill(1 / size);
  let growth = 0;
  for (let i = 0; i < 2000; i++) {
    const next = vector.map((value) => value / 2);
    for (const { from, to, gain } of transfers) next[to] = (next[to] ?? 0) + (gain * (vector[from] ?? 0)) / 2;
    const total = next.reduce((sum, value) => sum + value, 0);
    vector = next.map((value) => value / total);
    if (Math.abs(total - growth) < 1e-13 * total) break;
    growth = total;
  }
  return 2 * growth - 1;
}
