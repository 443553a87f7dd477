import { bitsOf } from '../math/bit-rows';
import { membersOf } from '../math/bit-set';
import { likeliestSets } from '../math/likeliest-sets';
import type { FlowParts } from './availability-flow';
import { decide, reopen, visitSucceeds, type Work, workOn } from './visit-success';

/** How much may be looked at for one flow before a way is given up. */
export interface MostWork {
  /** Words of sets and parts of visits, for the exact way. */
  readonly exactly: number;
  /** Visits, where states are gone through one by one. */
  readonly visits: number;
}

/** What one of so many flows of a design may take. */
export const mostWorkOf = (flows: number): MostWork => ({ exactly: 150_000, visits: 20_000 / flows });
/** Nodes of a flow up to which calls may be followed by recursion. */
const mostDeep = 1_000;
/** The probability of a state below which it makes no difference. */
const leastProbability = 1e-12;

/**
 * The probability that a request succeeds: exactly, by factoring (condition on a component that two factors of a visit's
 * success share, at the visit where they meet, and remember what was found below under each decision).
 *
 * The work for that is bounded, for a flow may cross dozens of components that branches share and each can do without. Beyond
 * it the states of the components are gone through one by one, the most probable first, and beyond that again, in flows of
 * several hundred nodes, components that not every request needs are drawn anew at each visit.
 */
export function expectedSuccess(of: FlowParts, most: MostWork): number {
  if (of.needed === 0 || of.dead[of.entry] === 1) return 0;
  if (of.order.length <= mostDeep) {
    const work = workOn(of, true, most.exactly);
    const exact = visitSucceeds(work, of.entry);
    if (work.done <= work.most) return of.needed * exact;
  }
  return of.needed * (byStates(of, most.visits) ?? fromBelow(workOn(of, false, most.exactly), of.order));
}

/** Success at the entry with callees worked out before their callers, so that a long chain is no deeper than a short one. */
function fromBelow(work: Work, order: readonly number[]): number {
  for (const node of order) visitSucceeds(work, node);
  return visitSucceeds(work, work.of.entry);
}

/** Success in single states of the components: worked out again only for visits that something down bears on. */
interface States {
  /** With all components up. */
  readonly whole: number;
  /** How many visits a state takes, and success in it, by the components that are down. */
  readonly visits: (down: readonly number[]) => number;
  readonly success: (down: readonly number[]) => number;
}

function statesOf(of: FlowParts): States {
  const work = workOn(of, false, Number.POSITIVE_INFINITY);
  for (const component of of.chance.keys()) decide(work, work.up, component);
  const whole = fromBelow(work, of.order);
  const allUp = work.plain.slice();
  /** Rows of the nodes that each component is below of: callees come before their callers. */
  const above: number[][] = of.chance.map(() => []);
  for (const row of of.order.keys())
    for (const component of membersOf(bitsOf(of.below, row))) above[component]?.push(row);
  const rowsAbove = (down: readonly number[]): readonly number[] => {
    const [first = 0] = down;
    if (down.length === 1) return above[first] ?? [];
    return [...new Set(down.flatMap((component) => above[component] ?? []))].sort((a, b) => a - b);
  };
  const success = (down: readonly number[]): number => {
    const rows = rowsAbove(down);
    for (const component of down) {
      reopen(work, work.up, component);
      decide(work, work.down, component);
    }
    for (const row of rows) work.plain[row] = -1;
    const value = fromBelow(
      work,
      rows.map((row) => of.order[row] as number),
    );
    for (const row of rows) work.plain[row] = allUp[row] as number;
    for (const component of down) {
      reopen(work, work.down, component);
      decide(work, work.up, component);
    }
    return value;
  };
  const visits = (down: readonly number[]) =>
    down.reduce((sum, component) => sum + (above[component]?.length ?? 0), 0);
  return { whole, visits, success };
}

/**
 * Success over the states of the components: Π over them of 1 − q(1 − A(it down) ÷ A(all up)), q being the chance that it is
 * down, as if no two of them backed each other up; and for states with several of them down, the most probable first and as
 * many as the work allows, the probability of the state × what success in it differs from that. Null where each component
 * down alone takes too long already.
 */
function byStates(of: FlowParts, mostVisits: number): number | null {
  const states = statesOf(of);
  const { whole } = states;
  const components = [...of.chance.keys()].filter((component) => (of.chance[component] as number) > 0);
  let visits = components.reduce((sum, component) => sum + states.visits([component]), 0);
  if (visits > mostVisits) return null;
  if (whole === 0) return 0;
  const chances = components.map((component) => of.chance[component] as number);
  const kept = components.map((component) => states.success([component]) / whole);
  const alone = chances.reduce((product, up, i) => product * (up + (1 - up) * (kept[i] as number)), whole);
  const allUp = chances.reduce((product, up) => product * up, 1);
  let together = 0;
  for (const { members, weight } of likeliestSets(chances.map((up) => (1 - up) / up))) {
    const probability = allUp * weight;
    if (probability < leastProbability) break;
    if (members.length < 2) continue;
    const down = members.map((i) => components[i] as number);
    visits += states.visits(down);
    if (visits > mostVisits) break;
    const asIfAlone = members.reduce((product, i) => product * (kept[i] as number), whole);
    together += probability * (states.success(down) - asIfAlone);
  }
  return Math.min(1, Math.max(0, alone + together));
}
