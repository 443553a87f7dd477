import { bitsOf } from '../math/bit-rows';
import { hasBit, membersOf } from '../math/bit-set';
import { likeliestSets } from '../math/likeliest-sets';
import type { FlowParts } from './availability-flow';
import { callsSucceed, plainCallsOf } from './plain-calls';
import { decide, reopen, visitSucceeds, type Work, workOn } from './visit-success';

/** How much may be looked at for one flow before a way is given up. */
export interface MostWork {
  /** Words of sets and parts of visits, for the exact way. */
  readonly exactly: number;
  /** Visits, where states with one component down are gone through, and where those with several are. */
  readonly singly: number;
  readonly together: number;
}

/** What one of so many flows of a design may take. */
export const mostWorkOf = (flows: number): MostWork => ({
  exactly: 150_000,
  singly: 20_000 / flows,
  together: 5_000 / flows,
});

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
  return of.needed * (byStates(of, most) ?? fromBelow(workOn(of, false, most.exactly), of.order));
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
  /** By the components that are down. */
  readonly success: (down: readonly number[]) => number;
}

/** For each component the rows of the nodes that it is below of: callees come before their callers. */
function rowsAbove({ chance, order, below }: FlowParts): readonly (readonly number[])[] {
  const above: number[][] = chance.map(() => []);
  for (const at of order.keys())
    for (const component of membersOf(bitsOf(below, at))) above[component]?.push(at);
  return above;
}

function statesOf(of: FlowParts, above: readonly (readonly number[])[]): States {
  const { order, row, own, dead, pattern } = of;
  const calls = plainCallsOf(pattern);
  const work = workOn(of, false, Number.POSITIVE_INFINITY);
  for (const component of of.chance.keys()) decide(work, work.up, component);
  const evaluate = (at: number): void => {
    const node = order[at] as number;
    if (calls.isPlain[node] === 0) work.plain[at] = visitSucceeds(work, node);
    else if (dead[node] === 1 || own[node]?.some((component) => hasBit(work.down, component)) === true)
      work.plain[at] = 0;
    else {
      const hits = pattern.hitRate[node] as number;
      work.plain[at] = hits + (1 - hits) * callsSucceed(calls, node, row, work.plain);
    }
  };
  for (const at of order.keys()) evaluate(at);
  const allUp = work.plain.slice();
  const entry = row[of.entry] as number;
  const success = (down: readonly number[]): number => {
    const rows = down.reduce<readonly number[]>((all, component) => merged(all, above[component] ?? []), []);
    for (const component of down) {
      reopen(work, work.up, component);
      decide(work, work.down, component);
    }
    for (const at of rows) work.plain[at] = -1;
    for (const at of rows) evaluate(at);
    const value = work.plain[entry] as number;
    for (const at of rows) work.plain[at] = allUp[at] as number;
    for (const component of down) {
      reopen(work, work.down, component);
      decide(work, work.up, component);
    }
    return value;
  };
  return { whole: allUp[entry] as number, success };
}

/** Two rising lists as one, without what both have twice. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  const all: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const one = a[i] ?? Number.POSITIVE_INFINITY;
    const other = b[j] ?? Number.POSITIVE_INFINITY;
    all.push(Math.min(one, other));
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return all;
}

/**
 * Success over the states of the components: Π over them of 1 − q(1 − A(it down) ÷ A(all up)), q being the chance that it is
 * down, as if no two of them backed each other up; and for states with several of them down, the most probable first and as
 * many as the work allows, the probability of the state × what success in it differs from that. Null where each component
 * down alone takes too long already.
 */
function byStates(of: FlowParts, most: MostWork): number | null {
  const above = rowsAbove(of);
  const components = [...of.chance.keys()].filter((component) => (of.chance[component] as number) > 0);
  const visitsOf = (component: number): number => above[component]?.length ?? 0;
  if (components.reduce((sum, component) => sum + visitsOf(component), 0) > most.singly) return null;
  const states = statesOf(of, above);
  const { whole } = states;
  if (whole === 0) return 0;
  const chances = components.map((component) => of.chance[component] as number);
  const kept = components.map((component) => states.success([component]) / whole);
  const alone = chances.reduce((product, up, i) => product * (up + (1 - up) * (kept[i] as number)), whole);
  const allUp = chances.reduce((product, up) => product * up, 1);
  let visits = 0;
  let together = 0;
  for (const { members, weight } of likeliestSets(chances.map((up) => (1 - up) / up))) {
    const probability = allUp * weight;
    if (probability < leastProbability) break;
    if (members.length < 2) continue;
    const down = members.map((i) => components[i] as number);
    visits += down.reduce((sum, component) => sum + visitsOf(component), 0);
    if (visits > most.together) break;
    const asIfAlone = members.reduce((product, i) => product * (kept[i] as number), whole);
    together += probability * (states.success(down) - asIfAlone);
  }
  return Math.min(1, Math.max(0, alone + together));
}
