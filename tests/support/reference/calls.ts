import type {
  ResolvedDesign,
  ResolvedEdge,
  ResolvedFlow,
  ResolvedNode,
} from '../../../shared/catalog/resolved';

/** One edge as one flow sees it. */
export interface Call {
  readonly edge: ResolvedEdge;
  /** Mean calls for one visit of `edge.from`. */
  readonly m: number;
  /** Name of the set that it is picked from, null where it is always called; its share of the picks. */
  readonly set: string | null;
  readonly pick: number;
  readonly isSync: boolean;
}

export function nodeOf(design: ResolvedDesign, id: string): ResolvedNode {
  const node = design.nodes.find((of) => of.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** Share of the reads of this flow that are found in the cache; a write finds nothing. */
export function hitRateOf(cache: ResolvedNode, flow: ResolvedFlow): number {
  if (flow.kind === 'write') return 0;
  return cache.config.hitRates[flow.id] ?? cache.config.hitRate;
}

function setOf(design: ResolvedDesign, edge: ResolvedEdge): string | null {
  if (!edge.choice) return null;
  const isDistributor = nodeOf(design, edge.from).behaviour === 'distributor';
  return isDistributor ? `${edge.from}` : `${edge.from}, ${nodeOf(design, edge.to).kind.id}`;
}

/** The edges of one set that the flow may be sent along: with `geo` those of the entry's region, where there are any. */
function candidates(design: ResolvedDesign, flow: ResolvedFlow, edge: ResolvedEdge): readonly ResolvedEdge[] {
  const same = design.edges.filter(
    (of) => of.from === edge.from && of.flows.includes(flow.id) && setOf(design, of) === setOf(design, edge),
  );
  const from = nodeOf(design, edge.from);
  if (from.behaviour !== 'distributor' || from.config.algorithm !== 'geo') return same;
  const region = nodeOf(design, flow.entry).region;
  const near = same.filter((of) => region !== null && nodeOf(design, of.to).region === region);
  return near.length > 0 ? near : same;
}

const known = new WeakMap<ResolvedDesign, Map<string, readonly Call[]>>();

/** Section 1: the multipliers of every edge that carries the flow and is there for it. */
export function callsOf(design: ResolvedDesign, flow: ResolvedFlow): readonly Call[] {
  const ofDesign = known.get(design) ?? new Map<string, readonly Call[]>();
  known.set(design, ofDesign);
  const calls = ofDesign.get(flow.id) ?? readCalls(design, flow);
  ofDesign.set(flow.id, calls);
  return calls;
}

function readCalls(design: ResolvedDesign, flow: ResolvedFlow): readonly Call[] {
  return design.edges
    .filter((edge) => edge.flows.includes(flow.id))
    .map((edge) => {
      const from = nodeOf(design, edge.from);
      const set = setOf(design, edge);
      const among = candidates(design, flow, edge);
      const total = among.reduce((sum, of) => sum + of.weight, 0);
      const pick = set === null ? 1 : among.includes(edge) ? edge.weight / total : 0;
      const missed = edge.onMissOf === null ? 1 : 1 - hitRateOf(nodeOf(design, edge.onMissOf), flow);
      const passed = from.behaviour === 'inline-cache' ? 1 - hitRateOf(from, flow) : 1;
      const isSync = edge.mode === 'sync' && from.behaviour !== 'buffer';
      return { edge, m: edge.calls * missed * passed * pick, set, pick, isSync };
    })
    .filter((call) => call.m > 0);
}

/** Gaussian elimination with the largest pivot: x with a x = b. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const rows = a.map((row, i) => [...row, b[i] ?? 0]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column; i < size; i += 1)
      if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    const [up, down] = [rows[pivot], rows[column]];
    if (up === undefined || down === undefined) throw new Error('not square');
    rows[column] = up;
    rows[pivot] = down;
    for (let i = 0; i < size; i += 1) {
      const factor = at(i, column) / at(column, column);
      if (i !== column && factor !== 0)
        rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(column, j));
    }
  }
  return rows.map((_, i) => at(i, size) / at(i, i));
}

/** V: mean visits of one request to each node, by id; over the synchronous edges alone where asked. */
export function visitsOf(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  onlySync = false,
): ReadonlyMap<string, number> {
  const calls = callsOf(design, flow).filter((call) => call.isSync || !onlySync);
  const matrix = design.nodes.map((to, i) =>
    design.nodes.map((from, j) => {
      const gained = calls
        .filter((call) => call.edge.from === from.id && call.edge.to === to.id)
        .reduce((sum, call) => sum + call.m, 0);
      return (i === j ? 1 : 0) - gained;
    }),
  );
  const visits = solve(
    matrix,
    design.nodes.map((node) => (node.id === flow.entry ? 1 : 0)),
  );
  // Elimination leaves some 10⁻¹⁷ where nothing arrives.
  const reached = reachedFrom(design, flow, flow.entry, onlySync);
  return new Map(design.nodes.map((node, i) => [node.id, reached.has(node.id) ? (visits[i] ?? 0) : 0]));
}

/** Ids of the nodes that requests meet from this one on, itself included; by synchronous calls alone where asked. */
export function reachedFrom(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  start: string,
  onlySync = false,
): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached)
    for (const { edge, isSync } of callsOf(design, flow))
      if (edge.from === id && (isSync || !onlySync)) reached.add(edge.to);
  return reached;
}
