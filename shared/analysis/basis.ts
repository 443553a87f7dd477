import type { ResolvedDesign } from '../catalog/resolved';
import type { AnalysisError } from './analysis';
import type { LatestAvailabilities } from './availability/known-flows';
import { allFlowTimes, type FlowTimes } from './flow-times';
import type { VisitMemory } from './known-traffics';
import { type Limit, limitsOf } from './limits';
import { type Loaded, loadDesign } from './load-design';
import { type Provision, provisionOf } from './provision';
import { edgeRates, type LayerLoad, layerLoads } from './rollup';

/** What means and percentiles of one design under one load are read from alike. */
export interface Basis {
  readonly loaded: Loaded;
  readonly times: readonly FlowTimes[];
  /** Calls a second, by flow (outer) and edge (inner). */
  readonly rates: readonly Float64Array[];
  readonly provision: Provision;
  readonly layers: readonly LayerLoad[];
  /** The limit of each flow, worked out when it is first asked for: it takes longer than all else. */
  readonly limits: () => readonly (Limit | null)[];
}

/** The basis that was worked out last: the percentiles of a design are asked for right after its means. */
export interface LatestBasis {
  found: { readonly resolved: ResolvedDesign; readonly load: number; readonly basis: Basis } | null;
}

/** What of the memory of an analysis its basis is worked out with. */
export interface BasisMemory extends VisitMemory {
  readonly availabilities: LatestAvailabilities;
  readonly basis: LatestBasis;
}

/** The basis of a design at `load` times its rates; errors where its visits have no solution. */
export function basisFor(
  resolved: ResolvedDesign,
  load: number,
  memory: BasisMemory,
):
  | { readonly ok: true; readonly basis: Basis }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] } {
  const { found } = memory.basis;
  if (found !== null && found.resolved === resolved && found.load === load)
    return { ok: true, basis: found.basis };
  const result = loadDesign(resolved, load, memory);
  if (!result.ok) return result;
  const basis = basisOf(result.loaded, memory);
  memory.basis.found = { resolved, load, basis };
  return { ok: true, basis };
}

function basisOf(loaded: Loaded, memory: BasisMemory): Basis {
  const { graph, model, loads, states } = loaded;
  const times = allFlowTimes(graph, model.traffics, states);
  const rates = edgeRates(graph, loads, times);
  let known: readonly (Limit | null)[] | undefined;
  return {
    loaded,
    times,
    rates,
    provision: provisionOf(loaded, memory.availabilities),
    layers: layerLoads(graph, times, rates, model.ratesRps, states),
    limits: () => {
      known ??= limitsOf(model);
      return known;
    },
  };
}
