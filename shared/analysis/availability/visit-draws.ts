import type { Graph } from '../graph';
import { nodeAt } from '../visit-positions';

/** What calls of one visit share. */
export interface Draws {
  /** The edges of each choice set that can be picked. */
  readonly choices: ReadonlyMap<number, readonly number[]>;
  /** The choice sets of which a call is waited for. */
  readonly needed: ReadonlySet<number>;
  /** Whether the visit does without each cache. */
  readonly soft: ReadonlyMap<number, boolean>;
}

/** Whether a visit fails where the call does. */
export const isWaitedFor = (graph: Graph, edge: number): boolean => {
  const of = graph.edges[edge];
  return of !== undefined && !of.optional && graph.sync[edge] === 1 && of.calls !== 0;
};

/**
 * The draws of one visit of the node that these edges leave. What fails over picks by what is up, and never an edge without calls,
 * which is not there.
 */
export function drawsOf(graph: Graph, carried: readonly number[], failsOver: boolean): Draws {
  const choices = new Map<number, number[]>();
  const soft = new Map<number, boolean>();
  const needed = new Set<number>();
  for (const edge of carried) {
    const of = graph.edges[edge];
    const set = graph.choiceSet[edge] as number;
    const to = nodeAt(graph, graph.to[edge] as number);
    // A call on a miss of its own callee fills it: it does not look anything up; nor does one that is never made.
    if (graph.sync[edge] === 1 && of?.calls !== 0 && graph.missOf[edge] !== to)
      soft.set(to, (soft.get(to) ?? true) && of?.optional === true);
    if (set < 0 || !((of?.weight ?? 0) > 0) || (failsOver && of?.calls === 0)) continue;
    if (isWaitedFor(graph, edge)) needed.add(set);
    const others = choices.get(set);
    if (others === undefined) choices.set(set, [edge]);
    else others.push(edge);
  }
  return { choices, needed, soft };
}
