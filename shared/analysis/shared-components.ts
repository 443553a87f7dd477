import { addBit, addBits, type Bits, hasBit, isDisjoint, membersOf, removeBit } from '../math/bit-set';
import type { FlowParts } from './availability-flow';
import type { Outcome, VisitPart, VisitParts } from './visit-plan';

/** What a flow can fail on, and which of its components are decided to be up or down. */
export interface Decisions {
  readonly of: FlowParts;
  readonly up: Bits;
  readonly down: Bits;
  readonly memory: SharedMemory;
}

/** Components that two factors of each node's visit depend on where nothing is down. */
export type SharedMemory = (Bits | undefined)[];

export const noMemory = (): SharedMemory => [];

/** Whether a node's own components let it answer for certain not at all. */
export function isDown({ of, down }: Decisions, node: number): boolean {
  if (of.dead[node] === 1) return true;
  for (const component of of.own[node] ?? []) if (hasBit(down, component)) return true;
  return false;
}

/** Open components on which two factors of a visit's success depend; in a loop all below it, for it is visited again. */
export function sharedAt(work: Decisions, node: number): readonly number[] {
  const { of, up, down, memory } = work;
  const below = of.below[node] as Bits;
  if (below.length === 0) return none;
  // What is down only takes components away, and only where it bears on the visit.
  const atMost = memory[node] ?? metTwice({ ...work, down: new Int32Array(below.length) }, node);
  memory[node] = atMost;
  if (isDecided(atMost, up, down)) return none;
  const isWhole = of.loop[node] !== undefined || isDisjoint(below, down);
  const shared = isWhole ? atMost.slice() : metTwice(work, node);
  for (let i = 0; i < shared.length; i++)
    shared[i] = (shared[i] as number) & ~((up[i] as number) | (down[i] as number));
  return membersOf(shared);
}

const none: readonly number[] = [];

function isDecided(components: Bits, up: Bits, down: Bits): boolean {
  for (let i = 0; i < components.length; i++)
    if (((components[i] as number) & ~((up[i] as number) | (down[i] as number))) !== 0) return false;
  return true;
}

/** Components on which two factors of a visit's success depend, whether they are decided or not. */
function metTwice(work: Decisions, node: number): Bits {
  const { of } = work;
  const below = of.below[node] as Bits;
  if (of.loop[node] !== undefined) return below;
  const shared = new Int32Array(below.length);
  const parts = of.parts[node] ?? [];
  if (parts.length === 0) return shared;
  const met = new Int32Array(below.length);
  for (const component of of.own[node] ?? none) addBit(met, component);
  meet(work, parts, met, shared);
  return shared;
}

/** Adds the components of each part to `met`, and to `shared` those that were met before. */
function meet(work: Decisions, parts: VisitParts, met: Bits, shared: Bits): void {
  for (const part of parts) {
    const own = new Int32Array(met.length);
    meetPart(work, part, own, shared);
    overlap(met, own, shared);
    addBits(met, own);
  }
}

function overlap(a: Bits, b: Bits, shared: Bits): void {
  for (let i = 0; i < a.length; i++)
    shared[i] = (shared[i] as number) | ((a[i] as number) & (b[i] as number));
}

function meetPart(work: Decisions, part: VisitPart, own: Bits, shared: Bits): void {
  const { of, down } = work;
  if (part.kind === 'call') {
    if (isDown(work, part.to) || !isDisjoint(of.must[part.to] as Bits, down)) return;
    const below = of.below[part.to] as Bits;
    if (part.mean > 1 && of.decided[part.to] === 0) addBits(shared, below);
    addBits(own, below);
    return;
  }
  if (part.kind === 'miss') {
    const status = new Int32Array(own.length);
    if (part.soft) for (const component of of.own[part.cache] ?? []) addBit(status, component);
    for (const parts of [part.missed, part.hit]) {
      const branch = new Int32Array(own.length);
      meet(work, parts, branch, shared);
      overlap(status, branch, shared);
      addBits(own, branch);
    }
    addBits(own, status);
    return;
  }
  meetPick(work, part.outcomes, part.failover, own, shared);
}

function meetPick(
  work: Decisions,
  outcomes: readonly Outcome[],
  failover: boolean,
  own: Bits,
  shared: Bits,
): void {
  const statuses = new Int32Array(own.length);
  for (const outcome of outcomes) {
    if (failover && isDown(work, outcome.to)) continue;
    const status = new Int32Array(own.length);
    if (failover) for (const component of work.of.own[outcome.to] ?? []) addBit(status, component);
    overlap(statuses, status, shared);
    addBits(statuses, status);
  }
  for (const outcome of outcomes) {
    if (failover ? isDown(work, outcome.to) : outcome.share === 0) continue;
    const inner = new Int32Array(own.length);
    meet(work, outcome.parts, inner, shared);
    if (failover) {
      // Its own state is given where it is picked and called; the others' states are factors beside it.
      const others = statuses.slice();
      if (isPlainCall(outcome))
        for (const component of work.of.own[outcome.to] ?? []) removeBit(others, component);
      overlap(others, inner, shared);
    }
    addBits(own, inner);
  }
  addBits(own, statuses);
}

export const isPlainCall = ({ parts, to }: Outcome): boolean =>
  parts.length === 0 || (parts.length === 1 && parts[0]?.kind === 'call' && parts[0].to === to);
