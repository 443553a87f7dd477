import type { Graph } from '../graph';

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

/** The draws of one visit of the node that these edges leave. */
export function drawsOf(graph: Graph, carried: readonly number[]): Draws {
  const choices = new Map<number, number[]>();
  const soft = new Map<number, boolean>();
  const needed = new Set<number>();
  for (const edge of carried) {
    const of = graph.edges[edge];
    const set = graph.choiceSet[edge] as number;
    const to = graph.to[edge] as number;
    if (graph.sync[edge] === 1) soft.set(to, (soft.get(to) ?? true) && of?.optional === true);
    if (set < 0 || !((of?.weight ?? 0) > 0)) continue;
    if (isWaitedFor(graph, edge)) needed.add(set);
    const others = choices.get(set);
    if (others === undefined) choices.set(set, [edge]);
    else others.push(edge);
  }
  return { choices, needed, soft };
}
