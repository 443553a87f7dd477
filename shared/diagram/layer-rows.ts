import type { Analysis, HopFigures, LayerFigures } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import { own } from '../model/own';
import type { LayerId } from '../model/vocabulary';
import { synchronousWalk } from './flow-walk';
import { type LoadState, loadStateOf } from './load-state';

/** Calls that arrive at a layer from one layer. */
export interface HopRow {
  readonly from: LayerId;
  readonly rps: number;
  /** How the chosen flow uses the hop: synchronously, asynchronously, or not at all. */
  readonly use: 'sync' | 'async' | 'none';
  /** Mean network time of a request of the chosen flow here. */
  readonly meanMs: number;
  /** What the calls go to, the most called first: they are not the requests of one where lookups come beside them. */
  readonly callees: readonly HopCallee[];
}

export interface HopCallee {
  readonly id: string;
  readonly rps: number;
}

export interface LayerRow {
  readonly id: LayerId;
  readonly figures: LayerFigures;
  /** The load offered to the layer; of clients, what they send. */
  readonly offeredRps: number | null;
  readonly hops: readonly HopRow[];
  /** Planned limit of the busiest node. */
  readonly limit: number;
  readonly state: LoadState;
  readonly use: HopRow['use'];
  /** The layer's share of the mean of the chosen flow; null where it is unbounded. */
  readonly meanMs: number | null;
  readonly p99Ms: number | null;
}

/** The sums under the table: layers + network − what runs in parallel is the mean of the flow. */
export interface LayerSums {
  readonly layersMs: number | null;
  readonly hopsMs: number;
  readonly overlapMs: number | null;
  readonly meanMs: number | null;
}

export interface Rollup {
  readonly rows: readonly LayerRow[];
  readonly sums: LayerSums | null;
}

type Use = HopRow['use'];

/** Which hops and layers the flow uses synchronously, which asynchronously. Keys are `from>to` and layer ids. */
function usesOf(design: ResolvedDesign, analysis: Analysis, flow: string | null): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  if (flow === null) return uses;
  const walk = synchronousWalk(design, flow);
  const waited = new Set(walk.nodes);
  const layers = new Map(design.nodes.map((node) => [node.id, node.layer]));
  const visits = new Map(analysis.nodes.map((node) => [node.id, own(node.visits, flow) ?? 0]));
  const note = (key: string, use: Use): void => {
    if (uses.get(key) !== 'sync') uses.set(key, use);
  };
  for (const { id, layer } of design.nodes)
    if ((visits.get(id) ?? 0) > 0) note(layer, waited.has(id) ? 'sync' : 'async');
  for (const { id, from, to, flows } of design.edges)
    if (flows.includes(flow) && (visits.get(from) ?? 0) > 0)
      note(`${layers.get(from)}>${layers.get(to)}`, walk.edges.has(id) ? 'sync' : 'async');
  return uses;
}

/** The rows of the Layers table for one flow: each layer that is used, and above it the hops that arrive there. */
export function rollUp(design: ResolvedDesign, analysis: Analysis, flow: string | null): Rollup {
  const uses = usesOf(design, analysis, flow);
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const figuresOf = new Map(analysis.nodes.map((node) => [node.id, node]));
  const callees = calleesOf(design, analysis);
  const hopRow = (hop: HopFigures): HopRow => ({
    from: hop.from,
    rps: hop.rps,
    use: uses.get(`${hop.from}>${hop.to}`) ?? 'none',
    meanMs: flow === null ? 0 : (own(hop.flows, flow)?.meanMs ?? 0),
    callees: callees.get(`${hop.from}>${hop.to}`) ?? [],
  });
  const rows = analysis.layers.map((layer): LayerRow => {
    const limit = nodes.get(layer.busiest ?? '')?.config.maxUtilization ?? 1;
    const saturated = figuresOf.get(layer.busiest ?? '')?.saturated ?? false;
    const figures = flow === null ? undefined : own(layer.flows, flow);
    return {
      id: layer.id,
      figures: layer,
      offeredRps: layer.offeredRps ?? sentFrom(design, analysis, layer.id),
      hops: analysis.hops.filter((hop) => hop.to === layer.id).map(hopRow),
      limit,
      state: loadStateOf(layer.utilization ?? 0, limit, saturated),
      use: uses.get(layer.id) ?? 'none',
      meanMs: figures?.meanMs ?? null,
      p99Ms: figures?.p99Ms ?? null,
    };
  });
  return { rows, sums: sumsOf(rows, analysis, flow) };
}

/** What the calls between two layers go to. Keys are `from>to`. */
function calleesOf(design: ResolvedDesign, analysis: Analysis): ReadonlyMap<string, readonly HopCallee[]> {
  const layers = new Map(design.nodes.map((node) => [node.id, node.layer]));
  const rates = new Map(analysis.edges.map(({ id, rps }) => [id, rps]));
  const hops = new Map<string, Map<string, number>>();
  for (const { id, from, to } of design.edges) {
    const rps = rates.get(id) ?? 0;
    if (rps === 0) continue;
    const key = `${layers.get(from)}>${layers.get(to)}`;
    const called = hops.get(key) ?? new Map<string, number>();
    called.set(to, (called.get(to) ?? 0) + rps);
    hops.set(key, called);
  }
  return new Map(
    [...hops].map(([key, called]) => [
      key,
      [...called].map(([id, rps]) => ({ id, rps })).sort((a, b) => b.rps - a.rps),
    ]),
  );
}

/** The rate of the flows that start in a layer; null where none does. */
function sentFrom(design: ResolvedDesign, analysis: Analysis, layer: LayerId): number | null {
  const sources = new Set(design.nodes.filter((node) => node.layer === layer).map((node) => node.id));
  const own = new Set(design.flows.filter((flow) => sources.has(flow.entry)).map((flow) => flow.id));
  const sent = analysis.flows.filter((flow) => own.has(flow.id));
  return sent.length === 0 ? null : sent.reduce((sum, flow) => sum + flow.rateRps, 0);
}

function sumsOf(rows: readonly LayerRow[], analysis: Analysis, flow: string | null): LayerSums | null {
  const figures = analysis.flows.find((item) => item.id === flow);
  if (figures === undefined) return null;
  const isUnbounded = figures.meanMs === null;
  return {
    layersMs: isUnbounded ? null : rows.reduce((sum, row) => sum + (row.meanMs ?? 0), 0),
    hopsMs: rows.flatMap((row) => row.hops).reduce((sum, hop) => sum + hop.meanMs, 0),
    overlapMs: figures.overlapMs,
    meanMs: figures.meanMs,
  };
}
