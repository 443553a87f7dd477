import { addBit, type Bits, hasBit, isDisjoint, removeBit } from '../math/bit-set';
import { pickAmongUp } from '../math/pick-among-up';
import type { FlowParts } from './availability-flow';
import { type Decisions, isDown, isPlainCall, sharedAt } from './shared-components';
import type { Outcome, VisitPart, VisitParts } from './visit-plan';

/** Words of sets and parts of visits looked at for one flow before the exact way is given up. */
const mostWork = 150_000;
/** Components × nodes of a flow up to which each component is taken down once. */
const mostSingly = 50_000;
const mostTurns = 20_000;
/** Nodes of a flow up to which calls may be followed by recursion. */
const mostDeep = 1_000;

/** What one evaluation works on: which components are decided, and what was found under which decisions. */
interface Work extends Decisions {
  readonly known: Map<string, number>[];
  readonly plain: Float64Array;
  /** Values of the members of the loop that is being unrolled. */
  readonly turning: Map<number, number>;
  /** False where components that are not decided are drawn anew at each visit, or all are decided. */
  readonly factors: boolean;
  done: number;
}

function workOn(of: FlowParts, factors: boolean): Work {
  const words = of.below[of.entry]?.length ?? 0;
  return {
    of,
    up: new Int32Array(words),
    down: new Int32Array(words),
    known: [],
    plain: new Float64Array(of.parts.length).fill(-1),
    turning: new Map(),
    factors,
    done: 0,
  };
}

/**
 * The probability that a request succeeds: exactly, by factoring (condition on a component that two factors of a visit's
 * success share, at the visit where they meet, and remember what was found below under each decision).
 *
 * The work for that is bounded, for a flow may cross hundreds of components that branches share and each can do without.
 * Beyond it: Π over the components of 1 − q(1 − A(it down) ÷ A(all up)), q being the chance that it is down, which is exact
 * for components in series and wrong by no more than the chance that two that back each other up are down together. Beyond
 * that again, in flows of several hundred nodes: components that every request needs once, others drawn anew at each visit;
 * so too in flows of over a thousand nodes.
 */
export function expectedSuccess(of: FlowParts): number {
  if (of.needed === 0 || of.dead[of.entry] === 1) return 0;
  if (of.order.length <= mostDeep) {
    const work = workOn(of, true);
    const exact = visitSucceeds(work, of.entry);
    if (work.done <= mostWork) return of.needed * exact;
  }
  return of.needed * (byComponents(of) ?? fromBelow(workOn(of, false)));
}

/** Success at the entry with callees worked out before their callers, so that a long chain is no deeper than a short one. */
function fromBelow(work: Work): number {
  for (const node of work.of.order) visitSucceeds(work, node);
  return visitSucceeds(work, work.of.entry);
}

/** Null where that would take too long. */
function byComponents(of: FlowParts): number | null {
  const nodes = of.parts.reduce((sum, parts) => (parts === undefined ? sum : sum + 1), 0);
  if (of.chance.length * nodes > mostSingly) return null;
  const without = (component: number): number => {
    const work = workOn(of, false);
    for (const other of of.chance.keys()) addBit(other === component ? work.down : work.up, other);
    return fromBelow(work);
  };
  const whole = without(-1);
  if (whole === 0) return 0;
  return of.chance.reduce(
    (product, chance, component) => product * (chance + (1 - chance) * (without(component) / whole)),
    whole,
  );
}

const none: readonly number[] = [];

const isOpen = ({ up, down }: Work, component: number): boolean =>
  !hasBit(up, component) && !hasBit(down, component);

/** The probability that a node's own components are up, those decided included. */
function upChance(work: Work, node: number): number {
  if (isDown(work, node)) return 0;
  return ownChance(work, node);
}

function ownChance(work: Work, node: number): number {
  let product = 1;
  for (const component of work.of.own[node] ?? [])
    if (isOpen(work, component)) product *= work.of.chance[component] as number;
  return product;
}

/** Expected success of a visit, given what is decided; computed once for decisions that make no difference to it. */
function visitSucceeds(work: Work, node: number): number {
  const { of, up, down } = work;
  if (isDown(work, node) || !isDisjoint(of.must[node] as Bits, down)) return 0;
  const turning = work.turning.get(node);
  if (turning !== undefined) return turning;
  const key = work.factors ? keyOf(of.below[node] as Bits, up, down) : '';
  if (key === '') {
    const plain = work.plain[node] as number;
    if (plain >= 0) return plain;
    const value = visitValue(work, node);
    work.plain[node] = value;
    return value;
  }
  const found = work.known[node]?.get(key);
  if (found !== undefined) return found;
  const value = visitValue(work, node);
  const known = work.known[node] ?? new Map<string, number>();
  work.known[node] = known;
  known.set(key, value);
  return value;
}

