import type { ResolvedConfig, ResolvedNode } from '../catalog/resolved';
import type { NodeLoad, Spread, StationState } from './station';
import { stationState } from './stations';

interface Known {
  readonly spread: Spread;
  readonly load: NodeLoad;
  readonly state: StationState;
}

/** The latest state of each node: an edit changes the loads of few. */
const latest = new WeakMap<ResolvedNode, Known>();
/** The states of nodes without load; those that say nothing themselves share their configuration. */
const idle = new WeakMap<ResolvedConfig, Known & { readonly behaviour: ResolvedNode['behaviour'] }>();

/** The state of a station, which is worked out again only where its node, its spread or its load is another. */
export function stateOf(node: ResolvedNode, spread: Spread, load: NodeLoad): StationState {
  if (load.readsRps + load.writesRps === 0) return idleState(node, spread, load);
  const known = latest.get(node);
  if (known !== undefined && isSameSpread(known.spread, spread) && isSameLoad(known.load, load))
    return known.state;
  const state = stationState(node, spread, load);
  latest.set(node, { spread, load, state });
  return state;
}

function idleState(node: ResolvedNode, spread: Spread, load: NodeLoad): StationState {
  const known = idle.get(node.config);
  if (
    known !== undefined &&
    known.behaviour === node.behaviour &&
    isSameSpread(known.spread, spread) &&
    isSameLoad(known.load, load)
  )
    return known.state;
  const state = stationState(node, spread, load);
  idle.set(node.config, { behaviour: node.behaviour, spread, load, state });
  return state;
}

const isSameSpread = (a: Spread, b: Spread): boolean =>
  a.kind === b.kind && (a.kind !== 'hashed' || b.kind !== 'hashed' || a.hotShare === b.hotShare);

const isSameLoad = (a: NodeLoad, b: NodeLoad): boolean =>
  a.readsRps === b.readsRps && a.writesRps === b.writesRps && a.bytesPerSecond === b.bytesPerSecond;
