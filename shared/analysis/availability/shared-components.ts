import { bitsOf, isRowDisjoint } from '../../math/bit-rows';
import { addBit, addBits, type Bits, hasBit, membersOf, removeBit } from '../../math/bit-set';
import type { FlowParts } from './flow-parts';
import { asksState, type Outcome, type Pick, type VisitPart, type VisitParts } from './visit-parts';

const none: readonly number[] = [];

type Miss = Extract<VisitPart, { readonly kind: 'miss' }>;

/** What a flow can fail on, and which of its components are decided to be up or down. */
export interface Decisions {
  readonly of: FlowParts;
  readonly up: Bits;
  readonly down: Bits;
  /** By row: components that two factors of a node's visit depend on where nothing is down, as far as they are known. */
  readonly memory: (Bits | undefined)[];
  /** No component at all. */
  readonly nothing: Bits;
  /** Where the components of one visit are gathered; empty between visits. */
  readonly met: Bits;
  readonly shared: Bits;
}

/** Nothing decided. */
export function decisionsOn(of: FlowParts): Decisions {
  const { words } = of.below;
  const none = () => new Int32Array(words);
  return {
    of,
    up: none(),
    down: none(),
    memory: new Array(of.order.length).fill(undefined),
    nothing: none(),
    met: none(),
    shared: none(),
  };
}

/** Whether a node's own components let it answer for certain not at all. */
export const isDown = ({ of, down }: Decisions, node: number): boolean => isDownBy(of, down, node);

function isDownBy({ dead, own }: FlowParts, down: Bits, node: number): boolean {
  if (dead[node] === 1) return true;
  for (const component of own[node] ?? none) if (hasBit(down, component)) return true;
  return false;
}

/** Open components on which two factors of a visit's success depend; in a loop all below it, for it is visited again. */
export function sharedAt(work: Decisions, node: number): readonly number[] {
  const { of, up, down, memory } = work;
  const { below, row, pattern } = of;
  if (below.words === 0) return none;
  // What is down only takes components away, and only where it bears on the visit.
  const at = row[node] as number;
  const atMost = memory[at] ?? metTwice(work, work.nothing, node);
  memory[at] = atMost;
  if (isDecided(atMost, up, down)) return none;
  const isWhole = pattern.loop[node] !== undefined || isRowDisjoint(below, at, down);
  const shared = isWhole ? atMost.slice() : metTwice(work, down, node).slice();
  for (let i = 0; i < shared.length; i++)
    shared[i] = (shared[i] as number) & ~((up[i] as number) | (down[i] as number));
  return membersOf(shared);
}

function isDecided(components: Bits, up: Bits, down: Bits): boolean {
  for (let i = 0; i < components.length; i++)
    if (((components[i] as number) & ~((up[i] as number) | (down[i] as number))) !== 0) return false;
  return true;
}

/** Components on which two factors of a visit's success depend, whether they are decided or not. */
function metTwice(work: Decisions, down: Bits, node: number): Bits {
  const { of, met, shared, nothing } = work;
  const { pattern, below, row } = of;
  if (pattern.loop[node] !== undefined) return bitsOf(below, row[node] as number);
  const parts = pattern.parts[node] ?? [];
  if (parts.length === 0) return nothing;
  met.fill(0);
  shared.fill(0);
  for (const component of of.own[node] ?? none) addBit(met, component);
  meet(of, down, parts, met, shared);
  return shared.some((word) => word !== 0) ? shared.slice() : nothing;
}

/** Adds the components of each part to `met`, and to `shared` those that were met before. */
function meet(of: FlowParts, down: Bits, parts: VisitParts, met: Bits, shared: Bits): void {
  for (const part of parts) {
    if (part.kind === 'call') {
      meetCall(of, down, part.to, part.mean, met, shared);
      continue;
    }
    const own = new Int32Array(met.length);
    if (part.kind === 'miss') meetMiss(of, down, part, own, shared);
    else meetPick(of, down, part, own, shared);
    overlap(met, own, shared);
    addBits(met, own);
  }
}

function meetCall(of: FlowParts, down: Bits, to: number, mean: number, met: Bits, shared: Bits): void {
  const { row, must, below, pattern } = of;
  const callee = row[to] as number;
  if (isDownBy(of, down, to) || !isRowDisjoint(must, callee, down)) return;
  const isRepeated = mean > 1 && pattern.decided[to] === 0;
  const from = callee * below.words;
  for (let i = 0; i < below.words; i++) {
    const word = below.data[from + i] as number;
    shared[i] = (shared[i] as number) | (isRepeated ? word : (met[i] as number) & word);
    met[i] = (met[i] as number) | word;
  }
}

function overlap(a: Bits, b: Bits, shared: Bits): void {
  for (let i = 0; i < a.length; i++)
    shared[i] = (shared[i] as number) | ((a[i] as number) & (b[i] as number));
}

function meetMiss(
  of: FlowParts,
  down: Bits,
  { cache, soft, missed, hit }: Miss,
  own: Bits,
  shared: Bits,
): void {
  const status = new Int32Array(own.length);
  if (soft) for (const component of of.own[cache] ?? none) addBit(status, component);
  for (const parts of [missed, hit]) {
    const branch = new Int32Array(own.length);
    meet(of, down, parts, branch, shared);
    overlap(status, branch, shared);
    addBits(own, branch);
  }
  addBits(own, status);
}

function meetPick(of: FlowParts, down: Bits, pick: Pick, own: Bits, shared: Bits): void {
  const { outcomes, failover, prefers } = pick;
  const isOut = (node: number) => failover && isDownBy(of, down, node);
  const statuses = new Int32Array(own.length);
  for (const outcome of outcomes) {
    if (isOut(outcome.to) || !asksState(pick, outcome)) continue;
    const status = new Int32Array(own.length);
    for (const component of of.own[outcome.to] ?? none) addBit(status, component);
    overlap(statuses, status, shared);
    addBits(statuses, status);
  }
  for (const outcome of outcomes) {
    if (failover ? isOut(outcome.to) : outcome.share === 0 && !prefers) continue;
    const inner = new Int32Array(own.length);
    meet(of, down, outcome.parts, inner, shared);
    if (failover || prefers) {
      // Its own state is given where it is picked and called; the others' states are factors beside it.
      const others = statuses.slice();
      if (isPlainCall(outcome))
        for (const component of of.own[outcome.to] ?? none) removeBit(others, component);
      overlap(others, inner, shared);
    }
    addBits(own, inner);
  }
  addBits(own, statuses);
}

export const isPlainCall = ({ parts, to }: Outcome): boolean =>
  parts.length === 0 || (parts.length === 1 && parts[0]?.kind === 'call' && parts[0].to === to);
