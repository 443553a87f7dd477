import { bitsOf, isRowDisjoint } from '../../math/bit-rows';
import { addBit, addBits, type Bits, hasBit, membersOf, removeBit } from '../../math/bit-set';
import { failsWith, passesWith } from './checked-components';
import type { FlowParts } from './flow-parts';
import { isDecided as isCallDecided } from './pattern-parts';
import {
  asksState,
  type CallPart,
  type Outcome,
  type VisitPart,
  type VisitParts,
  type Pick as VisitPick,
} from './visit-part';

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

/** Whether an outcome is out for certain, by its callee's own components or by what its health check asks for. */
export const isOut = ({ of, down }: Decisions, outcome: Outcome): boolean => isOutBy(of, down, outcome);

function isOutBy(of: FlowParts, down: Bits, { check, to }: Outcome): boolean {
  const checked = check === null ? undefined : of.checked.get(check);
  return check === null || checked === undefined
    ? isDownBy(of, down, to)
    : failsWith(check, checked, of, down);
}

/** Components that all have to be up for an outcome's callee to be picked; those that others may stand in for are decided before. */
export const statusOf = ({ checked, own }: FlowParts, { check, to }: Outcome): readonly number[] =>
  (check === null ? own[to] : checked.get(check)?.components) ?? none;

/** Open components on which two factors of a visit's success depend; in a loop all below it, for it is visited again. */
export function sharedAt(work: Decisions, node: number): readonly number[] {
  const { of, up, down, memory, nothing } = work;
  const { below, row, pattern } = of;
  if (below.words === 0) return none;
  // What is down only takes components away, and only where it bears on the visit.
  const at = row[node] as number;
  const atMost = memory[at] ?? metTwice(work, nothing, nothing, node);
  memory[at] = atMost;
  if (isDecided(atMost, up, down)) return none;
  const isWhole =
    pattern.loop[node] !== undefined || (pattern.checksAny[node] === 0 && isRowDisjoint(below, at, down));
  const shared = isWhole ? atMost.slice() : metTwice(work, up, down, node).slice();
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
function metTwice(work: Decisions, up: Bits, down: Bits, node: number): Bits {
  const { of, met, shared, nothing } = work;
  const { pattern, below, row } = of;
  if (pattern.loop[node] !== undefined) return bitsOf(below, row[node] as number);
  const parts = pattern.parts[node] ?? [];
  if (parts.length === 0) return nothing;
  met.fill(0);
  shared.fill(0);
  for (const component of of.own[node] ?? none) addBit(met, component);
  meet({ of, up, down }, parts, met, shared);
  return shared.some((word) => word !== 0) ? shared.slice() : nothing;
}

/** What a flow can fail on, and components that are taken as up and as down. */
type Given = Pick<Decisions, 'of' | 'up' | 'down'>;

/** Adds the components of each part to `met`, and to `shared` those that were met before. */
function meet(given: Given, parts: VisitParts, met: Bits, shared: Bits): void {
  for (const part of parts) {
    if (part.kind === 'call' && part.fallbacks.length === 0) {
      meetCallee(given, part.to, part.mean > 1 && given.of.pattern.decided[part.to] === 0, met, shared);
      continue;
    }
    const own = new Int32Array(met.length);
    if (part.kind === 'call') meetWithFallbacks(given, part, own, shared);
    else if (part.kind === 'miss') meetMiss(given, part, own, shared);
    else meetPick(given, part, own, shared);
    overlap(met, own, shared);
    addBits(met, own);
  }
}

/** Either of them lets the call succeed: what two of them depend on is shared. */
function meetWithFallbacks(given: Given, call: CallPart, own: Bits, shared: Bits): void {
  const isRepeated = call.mean > 1 && !isCallDecided(call, given.of.pattern.decided);
  for (const { to } of [call, ...call.fallbacks]) meetCallee(given, to, isRepeated, own, shared);
}

function meetCallee({ of, down }: Given, to: number, isRepeated: boolean, met: Bits, shared: Bits): void {
  const { row, must, below } = of;
  const callee = row[to] as number;
  if (isDownBy(of, down, to) || !isRowDisjoint(must, callee, down)) return;
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

function meetMiss(given: Given, { cache, soft, missed, hit }: Miss, own: Bits, shared: Bits): void {
  const status = new Int32Array(own.length);
  if (soft) for (const component of given.of.own[cache] ?? none) addBit(status, component);
  for (const parts of [missed, hit]) {
    const branch = new Int32Array(own.length);
    meet(given, parts, branch, shared);
    overlap(status, branch, shared);
    addBits(own, branch);
  }
  addBits(own, status);
}

function meetPick(given: Given, pick: VisitPick, own: Bits, shared: Bits): void {
  const { of, up, down } = given;
  const { outcomes, failover, prefers } = pick;
  const left = failover ? outcomes.filter((outcome) => !isOutBy(of, down, outcome)) : outcomes;
  const statuses = new Int32Array(own.length);
  for (const outcome of left) {
    if (!asksState(pick, outcome)) continue;
    const status = new Int32Array(own.length);
    for (const component of statusOf(of, outcome)) addBit(status, component);
    overlap(statuses, status, shared);
    addBits(statuses, status);
  }
  for (const { check } of left) {
    const checked = check === null ? undefined : of.checked.get(check);
    if (check === null || checked === undefined || passesWith(check, checked, of, up)) continue;
    // Whether one of several is up is decided before the pick.
    addBits(shared, checked.further);
    addBits(own, checked.further);
  }
  for (const outcome of left) {
    if (!failover && outcome.share === 0 && !prefers) continue;
    const inner = new Int32Array(own.length);
    meet(given, outcome.parts, inner, shared);
    if (failover || prefers) {
      // Its own state is given where it is picked and called; the others' states are factors beside it.
      const others = statuses.slice();
      if (isGiven(outcome)) for (const component of statusOf(of, outcome)) removeBit(others, component);
      overlap(others, inner, shared);
    }
    addBits(own, inner);
  }
  addBits(own, statuses);
}

/** Whether what an outcome does is worked out given that its callee's status lets it be picked. */
const isGiven = (outcome: Outcome): boolean => outcome.check !== null || isPlainCall(outcome);

export const isPlainCall = ({ parts, to }: Outcome): boolean =>
  parts.length === 0 || (parts.length === 1 && parts[0]?.kind === 'call' && parts[0].to === to);
