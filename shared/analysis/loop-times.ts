import { extrapolated } from '../math/extrapolate';
import { half, type Lattice, nothing, type Spectrum } from '../math/lattice';

/** Times of visits by class, on one grid. */
export interface KnownTimes {
  readonly visits: Map<number, Lattice>;
  /** Times of calls from the middle of a grid's cell on, by class and round trip. */
  readonly settledCalls: Map<number, { readonly roundTripMs: number; readonly lattice: Lattice }>;
  /** Classes of visits in loops that were given up before they settled. */
  readonly unsettled: Set<number>;
}

export const noTimes = (): KnownTimes => ({
  visits: new Map(),
  settledCalls: new Map(),
  unsettled: new Set(),
});

/**
 * How far a turn may still move the generating function of a visit, or its shift in steps, when a loop's unrolling ends. It is
 * this little because what is found at the end of the grid is 10⁸ times as far off.
 */
const settledWithin = 1e-14;
const mostTurns = 2_000;
/** Turns that change no less than those before them after which what is left is rounding, if it is so little. */
const patience = 40;
const roundedWithin = 1e-11;
/** Turns over which it is watched how fast what is left becomes less. */
const watched = 200;

/** Whether a change that became so many times what it was over the turns that are watched is settled when the turns are up. */
const willSettle = (factor: number, change: number, turn: number): boolean =>
  change * factor ** ((mostTurns - turn) / watched) <= settledWithin;
/** Visits that one loop may have worked out on one grid: large loops get fewer turns, but always some. */
const mostVisits = 100_000;
const leastTurns = 4 * 4;
const turnsFor = (members: number): number =>
  Math.min(mostTurns, Math.max(leastTurns, Math.floor(mostVisits / members)));
/** Turns after which what the further ones will add is worked out, and after which it is again where that was not enough. */
const turnsBetween = 4;

/** The visits of one loop, as far as their times are known. */
interface Loop {
  readonly ids: readonly number[];
  readonly stepMs: number;
  readonly timeOf: (id: number) => Lattice | undefined;
  readonly learn: (id: number, time: Lattice) => void;
  readonly visit: (place: number) => Lattice;
}

/**
 * Learns the times of visits within a loop: each is worked out from the others as they were a turn before, at first as if no
 * request that goes on ever came back. One more turn adds the requests that go on once more; what all further turns will add
 * follows from the last three, and turns go on until they change nothing. `visit` works out one visit, by its place in `ids`.
 */
export function settleLoop(
  { visits, settledCalls, unsettled }: KnownTimes,
  ids: readonly number[],
  stepMs: number,
  visit: (place: number) => Lattice,
): void {
  const learn = (id: number, time: Lattice): void => {
    visits.set(id, time);
    settledCalls.delete(id);
  };
  const loop: Loop = { ids, stepMs, timeOf: (id) => visits.get(id), learn, visit };
  if (settleShifts(loop) <= settledWithin) return;
  // From nothing at all, not from requests that take no time: small differences of large numbers lose their digits.
  for (const id of ids) learn(id, { shiftMs: visits.get(id)?.shiftMs ?? 0, spectrum: zero, lostMs2: 0 });
  let earlier: readonly (Lattice | undefined)[] = [];
  let least = Number.POSITIVE_INFINITY;
  let since = 0;
  let watchedChange = Number.POSITIVE_INFINITY;
  for (let turn = 1; turn <= turnsFor(ids.length); turn++) {
    const last = ids.map((id) => visits.get(id));
    const change = takeTurn(loop);
    if (change <= settledWithin) return;
    since = change < least ? 0 : since + 1;
    least = Math.min(least, change);
    // What is left is the rounding of large loops, which no turn makes less.
    if (since >= patience && least <= roundedWithin) return;
    if (turn % watched === 0) {
      if (turn > watched && !willSettle(change / watchedChange, change, turn)) break;
      watchedChange = change;
    }
    if (turn % turnsBetween === 0)
      for (const [place, id] of ids.entries())
        learn(id, limitOf(earlier[place], last[place], visits.get(id)));
    earlier = last;
  }
  for (const id of ids) unsettled.add(id);
}

const zero: Spectrum = { re: new Float64Array(half + 1), im: new Float64Array(half + 1) };

/** Works out every visit once; how far the one that has changed most has. */
function takeTurn({ ids, stepMs, timeOf, learn, visit }: Loop): number {
  return ids.reduce((change, id, place) => {
    const before = timeOf(id);
    const after = visit(place);
    learn(id, after);
    return Math.max(change, changeBetween(before, after, stepMs));
  }, 0);
}

/** Turns until the shifts, which soon are the same in every turn, are; how far the last one has changed anything. */
function settleShifts(loop: Loop): number {
  const shiftsOf = () => loop.ids.map((id) => loop.timeOf(id)?.shiftMs);
  let change = 1;
  for (let turn = 0; turn < Math.min(loop.ids.length + 2, turnsFor(loop.ids.length)); turn++) {
    const before = shiftsOf();
    change = takeTurn(loop);
    const after = shiftsOf();
    if (turn > 0 && before.every((shiftMs, place) => shiftMs === after[place])) break;
  }
  return change;
}

function changeBetween(before: Lattice | undefined, after: Lattice, stepMs: number): number {
  if (before === undefined) return 1;
  const a = before.spectrum;
  const b = after.spectrum;
  let change = Math.abs(after.shiftMs - before.shiftMs) / stepMs;
  if (a === null || b === null) return a === b ? change : Math.max(change, 1);
  for (let j = 0; j < b.re.length; j++) {
    change = Math.max(change, Math.abs((a.re[j] as number) - (b.re[j] as number)));
    change = Math.max(change, Math.abs((a.im[j] as number) - (b.im[j] as number)));
  }
  return change;
}

/** Where three turns lead; the last of them where they do not yet differ in their spectra alone. */
function limitOf(first: Lattice | undefined, second: Lattice | undefined, third: Lattice = nothing): Lattice {
  if (first === undefined || second === undefined) return third;
  if (first.shiftMs !== third.shiftMs || second.shiftMs !== third.shiftMs) return third;
  if (first.spectrum === null || second.spectrum === null || third.spectrum === null) return third;
  return {
    shiftMs: third.shiftMs,
    spectrum: limitOfSpectra(first.spectrum, second.spectrum, third.spectrum),
    lostMs2: extrapolated(first.lostMs2, 0, second.lostMs2, 0, third.lostMs2, 0).re,
  };
}

function limitOfSpectra(a: Spectrum, b: Spectrum, c: Spectrum): Spectrum {
  const re = c.re.slice();
  const im = c.im.slice();
  for (let j = 0; j < re.length; j++) {
    const limit = extrapolated(
      a.re[j] as number,
      a.im[j] as number,
      b.re[j] as number,
      b.im[j] as number,
      c.re[j] as number,
      c.im[j] as number,
    );
    // A generating function is nowhere within the unit circle above 1.
    if (limit.re * limit.re + limit.im * limit.im > 1 + 1e-9) continue;
    re[j] = limit.re;
    im[j] = limit.im;
  }
  return { re, im };
}
