import type { CallPattern } from './call-pattern';
import type { Graph } from './graph';
import { orderedPlanOf, type Plan } from './plan';
import type { FlowTraffic } from './traffic';
import { visitClassesOf } from './visit-classes';

/** What of a pattern's visits goes on after they are answered, and the calls that this follows from. */
export interface Lagging {
  /** 1 where a visit, or a visit that it waits for, makes calls that nobody waits for. */
  readonly lags: Uint8Array;
  /** Calls of a visit that lags from the first step on that does, waited for or not, in order. */
  readonly plan: (node: number) => Plan;
}

const known = new WeakMap<CallPattern, Lagging>();
const knownClasses = new WeakMap<readonly FlowTraffic[], ReadonlyMap<CallPattern, Int32Array>>();

/** By pattern and node, classes of visits that go on alike, in whatever flow. */
export function lagClassesOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
): ReadonlyMap<CallPattern, Int32Array> {
  const found = knownClasses.get(traffics);
  if (found !== undefined) return found;
  const patterns = [...new Set(traffics.map(({ pattern }) => pattern))];
  const classes = visitClassesOf(graph, patterns, true);
  knownClasses.set(traffics, classes);
  return classes;
}

/** Calls to what only watches are no part of what a request sets off. */
export const counts = (graph: Graph, edge: number): boolean =>
  graph.nodes[graph.to[edge] as number]?.behaviour !== 'observer';

/** The lagging visits of a pattern, worked out once for it. */
export function laggingOf(graph: Graph, pattern: CallPattern): Lagging {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const lags = lagsOf(graph, pattern);
  const plans = new Map<number, Plan>();
  const plan = (node: number): Plan => {
    const before = plans.get(node);
    if (before !== undefined) return before;
    const first = firstStep(graph, pattern, lags, node);
    const stepOf = (edge: number): number => graph.edges[edge]?.step ?? 0;
    const made = orderedPlanOf(
      graph,
      pattern,
      node,
      (edge) => stepOf(edge) >= first && (graph.sync[edge] === 1 || counts(graph, edge)),
    );
    plans.set(node, made);
    return made;
  };
  const made = { lags, plan };
  known.set(pattern, made);
  return made;
}

/** Whether a call leaves something going on when it is answered. */
const isLagging = (graph: Graph, lags: Uint8Array, edge: number): boolean =>
  counts(graph, edge) && (graph.sync[edge] === 0 || lags[graph.to[edge] as number] === 1);

function lagsOf(graph: Graph, { active, components }: CallPattern): Uint8Array {
  const lags = new Uint8Array(graph.nodes.length);
  const { start, edges } = active;
  const isOne = (node: number): boolean => {
    for (let i = start[node] as number; i < (start[node + 1] as number); i++)
      if (isLagging(graph, lags, edges[i] as number)) return true;
    return false;
  };
  for (const members of components) {
    let open: readonly number[] = members;
    for (let before = -1; before !== open.length; ) {
      before = open.length;
      for (const node of open) if (isOne(node)) lags[node] = 1;
      open = open.filter((node) => lags[node] === 0);
    }
  }
  return lags;
}

/** The first step of a node with a call that lags. */
function firstStep(graph: Graph, { active }: CallPattern, lags: Uint8Array, node: number): number {
  const { start, edges } = active;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (isLagging(graph, lags, edge)) return graph.edges[edge]?.step ?? 0;
  }
  return Number.POSITIVE_INFINITY;
}

/** Mean time from the acknowledgement of a buffer until it is handed on over one of its edges. */
export function transitMsOf(graph: Graph, edge: number): number {
  const from = graph.nodes[graph.from[edge] as number];
  return from?.behaviour === 'buffer' ? (from.config.other.transitMs ?? 0) : 0;
}
