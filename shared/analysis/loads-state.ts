import type { Adjacency } from '../math/components';
import type { LoadModel } from './load-model';
import type { Passed } from './passed';
import type { NodeLoad } from './station';
import { visitsAt } from './visit-positions';

/** Arrivals everywhere, with losses and retries: the fixed point of offered load, losses and retries (`assets/help/model.md`, Traffic). */
export interface Loads {
  /** Arrivals of each flow (outer) at each position of visits (inner), a second. */
  readonly offeredRps: readonly Float64Array[];
  readonly nodes: readonly NodeLoad[];
  readonly passed: readonly Passed[];
  /** False where the fixed point was not reached: a retry storm that swings. */
  readonly settled: boolean;
  /** The loops in which it was not reached. */
  readonly unsettled: readonly (readonly number[])[];
}

/** The largest share of what arrives that the places of a node let it pass on, by its position; all of it where it is not there. */
export type PlaceShares = ReadonlyMap<number, number>;

export const noShares: PlaceShares = new Map();

/** What one sweep works on. */
export interface State {
  readonly model: LoadModel;
  readonly factor: number;
  readonly incoming: Adjacency;
  readonly offered: readonly Float64Array[];
  readonly nodes: NodeLoad[];
  readonly passed: Passed[];
  readonly shares: PlaceShares;
}

/** Loads of which all but those of some nodes stay as they are. */
export interface Kept {
  readonly before: Loads;
  readonly isAsked: (node: number) => boolean;
}

const noLoad: NodeLoad = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };
const passesAll: Passed = { reads: 1, writes: 1, refused: 0 };

/** Where a sweep begins: with nothing anywhere, or with nothing at those nodes that are not kept. */
export function stateOf(model: LoadModel, factor: number, shares: PlaceShares, kept: Kept | null): State {
  const { graph, traffics } = model;
  const count = graph.nodes.length;
  const made = { model, factor, incoming: model.incoming(), shares };
  if (kept === null)
    return {
      ...made,
      offered: traffics.map(() => new Float64Array(count)),
      nodes: new Array<NodeLoad>(graph.design.nodes.length).fill(noLoad),
      passed: new Array<Passed>(count).fill(passesAll),
    };
  const { before, isAsked } = kept;
  const state: State = {
    ...made,
    offered: before.offeredRps.map((of) => of.slice()),
    nodes: before.nodes.slice(),
    passed: before.passed.slice(),
  };
  for (let node = 0; node < state.nodes.length; node++) {
    if (!isAsked(node)) continue;
    state.nodes[node] = noLoad;
    for (const visit of visitsAt(graph, node)) {
      state.passed[visit] = passesAll;
      for (const arrivals of state.offered) arrivals[visit] = 0;
    }
  }
  return state;
}
