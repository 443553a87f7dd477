import type { ResolvedNode } from '../catalog/resolved';
import { componentsFrom } from '../math/components';
import type { CallPattern } from './call-pattern';
import { type Graph, isStation } from './graph';
import { hasParallelCalls, type Plan, sharesStep } from './plan';
import { nodeAt } from './visit-positions';

/** What of a visit of each node, with the calls it waits for, follows from the calls alone, whatever the load. */
export interface VisitShapes {
  /** 1 where calls of the visit itself can run in parallel. */
  readonly parallel: Uint8Array;
  /** 1 where the calls that the visit waits for lead back to it. */
  readonly loop: Uint8Array;
  /** 1 where one such visit can wait for the same station twice. */
  readonly repeated: Uint8Array;
}

const known = new WeakMap<CallPattern, VisitShapes>();

/** The shapes of visits by flows of one pattern, worked out once for it. */
export function visitShapesOf(graph: Graph, pattern: CallPattern, plan: (node: number) => Plan): VisitShapes {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const count = graph.nodes.length;
  const parallel = new Uint8Array(count);
  for (const members of pattern.components)
    for (const node of members)
      if (sharesStep(graph, pattern, node) && hasParallelCalls(plan(node))) parallel[node] = 1;
  const shapes = { parallel, ...repetitions(graph, pattern, plan) };
  known.set(pattern, shapes);
  return shapes;
}

/** What is known of the visits behind one node, callees before their callers. */
interface Met {
  readonly graph: Graph;
  /** 1 for nodes to which several calls lead: only these, and what is behind them, can be met twice. */
  readonly joint: Uint8Array;
  /** Joint nodes that a visit can meet. */
  readonly behind: Map<number, ReadonlySet<number>>;
  /** 1 for nodes whose visit meets a station. */
  readonly busy: Uint8Array;
  readonly repeated: Uint8Array;
  /** Members of sets that may still be copied. */
  left: number;
}

/**
 * Members of sets that are copied for one pattern at the most. Beyond it a visit that meets joint nodes over several calls is
 * taken for one that can wait for a station twice: what is said of it then may be said for nothing, but nothing is kept back.
 */
const mostCopied = 5_000_000;

function repetitions(
  graph: Graph,
  pattern: CallPattern,
  plan: (node: number) => Plan,
): Pick<VisitShapes, 'loop' | 'repeated'> {
  const count = graph.nodes.length;
  const { start, edges } = pattern.waited;
  const hasLoop = pattern.loops.includes(1);
  const loop = new Uint8Array(count);
  const met: Met = {
    graph,
    joint: jointNodes(graph, pattern),
    behind: new Map(),
    busy: new Uint8Array(count),
    repeated: new Uint8Array(count),
    left: mostCopied,
  };
  // Calls that are not waited for may close a loop too: the order within it is then that of the others alone.
  const components = hasLoop ? componentsFrom(pattern.entries, pattern.waited, graph.to) : pattern.components;
  for (const members of components)
    for (const node of members) {
      const calls = edges.subarray(start[node] as number, start[node + 1] as number);
      const isLoop = hasLoop && (members.length > 1 || calls.some((edge) => graph.to[edge] === node));
      if (isLoop) loop[node] = 1;
      if (isLoop || calls.some((edge) => met.repeated[graph.to[edge] as number] === 1))
        met.repeated[node] = 1;
      else meetVisit(met, node, calls, plan);
    }
  return { loop, repeated: met.repeated };
}

function jointNodes(graph: Graph, { waited, entries }: CallPattern): Uint8Array {
  const called = new Uint8Array(graph.nodeCount);
  const joint = new Uint8Array(graph.nodeCount);
  // A visit that starts a request and one of another operation are no loop, but the same station twice.
  if (graph.crossed !== null) for (const entry of entries) called[entry] = 1;
  for (const edge of waited.edges) {
    const to = nodeAt(graph, graph.to[edge] as number);
    if (called[to] === 1 || (graph.edges[edge]?.calls ?? 0) > 1) joint[to] = 1;
    called[to] = 1;
  }
  return joint;
}

function meetVisit(met: Met, node: number, calls: Int32Array, plan: (node: number) => Plan): void {
  const behind = apartBehind(met, calls) ?? (isDrawn(met.graph, calls) ? metBy(met, plan(node)) : null);
  const at = nodeAt(met.graph, node);
  const serves = isStation(met.graph.nodes[node] as ResolvedNode);
  if (behind === null || (serves && behind.has(at))) {
    met.repeated[node] = 1;
    return;
  }
  const isBusy = serves || calls.some((edge) => met.busy[met.graph.to[edge] as number] === 1);
  if (!isBusy) return;
  met.busy[node] = 1;
  if (met.joint[at] === 1) met.left -= behind.size;
  if (met.left < 0) met.repeated[node] = 1;
  else met.behind.set(node, met.joint[at] === 1 ? new Set(behind).add(at) : behind);
}

/** Whether some of the calls may exclude each other. */
const isDrawn = ({ missOf, choiceSet }: Graph, calls: Int32Array): boolean =>
  calls.some((edge) => (missOf[edge] as number) >= 0 || (choiceSet[edge] as number) >= 0);

const noNodes: ReadonlySet<number> = new Set();

/** What calls can meet where they have nothing in common, whatever is picked; null where only the plan shows it. */
function apartBehind(met: Met, calls: Int32Array): ReadonlySet<number> | null {
  let all = noNodes;
  let own: Set<number> | null = null;
  for (const edge of calls) {
    const to = met.graph.to[edge] as number;
    const beyond = met.behind.get(to) ?? noNodes;
    if ((met.graph.edges[edge]?.calls ?? 0) > 1 && met.busy[to] === 1) return null;
    if (beyond.size === 0) continue;
    for (const node of beyond) if (all.has(node)) return null;
    if (all.size === 0) {
      all = beyond;
      continue;
    }
    met.left -= (own === null ? all.size : 0) + beyond.size;
    if (met.left < 0) return null;
    own ??= new Set(all);
    for (const node of beyond) own.add(node);
    all = own;
  }
  return all;
}

/** Joint nodes that the calls of a plan can meet; null where they can meet one twice. */
function metBy(met: Met, plan: Plan): ReadonlySet<number> | null {
  const all = new Set<number>();
  const meet = (nodes: ReadonlySet<number>): boolean => {
    met.left -= nodes.size;
    if (met.left < 0) return false;
    for (const node of nodes) {
      if (all.has(node)) return false;
      all.add(node);
    }
    return true;
  };
  for (const part of plan) {
    if (part.kind === 'pick') {
      const either = new Set<number>();
      for (const { plan: further } of part.outcomes) {
        const of = metBy(met, further);
        if (of === null) return null;
        met.left -= of.size;
        if (met.left < 0) return null;
        for (const node of of) either.add(node);
      }
      if (!meet(either)) return null;
      continue;
    }
    for (const { edge, whole, fraction } of part.calls) {
      const to = met.graph.to[edge] as number;
      if (!meet(met.behind.get(to) ?? noNodes)) return null;
      if (whole + Math.ceil(fraction) > 1 && met.busy[to] === 1) return null;
    }
  }
  return all;
}
