import { bitsOf, isRowDisjoint, rowHas } from '../../math/bit-rows';
import { addBit, type Bits, hasBit, removeBit } from '../../math/bit-set';
import { pickAmongUp } from '../../math/pick-among-up';
import { settle, turnsFor } from '../../math/settle';
import { count } from '../../math/work';
import type { FlowParts } from './flow-parts';
import { isUntouched, type KnownValues, learnValue, noValues, valueUnder } from './known-values';
import { type Decisions, decisionsOn, isDown, isPlainCall, sharedAt } from './shared-components';
import type { Outcome, VisitPart, VisitParts } from './visit-parts';

const mostTurns = 20_000;

/** What one evaluation works on: which components are decided, and what was found under which decisions. */
export interface Work extends Decisions {
  readonly known: (KnownValues | undefined)[];
  /** By row: values on which no decision bears, or all do; −1 where not known. */
  readonly plain: Float64Array;
  /** By row: values of the members of the loop that is being unrolled, −1 of other nodes; null while none is. */
  turning: Float64Array | null;
  /** False where components that are not decided are drawn anew at each visit, or all are decided. */
  readonly factors: boolean;
  /** By row: 1 for nodes at a visit of which a component was conditioned on. */
  readonly conditioned: Uint8Array;
  /** How many components are decided. */
  decided: number;
  /** Words of sets and parts of visits looked at, and how many of them are too much. */
  done: number;
  readonly most: number;
}

/** Decides that a component is among those of a set: the ones that are up, or the ones that are down. */
export function decide(work: Work, set: Bits, component: number): void {
  addBit(set, component);
  work.decided += 1;
}

/** Takes a decision back. */
export function reopen(work: Work, set: Bits, component: number): void {
  removeBit(set, component);
  work.decided -= 1;
}

/** An evaluation with nothing decided. */
export function workOn(of: FlowParts, factors: boolean, most: number): Work {
  const count = of.order.length;
  return {
    ...decisionsOn(of),
    known: new Array(count).fill(undefined),
    plain: new Float64Array(count).fill(-1),
    turning: null,
    factors,
    conditioned: new Uint8Array(count),
    decided: 0,
    done: 0,
    most,
  };
}

const none: readonly number[] = [];

/** The probability that a node's own components are up, those decided included. */
function upChance(work: Work, node: number): number {
  if (isDown(work, node)) return 0;
  return ownChance(work, node);
}

function ownChance({ of, up, down }: Work, node: number): number {
  let product = 1;
  for (const component of of.own[node] ?? none)
    if (!hasBit(up, component) && !hasBit(down, component)) product *= of.chance[component] as number;
  return product;
}

/** Expected success of a visit, given what is decided; computed once for decisions that make no difference to it. */
export function visitSucceeds(work: Work, node: number): number {
  const { of, up, down, turning, plain } = work;
  // What a visit cannot do without includes the node's own components.
  const row = of.row[node] as number;
  const isPlain = !work.factors || work.decided === 0;
  if (isPlain && turning === null && (plain[row] as number) >= 0) return plain[row] as number;
  if (of.dead[node] === 1 || !isRowDisjoint(of.must, row, down)) return 0;
  if (turning !== null && (turning[row] as number) >= 0) return turning[row] as number;
  if (isPlain || (isRowDisjoint(of.below, row, up) && isRowDisjoint(of.below, row, down))) {
    if ((plain[row] as number) < 0) plain[row] = visitValue(work, node);
    return plain[row] as number;
  }
  const known = work.known[row] ?? noValues(bitsOf(of.below, row));
  work.known[row] = known;
  const found = valueUnder(known, up, down);
  if (found >= 0) return found;
  const value = visitValue(work, node);
  learnValue(known, up, down, value);
  return value;
}

/** What looking at one visit costs. */
const workOf = ({ of, up }: Work, node: number): number =>
  1 + (1 + (of.pattern.parts[node]?.length ?? 0)) * (1 + 4 * up.length);

function visitValue(work: Work, node: number): number {
  const looked = workOf(work, node);
  count(looked);
  work.done += looked;
  if (work.factors && work.done > work.most) return 0;
  const shared = work.factors ? sharedAt(work, node) : none;
  const first = shared[0];
  if (first === undefined)
    return work.of.pattern.loop[node] === undefined
      ? ownChance(work, node) * answers(work, node)
      : unrolled(work, node);
  const { must, row } = work.of;
  const needed = shared.filter((component) => rowHas(must, row[node] as number, component));
  if (needed.length > 0) {
    for (const component of needed) decide(work, work.up, component);
    const value = visitSucceeds(work, node);
    for (const component of needed) reopen(work, work.up, component);
    return needed.reduce((product, component) => product * (work.of.chance[component] as number), value);
  }
  if (isHopeless(work, node, shared)) {
    work.done = Number.POSITIVE_INFINITY;
    return 0;
  }
  const chance = work.of.chance[first] as number;
  decide(work, work.up, first);
  const withIt = visitSucceeds(work, node);
  reopen(work, work.up, first);
  decide(work, work.down, first);
  const without = visitSucceeds(work, node);
  reopen(work, work.down, first);
  return chance * withIt + (1 - chance) * without;
}

