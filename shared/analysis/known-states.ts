import type { ResolvedConfig, ResolvedNode } from '../catalog/resolved';
import type { NodeLoad, Spread, StationState } from './station';
import { stationState } from './stations';

interface Known {
  readonly behaviour: ResolvedNode['behaviour'];
  readonly spread: Spread;
  readonly load: NodeLoad;
  readonly state: StationState;
}

/**
 * The latest states of each configuration, by what arrives a second: nodes that say the same share theirs. A state is taken
 * only where all that it follows from is compared, so that it does not matter who asked before.
 */
const byRate = new WeakMap<ResolvedConfig, Map<number, Known>>();
const mostRates = 256;
/** The state that was last worked out for a node: more nodes may share a configuration than it has room for. */
const latest = new WeakMap<ResolvedNode, Known>();

/** The state of a station, which is worked out again only where its configuration, its spread or its load is another. */
export function stateOf(node: ResolvedNode, spread: Spread, load: NodeLoad): StationState {
  const rate = load.readsRps + load.writesRps;
  const rates = byRate.get(node.config) ?? new Map<number, Known>();
  const found = rates.get(rate);
  if (found !== undefined && isFor(found, node, spread, load)) return found.state;
  const before = latest.get(node);
  if (before !== undefined && isFor(before, node, spread, load)) return before.state;
  const made = { behaviour: node.behaviour, spread, load, state: stationState(node, spread, load) };
  if (rates.size === mostRates) rates.clear();
  byRate.set(node.config, rates.set(rate, made));
  latest.set(node, made);
  return made.state;
}

const isFor = (known: Known, node: ResolvedNode, spread: Spread, load: NodeLoad): boolean =>
  known.behaviour === node.behaviour && isSameSpread(known.spread, spread) && isSameLoad(known.load, load);

const isSameSpread = (a: Spread, b: Spread): boolean =>
  a.kind === b.kind && (a.kind !== 'hashed' || b.kind !== 'hashed' || a.hotShare === b.hotShare);

const isSameLoad = (a: NodeLoad, b: NodeLoad): boolean =>
  a.readsRps === b.readsRps && a.writesRps === b.writesRps && a.bytesPerSecond === b.bytesPerSecond;
