import type { ResolvedConfig, ResolvedNode } from '../catalog/resolved';
import type { Moments } from '../math/response-variance';
import { isPaced } from './rate-limit';
import type { NodeLoad, Ordered, Spread, StationState } from './station';
import { stationState } from './stations';

interface Known {
  readonly behaviour: ResolvedNode['behaviour'];
  readonly spread: Spread;
  readonly load: NodeLoad;
  readonly rest: Moments | null;
  readonly state: StationState;
}

/**
 * The latest states of each configuration, by what arrives a second: nodes that say the same share theirs. A state is taken
 * only where all that it follows from is compared, so that it does not matter what was analysed before.
 */
const byRate = new WeakMap<ResolvedConfig, Map<number, Known>>();
const mostRates = 256;
/** The state that was last worked out for a node: more nodes may share a configuration than it has room for. */
const latest = new WeakMap<ResolvedNode, Known>();

/**
 * The state of a station, which is worked out again only where its configuration, its spread, its load or, with places, what its visits
 * take is another.
 */
export function stateOf(
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments | null = null,
): StationState {
  const rate = load.readsRps + load.writesRps;
  const rates = byRate.get(node.config) ?? new Map<number, Known>();
  const found = rates.get(rate);
  if (found !== undefined && isFor(found, node, spread, load, rest)) return found.state;
  const before = latest.get(node);
  if (before !== undefined && isFor(before, node, spread, load, rest)) return before.state;
  const state = stationState(node, spread, load, rest);
  const made = { behaviour: node.behaviour, spread, load, rest, state };
  if (rates.size === mostRates) rates.clear();
  byRate.set(node.config, rates.set(rate, made));
  latest.set(node, made);
  return made.state;
}

const isFor = (
  known: Known,
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments | null,
): boolean =>
  known.behaviour === node.behaviour &&
  isSameSpread(known.spread, spread) &&
  isSameLoad(known.load, load) &&
  isSameRest(known.rest, rest);

const isSameRest = (a: Moments | null, b: Moments | null): boolean =>
  a === b ||
  (a !== null && b !== null && Object.is(a.meanMs, b.meanMs) && Object.is(a.varianceMs2(), b.varianceMs2()));

const isSameSpread = (a: Spread, b: Spread): boolean =>
  a.kind === b.kind &&
  isPaced(a) === isPaced(b) &&
  (a.kind !== 'hashed' || b.kind !== 'hashed' || a.hotShare === b.hotShare) &&
  (a.kind !== 'shared' || b.kind !== 'shared' || isSameOrder(a.ordered, b.ordered));

const isSameOrder = (a: Ordered | undefined, b: Ordered | undefined): boolean =>
  a === b || (a?.partitions === b?.partitions && a?.hotShare === b?.hotShare);

const isSameLoad = (a: NodeLoad, b: NodeLoad): boolean =>
  a.readsRps === b.readsRps &&
  a.writesRps === b.writesRps &&
  a.bytesPerSecond === b.bytesPerSecond &&
  a.connections === b.connections;
