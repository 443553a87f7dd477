import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { type Arc, type Arcs, arcsOf, type NodeSet, nodeSet, walkFrom } from './arcs';

/** Where the requests of a flow go. */
export interface FlowPaths {
  readonly flow: ResolvedFlow;
  /** Every node that they reach, the entry included, waited for or not. */
  readonly reached: NodeSet;
  /** Those that are waited for, the entry included. */
  readonly awaited: NodeSet;
  /** Those of them without which a request fails: reached by no optional call, and no other stands in for them. */
  readonly needed: NodeSet;
  /** The edges that carry it, from nodes that it reaches. */
  readonly edges: readonly ResolvedEdge[];
}

const known = new WeakMap<ResolvedDesign, readonly FlowPaths[]>();
const passing = new WeakMap<ResolvedDesign, ReadonlyMap<string, readonly FlowPaths[]>>();

/** The paths of every flow, in the document's order, each found when it is first asked for. Linear in flows × (nodes + edges). */
export function pathsOf(design: ResolvedDesign): readonly FlowPaths[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const arcs = arcsOf(design);
  const paths = design.flows.map((flow, position) => flowPaths(arcs, flow, position));
  known.set(design, paths);
  return paths;
}

const nobody: readonly FlowPaths[] = [];

/** The flows that reach a node, with their paths. */
export function flowsAt(design: ResolvedDesign, node: string): readonly FlowPaths[] {
  const found = passing.get(design) ?? passingOf(design);
  return found.get(node) ?? nobody;
}

function passingOf(design: ResolvedDesign): ReadonlyMap<string, readonly FlowPaths[]> {
  const byNode = new Map<string, FlowPaths[]>();
  for (const paths of pathsOf(design)) {
    for (const id of paths.reached) {
      const list = byNode.get(id);
      if (list === undefined) byNode.set(id, [paths]);
      else list.push(paths);
    }
  }
  passing.set(design, byNode);
  return byNode;
}

/** What is worked out when it is first asked for, and then kept. */
function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}

function flowPaths(arcs: Arcs, flow: ResolvedFlow, position: number): FlowPaths {
  const entry = arcs.at.get(flow.entry) ?? 0;
  const carries = (arc: Arc): boolean => arc.carries[position] === 1;
  const order = once(() => walkFrom(arcs, entry, carries));
  const reached = once(() => nodeSet(arcs, order()));
  const awaited = once(() =>
    nodeSet(
      arcs,
      walkFrom(arcs, entry, (arc) => arc.waits && carries(arc)),
    ),
  );
  const needed = once(() => nodeSet(arcs, neededBy(arcs, entry, position)));
  const edges = once(() => edgesFrom(arcs, order(), position));
  return {
    flow,
    get reached() {
      return reached();
    },
    get awaited() {
      return awaited();
    },
    get needed() {
      return needed();
    },
    get edges() {
      return edges();
    },
  };
}

function edgesFrom({ from }: Arcs, order: readonly number[], position: number): readonly ResolvedEdge[] {
  const edges: ResolvedEdge[] = [];
  for (const caller of order) {
    for (const arc of from[caller] ?? []) if (arc.carries[position] === 1) edges.push(arc.edge);
  }
  return edges;
}

/** The nodes that the flow cannot do without, save those for which a distributor would pick another. */
function neededBy(arcs: Arcs, entry: number, position: number): readonly number[] {
  const calls = ({ carries, edge, waits }: Arc): boolean =>
    carries[position] === 1 && waits && !edge.optional;
  const seen = new Uint8Array(arcs.nodes.length);
  seen[entry] = 1;
  const needed = [entry];
  for (const from of walkFrom(arcs, entry, calls)) {
    const made = arcs.from[from] ?? [];
    const spare = hasSpare(arcs, from, made, calls);
    for (const arc of made) {
      if (seen[arc.to] === 1 || !calls(arc) || (spare && arc.edge.choice)) continue;
      seen[arc.to] = 1;
      needed.push(arc.to);
    }
  }
  return needed;
}

function hasSpare(
  { nodes }: Arcs,
  from: number,
  made: readonly Arc[],
  calls: (arc: Arc) => boolean,
): boolean {
  const node = nodes[from];
  if (node?.behaviour !== 'distributor' || !node.config.failover) return false;
  return new Set(made.filter((arc) => calls(arc) && arc.edge.choice).map(({ to }) => to)).size > 1;
}