/**
 * Whether the work that is left is not enough to condition on the shared components of a visit. The least that it takes are
 * visits of this node alone, of which none is known yet: with all components up one after the other, with each of them down,
 * and with it each that then is still shared up and down.
 */
function isHopeless(work: Work, node: number, shared: readonly number[]): boolean {
  const row = work.of.row[node] as number;
  if (work.conditioned[row] === 1 || !isUntouched(work.known[row])) return false;
  work.conditioned[row] = 1;
  const each = workOf(work, node);
  let least = work.done + shared.length * each;
  const decided: number[] = [];
  for (const component of shared) {
    if (least > work.most) break;
    decide(work, work.down, component);
    least += (1 + 2 * sharedAt(work, node).length) * each;
    reopen(work, work.down, component);
    decide(work, work.up, component);
    decided.push(component);
  }
  for (const component of decided) reopen(work, work.up, component);
  return least > work.most;
}

/** Success of a visit of which no two factors share an open component, its own components left out. */
function answers(work: Work, node: number): number {
  const { hitRate, parts } = work.of.pattern;
  const hits = hitRate[node] as number;
  return hits + (1 - hits) * allSucceed(work, parts[node] ?? []);
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
  if (part.failover) return pickSucceeds(work, part.outcomes);
  return part.prefers ? preferenceSucceeds(work, part.outcomes) : drawSucceeds(work, part.outcomes);
}

const drawSucceeds = (work: Work, outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { share, parts }) => (share > 0 ? sum + share * allSucceed(work, parts) : sum), 0);

/** Local outcomes by weight, whether their callees are up or not, while one of them is; all by weight where none is. */
function preferenceSucceeds(work: Work, outcomes: readonly Outcome[]): number {
  let noneNear = 1;
  let total = 0;
  for (const { local, to, weight } of outcomes) {
    total += weight;
    if (local) noneNear *= 1 - upChance(work, to);
  }
  return outcomes.reduce((sum, outcome) => {
    const { local, share, weight, parts } = outcome;
    const success = allSucceed(work, parts);
    const anywhere = (noneNear * weight) / total;
    if (!local) return sum + anywhere * success;
    const ifDown = succeedsWithout(work, outcome);
    return sum + share * (success - noneNear * ifDown) + anywhere * ifDown;
  }, 0);
}

/** Success of what a visit does where it picks a callee that is down: calls may be made by a part of the visits only. */
const succeedsWithout = (work: Work, { parts, to }: Outcome): number =>
  parts.reduce(
    (product, part) =>
      product *
      (part.kind === 'call' && part.to === to
        ? callSucceeds(work, to, part.mean, 0)
        : partSucceeds(work, part)),
    1,
  );

/** `mean` calls one after the other: whole ones, and one more with the probability of the fraction. */
function callSucceeds(work: Work, to: number, mean: number, each: number): number {
  const whole = Math.floor(mean);
  const fraction = mean - whole;
  const once = 1 - fraction + fraction * each;
  if (whole === 0) return once;
  if (work.of.pattern.decided[to] === 1) return each;
  return (whole === 1 ? each : each ** whole) * once;
}

/** Callees that are up, those of the region first where a geo distributor prefers them. */
function pickSucceeds(work: Work, outcomes: readonly Outcome[]): number {
  if (!work.factors && work.decided === work.of.chance.length) return pickAmongDecided(work, outcomes);
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

/** The same where it is decided of each callee whether it is up. */
function pickAmongDecided(work: Work, outcomes: readonly Outcome[]): number {
  let isNearUp = false;
  for (const { local, to } of outcomes) isNearUp ||= local && !isDown(work, to);
  let total = 0;
  let sum = 0;
  for (const outcome of outcomes) {
    if (outcome.local !== isNearUp || isDown(work, outcome.to)) continue;
    total += outcome.weight;
    sum += outcome.weight * outcomeSucceeds(work, outcome);
  }
  return total > 0 ? sum / total : 0;
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
  const members = (work.of.pattern.loop[node] ?? none).filter((member) => !isDown(work, member));
  const turning = work.turning ?? new Float64Array(work.of.order.length).fill(-1);
  work.turning = turning;
  const rowOf = (member: number): number => work.of.row[member] as number;
  for (const member of members) turning[rowOf(member)] = 0;
  const memberAt = (at: number): number => members[at] as number;
  const mutual = {
    count: members.length,
    read: (at: number) => turning[rowOf(memberAt(at))] as number,
    write(at: number, value: number) {
      turning[rowOf(memberAt(at))] = value;
    },
    workOut(at: number) {
      work.done += 1;
      return ownChance(work, memberAt(at)) * answers(work, memberAt(at));
    },
  };
  settle(mutual, 1e-14, turnsFor(members.length, mostTurns));
  const value = Math.max(0, turning[rowOf(node)] as number);
  for (const member of members) {
    const row = rowOf(member);
    if (!work.factors) work.plain[row] = turning[row] as number;
    turning[row] = -1;
  }
  return value;
}
