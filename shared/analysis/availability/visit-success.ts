import { bitsOf, isRowDisjoint, rowHas } from '../../math/bit-rows';
import { pickAmongUp } from '../../math/pick-among-up';
import { settle, turnsFor } from '../../math/settle';
import { count } from '../../math/work';
import { decide, openOf, ownChance, pickableChance, reopen, upChance, type Work } from './evaluation-work';
import { isUntouched, learnValue, noValues, valueUnder } from './known-values';
import { isDecided } from './pattern-parts';
import { isDown, isOut, isPlainCall, sharedAt } from './shared-components';
import type { CallPart, Outcome, VisitPart, VisitParts } from './visit-part';

const mostTurns = 20_000;

const none: readonly number[] = [];

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
  if (part.kind === 'call') return callSucceeds(work, part, visitSucceeds(work, part.to));
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
      (part.kind === 'call' && part.to === to ? callSucceeds(work, part, 0) : partSucceeds(work, part)),
    1,
  );

/**
 * The calls of a part one after the other: whole ones, and one more with the probability of the fraction. Each succeeds where the
 * callee does, with probability `first`, or one of its fallbacks.
 */
function callSucceeds(work: Work, part: CallPart, first: number): number {
  let fails = 1 - first;
  for (const { to } of part.fallbacks) if (fails > 0) fails *= 1 - visitSucceeds(work, to);
  // Without a fallback no rounding error is added.
  const each = part.fallbacks.length === 0 ? first : 1 - fails;
  const whole = Math.floor(part.mean);
  const fraction = part.mean - whole;
  const once = 1 - fraction + fraction * each;
  if (whole === 0) return once;
  if (isDecided(part, work.of.pattern.decided)) return each;
  return (whole === 1 ? each : each ** whole) * once;
}

/** Callees that are up, those of the region first where a geo distributor prefers them. */
function pickSucceeds(work: Work, outcomes: readonly Outcome[]): number {
  if (!work.factors && work.decided === work.of.chance.length) return pickAmongDecided(work, outcomes);
  const near = outcomes.filter(({ local }) => local);
  const far = outcomes.filter(({ local }) => !local);
  const noneNear = near.reduce((product, outcome) => product * (1 - pickableChance(work, outcome)), 1);
  const pick = (among: readonly Outcome[]): number => {
    const picked = pickAmongUp(
      among.map((outcome) => ({ weight: outcome.weight, up: pickableChance(work, outcome) })),
    );
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
  for (const outcome of outcomes) isNearUp ||= outcome.local && !isOut(work, outcome);
  let total = 0;
  let sum = 0;
  for (const outcome of outcomes) {
    if (outcome.local !== isNearUp || isOut(work, outcome)) continue;
    total += outcome.weight;
    sum += outcome.weight * outcomeSucceeds(work, outcome);
  }
  return total > 0 ? sum / total : 0;
}

/** Success of what a visit does where it picks a callee, which then is up. */
function outcomeSucceeds(work: Work, outcome: Outcome): number {
  const call = outcome.parts[0];
  if (call === undefined) return 1;
  if (outcome.check !== null) return checkedSucceeds(work, outcome);
  if (!isPlainCall(outcome) || call.kind !== 'call') return allSucceed(work, outcome.parts);
  const own = ownChance(work, call.to);
  return callSucceeds(work, call, visitSucceeds(work, call.to) / own);
}

/** Success of what a visit does where it picks a callee whose dependencies are up. */
function checkedSucceeds(work: Work, outcome: Outcome): number {
  const open = openOf(work, outcome);
  if (!work.factors)
    // Where components are drawn anew at each visit, what has passed the check is not drawn against it once more.
    return Math.min(1, allSucceed(work, outcome.parts) / pickableChance(work, outcome));
  for (const component of open) decide(work, work.up, component);
  const value = allSucceed(work, outcome.parts);
  for (const component of open) reopen(work, work.up, component);
  return value;
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
