import { memberCount } from '../../math/bit-rows';
import { componentsDown } from './components-down';
import { workOn } from './evaluation-work';
import { type FlowParts, mostDeep, mostSingly } from './flow-parts';
import { visitSucceeds } from './visit-success';

/** How much may be looked at for one flow before a way is given up. */
export interface MostWork {
  /** Words of sets and parts of visits, for the exact way. */
  readonly exactly: number;
  /** Visits, in states with one component down and in those with several. */
  readonly singly: number;
  readonly together: number;
}

/** What one of so many flows of a design with so many nodes may take. */
export const mostWorkOf = (flows: number, nodes: number): MostWork => ({
  exactly: 100_000,
  singly: mostSingly / (flows * Math.max(300, nodes)),
  together: 24_000_000 / (flows * Math.max(16, nodes) ** 2),
});

/** Words of sets and parts up to which states are gone through whose visits draw, or turn in loops. */
const mostDrawn = 1_000_000;

/**
 * The probability that a request succeeds: exactly, by factoring (condition on a component that two factors of a visit's
 * success share, at the visit where they meet, and remember what was found below under each decision).
 *
 * The work for that is bounded, for a flow may cross dozens of components that branches share and that are optional to each. Beyond
 * it all states of the components are gone through that are probable enough, and beyond that again, in flows of several
 * hundred nodes, components that not every request needs are drawn anew at each visit.
 */
export function expectedSuccess(of: FlowParts, most: MostWork): number {
  if (of.needed === 0 || of.dead[of.entry] === 1) return 0;
  if (of.order.length <= mostDeep) {
    const work = workOn(of, true, most.exactly);
    const exact = visitSucceeds(work, of.entry);
    if (work.done <= work.most) return of.needed * exact;
  }
  return of.needed * (byStates(of, most) ?? drawnAnew(of));
}

/** Callees are worked out before their callers, so that a long chain is no deeper than a short one. */
function drawnAnew(of: FlowParts): number {
  const work = workOn(of, false, Number.POSITIVE_INFINITY);
  for (const node of of.order) visitSucceeds(work, node);
  return visitSucceeds(work, of.entry);
}

/** Probabilities of a state below which it is left out, where the work allows for no less probable ones. */
const leastProbabilities = [1e-15, 1e-13, 1e-11, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2];

/**
 * Success over the states of the components: Π over them of 1 − q(1 − A(it down) ÷ A(all up)), q being the chance that it is
 * down, as if no two of them backed each other up; and for states with several of them down that are probable enough, the
 * probability of the state × what success in it differs from that. Null where each component down alone is too much work.
 */
function byStates(of: FlowParts, most: MostWork): number | null {
  if (!of.hasSets || memberCount(of.below) > most.singly) return null;
  const { chance, visits, whole, success, done } = componentsDown(of);
  if (whole === 0) return 0;
  const kept = chance.map((_, i) => success(i, () => undefined) / whole);
  const alone = chance.reduce((product, up, i) => product * (up + (1 - up) * (kept[i] as number)), whole);
  const odds = chance.map((up) => (1 - up) / up);
  const allUp = chance.reduce((product, up) => product * up, 1);
  const least = leastProbabilities.find((p) => visitsAbove(p / allUp, odds, visits, most.together) !== null);
  if (least === undefined) return alone;
  let together = 0;
  /** States with the components down that are, and one or more of those from `first` on. */
  const goThrough = (first: number, probability: number, asIfAlone: number, isAlone: boolean): void => {
    for (let i = first; i < chance.length; i++) {
      const ofState = probability * (odds[i] as number);
      if (ofState < least || done() > mostDrawn) continue;
      const estimate = asIfAlone * (kept[i] as number);
      const found = success(i, () => goThrough(i + 1, ofState, estimate, false));
      if (!isAlone) together += ofState * (found - estimate);
    }
  };
  goThrough(0, allUp, whole, true);
  return Math.min(1, Math.max(0, alone + together));
}

/** Visits in all states of which the product of the odds is at least so much; null where they are more than allowed. */
function visitsAbove(
  least: number,
  odds: readonly number[],
  visits: readonly number[],
  most: number,
): number | null {
  let sum = 0;
  const count = (first: number, product: number): void => {
    for (let i = first; i < odds.length && sum <= most; i++) {
      const ofState = product * (odds[i] as number);
      if (ofState < least) continue;
      sum += visits[i] as number;
      count(i + 1, ofState);
    }
  };
  count(0, 1);
  return sum <= most ? sum : null;
}
