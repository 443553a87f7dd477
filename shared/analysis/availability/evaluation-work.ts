import { addBit, type Bits, hasBit, removeBit } from '../../math/bit-set';
import type { FlowParts } from './flow-parts';
import type { KnownValues } from './known-values';
import { type Decisions, decisionsOn, isDown, isOut, statusOf } from './shared-components';
import type { Outcome } from './visit-part';

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
export function upChance(work: Work, node: number): number {
  if (isDown(work, node)) return 0;
  return ownChance(work, node);
}

export function ownChance({ of, up, down }: Work, node: number): number {
  let product = 1;
  for (const component of of.own[node] ?? none)
    if (!hasBit(up, component) && !hasBit(down, component)) product *= of.chance[component] as number;
  return product;
}

/** The probability that an outcome's callee can be picked, by what its health check covers. */
export function pickableChance(work: Work, outcome: Outcome): number {
  if (isOut(work, outcome)) return 0;
  return openOf(work, outcome).reduce(
    (product, component) => product * (work.of.chance[component] as number),
    1,
  );
}

/** Components of an outcome's status that are not decided. */
export const openOf = ({ of, up, down }: Work, outcome: Outcome): readonly number[] =>
  statusOf(of, outcome).filter((component) => !hasBit(up, component) && !hasBit(down, component));