/** The decisions that bear on a node; empty where none does. */
function keyOf(below: Bits, up: Bits, down: Bits): string {
  let key = '';
  let decided = 0;
  for (let i = 0; i < below.length; i++) {
    const mask = below[i] as number;
    const ups = mask & (up[i] as number);
    const downs = mask & (down[i] as number);
    decided |= ups | downs;
    key += `${ups} ${downs} `;
  }
  return decided === 0 ? '' : key;
}

function visitValue(work: Work, node: number): number {
  work.done += 1 + (1 + (work.of.parts[node]?.length ?? 0)) * (1 + 4 * work.up.length);
  if (work.factors && work.done > mostWork) return 0;
  const shared = work.factors ? sharedAt(work, node) : none;
  const first = shared[0];
  if (first === undefined)
    return work.of.loop[node] === undefined
      ? ownChance(work, node) * answers(work, node)
      : unrolled(work, node);
  const must = work.of.must[node] as Bits;
  const needed = shared.filter((component) => hasBit(must, component));
  if (needed.length > 0) {
    for (const component of needed) addBit(work.up, component);
    const value = visitSucceeds(work, node);
    for (const component of needed) removeBit(work.up, component);
    return needed.reduce((product, component) => product * (work.of.chance[component] as number), value);
  }
  const chance = work.of.chance[first] as number;
  addBit(work.up, first);
  const withIt = visitSucceeds(work, node);
  removeBit(work.up, first);
  addBit(work.down, first);
  const without = visitSucceeds(work, node);
  removeBit(work.down, first);
  return chance * withIt + (1 - chance) * without;
}

/** Success of a visit of which no two factors share an open component, its own components left out. */
function answers(work: Work, node: number): number {
  const hits = work.of.hitRate[node] as number;
  return hits + (1 - hits) * allSucceed(work, work.of.parts[node] ?? []);
}

function allSucceed(work: Work, parts: VisitParts): number {
  let product = 1;
  for (const part of parts) {
    if (product === 0) return 0;
    product *= partSucceeds(work, part);
  }
  return product;
}

function partSucceeds(work: Work, part: VisitPart): number {
  if (part.kind === 'call') return callSucceeds(work, part.to, part.mean, visitSucceeds(work, part.to));
  if (part.kind === 'miss') {
    const hits = part.hitRate * (part.soft ? upChance(work, part.cache) : 1);
    const missed = hits < 1 ? (1 - hits) * allSucceed(work, part.missed) : 0;
    return hits > 0 ? missed + hits * allSucceed(work, part.hit) : missed;
  }
  if (!part.failover)
    return part.outcomes.reduce(
      (sum, { share, parts }) => (share > 0 ? sum + share * allSucceed(work, parts) : sum),
      0,
    );
  return pickSucceeds(work, part.outcomes);
}

/** `mean` calls one after the other: whole ones, and one more with the probability of the fraction. */
function callSucceeds(work: Work, to: number, mean: number, each: number): number {
  const whole = Math.floor(mean);
  const fraction = mean - whole;
  const once = 1 - fraction + fraction * each;
  if (whole === 0) return once;
  return work.of.decided[to] === 1 ? each : each ** whole * once;
}

/** Callees that are up, those of the region first where a geo distributor prefers them. */
function pickSucceeds(work: Work, outcomes: readonly Outcome[]): number {
  const near = outcomes.filter(({ local }) => local);
  const far = outcomes.filter(({ local }) => !local);
  const noneNear = near.reduce((product, { to }) => product * (1 - upChance(work, to)), 1);
  const pick = (among: readonly Outcome[]): number => {
    const picked = pickAmongUp(among.map(({ weight, to }) => ({ weight, up: upChance(work, to) })));
    return among.reduce((sum, outcome, i) => {
      const probability = picked[i] ?? 0;
      return probability > 0 ? sum + probability * outcomeSucceeds(work, outcome) : sum;
    }, 0);
  };
  return pick(near) + (far.length > 0 && noneNear > 0 ? noneNear * pick(far) : 0);
}

/** Success of what a visit does where it picks a callee, which then is up. */
function outcomeSucceeds(work: Work, outcome: Outcome): number {
  const call = outcome.parts[0];
  if (call === undefined) return 1;
  if (!isPlainCall(outcome) || call.kind !== 'call') return allSucceed(work, outcome.parts);
  const own = ownChance(work, call.to);
  return callSucceeds(work, call.to, call.mean, visitSucceeds(work, call.to) / own);
}

/** A loop with all below it decided: visits that end well within so many turns, more and more of them until it settles. */
function unrolled(work: Work, node: number): number {
  const members = (work.of.loop[node] ?? []).filter((member) => !isDown(work, member));
  for (const member of members) work.turning.set(member, 0);
  for (let turn = 0; turn < mostTurns; turn++) {
    let change = 0;
    for (const member of members) {
      const now = ownChance(work, member) * answers(work, member);
      change = Math.max(change, Math.abs(now - (work.turning.get(member) ?? 0)));
      work.turning.set(member, now);
    }
    if (change < 1e-14) break;
  }
  const value = work.turning.get(node) ?? 0;
  for (const member of members) work.turning.delete(member);
  return value;
}
