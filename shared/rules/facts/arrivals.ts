import type { Analysis, EdgeFigures, NodeFigures } from '../../analysis/analysis';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';

/** What is offered to a node, by kind, in requests a second. */
export interface Arrivals {
  readonly readsRps: number;
  readonly writesRps: number;
}

/** The offered load of a node as reads and writes, in the proportion of its flows' rates × visits. */
export function arrivalsAt({ design }: RuleContext, figures: NodeFigures): Arrivals {
  let reads = 0;
  let writes = 0;
  for (const flow of design.flows) {
    const rps = flow.rateRps * (own(figures.visits, flow.id) ?? 0);
    if (flow.kind === 'read') reads += rps;
    else writes += rps;
  }
  const total = reads + writes;
  const scale = total > 0 ? (figures.offeredRps ?? 0) / total : 0;
  return { readsRps: reads * scale, writesRps: writes * scale };
}

/** Requests that are in a node at once, those included that wait for its calls: λ × response with calls. */
export function heldAt({ carriedRps, withCallsMeanMs }: NodeFigures): number | null {
  return carriedRps === null || withCallsMeanMs === null ? null : (carriedRps * withCallsMeanMs) / 1000;
}

const known = new WeakMap<Analysis, ReadonlyMap<string, EdgeFigures>>();

/** The figures of every edge by id; empty where there is no analysis. */
export function edgeFiguresOf(analysis: Analysis | null): ReadonlyMap<string, EdgeFigures> {
  if (analysis === null) return new Map();
  const found = known.get(analysis);
  if (found !== undefined) return found;
  const byId = new Map(analysis.edges.map((edge) => [edge.id, edge]));
  known.set(analysis, byId);
  return byId;
}
