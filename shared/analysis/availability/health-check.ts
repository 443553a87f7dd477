import { healthChecksOf } from '../../catalog/health-checks';
import type { CallPattern } from '../call-pattern';
import type { Graph } from '../graph';
import { fallbacksOf } from './fallbacks';
import { isWaitedFor } from './visit-draws';

/** What a health check that covers dependencies asks for: the callee, and what its calls need in turn. */
export interface HealthCheck {
  readonly callee: number;
  /** Nodes that all have to be up, the callee first. */
  readonly needed: readonly number[];
  /** Nodes that it asks for beside them: behind calls that have a fallback. */
  readonly further: readonly number[];
  /** Callees of each call of these nodes, its fallbacks included, of which one has to pass; empty where no call has a fallback. */
  readonly calls: ReadonlyMap<number, readonly (readonly number[])[]>;
}

/** Whether a distributor with these choices picks by what is behind its callees as well. */
export function checksDependencies(graph: Graph, node: number, choices: readonly number[]): boolean {
  const of = graph.nodes[node];
  if (of === undefined) return false;
  const callees = choices.flatMap((edge) => graph.nodes[graph.to[edge] as number] ?? []);
  return healthChecksOf(of, callees).depth === 'dependencies';
}

/** The health check of one callee. */
export function healthCheckOf(graph: Graph, pattern: CallPattern, callee: number): HealthCheck {
  const needed = new Set([callee]);
  const asked = new Set([callee]);
  const calls = new Map<number, readonly (readonly number[])[]>();
  let hasFallback = false;
  for (const node of asked) {
    const ofNode = neededCalls(graph, pattern, node);
    calls.set(node, ofNode);
    for (const callees of ofNode) {
      hasFallback ||= callees.length > 1;
      for (const to of callees) asked.add(to);
    }
  }
  for (const node of needed)
    for (const [to, ...others] of calls.get(node) ?? [])
      if (to !== undefined && others.length === 0) needed.add(to);
  return {
    callee,
    needed: [...needed],
    further: [...asked].filter((node) => !needed.has(node)),
    calls: hasFallback ? calls : noCalls,
  };
}

const noCalls: HealthCheck['calls'] = new Map();

/** Callees of each call that a visit of the node cannot do without, and of its fallbacks. */
function neededCalls(graph: Graph, pattern: CallPattern, node: number): readonly (readonly number[])[] {
  const { start, edges } = graph.outgoing;
  const found: (readonly number[])[] = [];
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (!((pattern.multipliers.calls[edge] as number) > 0) || !isWaitedFor(graph, edge)) continue;
    found.push([edge, ...fallbacksOf(graph, pattern.flow, edge)].map((of) => graph.to[of] as number));
  }
  return found;
}

/** Whether the check passes, given which nodes are up themselves: the most that agrees with itself where calls form a loop. */
export function passes(
  { callee, needed, further, calls }: HealthCheck,
  isUp: (node: number) => boolean,
): boolean {
  const passing = new Set([...needed, ...further].filter(isUp));
  for (let before = -1; before !== passing.size; ) {
    before = passing.size;
    for (const node of passing) {
      const stands = (calls.get(node) ?? []).every((callees) => callees.some((to) => passing.has(to)));
      if (!stands) passing.delete(node);
    }
  }
  return passing.has(callee) && needed.every((node) => passing.has(node));
}
