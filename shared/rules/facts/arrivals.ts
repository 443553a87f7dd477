import type { Analysis, EdgeFigures, NodeFigures } from '../../analysis/analysis';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';
import { shareOfVisits } from './operations';

/** What is offered to a node, by kind, in requests a second. */
export interface Arrivals {
  readonly readsRps: number;
  readonly writesRps: number;
}

/** The offered load of a node as reads and writes, in the proportion of its flows' rates × visits that do either. */
export function arrivalsAt({ design }: RuleContext, figures: NodeFigures): Arrivals {
  let reads = 0;
  let writes = 0;
  for (const flow of design.flows) {
    const rps = flow.rateRps * (own(figures.visits, flow.id) ?? 0);
    const readShare = shareOfVisits(design, flow, figures.id, 'read');
    reads += rps * readShare;
    writes += rps * (1 - readShare);
  }
  const total = reads + writes;
  const scale = total > 0 ? (figures.offeredRps ?? 0) / total : 0;
  return { readsRps: reads * scale, writesRps: writes * scale };
}

/**
 * Requests that hold a place of a node at once, worked on or waiting for its calls: λ × (response with calls − wait). What waits in the
 * node's own queue has no place yet.
 */
export function heldAt({ carriedRps, withCallsMeanMs, waitMs }: NodeFigures): number | null {
  if (carriedRps === null || withCallsMeanMs === null) return null;
  return (carriedRps * (withCallsMeanMs - (waitMs ?? 0))) / 1000;
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
