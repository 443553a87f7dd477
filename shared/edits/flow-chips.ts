import type { ResolvedEdge } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import type { Change } from '../model/changes';
import { type Design, type Edge, edgesOf, type Flow, flowsOf } from '../model/schema';

/** What a second edge of a distributor may carry: its share of everything, or one flow. */
export interface FlowChip {
  readonly choice: string;
  /** The flow’s name; empty for the split. */
  readonly name: string;
}

export interface FlowChips {
  readonly edge: string;
  readonly options: readonly FlowChip[];
  /** The choice that is most likely: the flow that the callee is named after, else the split. */
  readonly selected: string;
  /** Share of all traffic that the edge has while all is split, by the weights. */
  readonly splitShare: number;
}

/** The choice that shares every flow among all edges. */
export const split = 'split';

function siblingsOf(
  design: Design,
  edgeId: string,
): { edge: ResolvedEdge; all: readonly ResolvedEdge[]; name: string } | null {
  const { design: resolved } = resolvedOf(design);
  const edge = resolved.edges.find((other) => other.id === edgeId);
  const from = resolved.nodes.find((node) => node.id === edge?.from);
  if (edge === undefined || !edge.choice || from?.behaviour !== 'distributor') return null;
  const all = resolved.edges.filter((other) => other.from === edge.from && other.choice);
  return { edge, all, name: resolved.nodes.find((node) => node.id === edge.to)?.name ?? '' };
}

/** The chips for an edge; `null` where there is nothing to choose: one edge, one flow, or a node that does not distribute. */
export function flowChips(design: Design, edgeId: string): FlowChips | null {
  const siblings = siblingsOf(design, edgeId);
  const flows = flowsOf(design);
  if (siblings === null || siblings.all.length < 2 || flows.length < 2) return null;
  const { edge, all, name } = siblings;
  const named = flows.find((flow) => isNamedAfter(name, flow));
  const weights = all.reduce((sum, other) => sum + other.weight, 0);
  return {
    edge: edgeId,
    options: [
      { choice: split, name: '' },
      ...flows.map((flow) => ({ choice: flow.id, name: flow.name ?? flow.id })),
    ],
    selected: named?.id ?? split,
    splitShare: weights === 0 ? 0 : edge.weight / weights,
  };
}

function isNamedAfter(name: string, flow: Flow): boolean {
  const word = (flow.name ?? flow.id).trim().toLowerCase();
  return word !== '' && name.toLowerCase().includes(word);
}

/**
 * Gives one flow to an edge of a distributor and leaves the others to the edges beside it; an edge that would carry
 * nothing any more keeps what it has. `split` lets every edge carry every flow again, by weight.
 */
export function chooseFlow(design: Design, edgeId: string, choice: string): readonly Change[] {
  const siblings = siblingsOf(design, edgeId);
  if (siblings === null) return [];
  const beside = siblings.all.filter((edge) => edge.id !== edgeId);
  if (choice === split) {
    return [siblings.edge, ...beside].map((edge) => ({
      op: 'patch-edge',
      id: edge.id,
      patch: { flows: null },
    }));
  }
  const written = new Map(edgesOf(design).map((edge) => [edge.id, edge]));
  return [
    { op: 'patch-edge', id: edgeId, patch: { flows: [choice] } },
    ...beside.flatMap((edge): Change[] => {
      const left = others(design, written.get(edge.id), choice);
      return left === null ? [] : [{ op: 'patch-edge', id: edge.id, patch: { flows: left } }];
    }),
  ];
}

/** The flows that stay with an edge when one is given away; `null` where it is left as it is. */
function others(design: Design, edge: Edge | undefined, choice: string): string[] | null {
  const chosen = edge?.flows ?? 'all';
  const carried =
    chosen === 'all' ? flowsOf(design).map((flow) => flow.id) : Array.isArray(chosen) ? chosen : [];
  const left = carried.filter((id: string) => id !== choice);
  return left.length === 0 || left.length === carried.length ? null : left;
}
