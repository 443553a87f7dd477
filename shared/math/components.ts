/** Directed edges by the position of their source: those of `node` are `edges[start[node] … start[node + 1])`. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** Adjacency of edges given in the order in which each source shall list them; `keep` leaves edges out. */
export function adjacencyOf(
  nodeCount: number,
  sourceOf: Int32Array,
  order: ArrayLike<number>,
  keep?: (edge: number) => boolean,
): Adjacency {
  const start = new Int32Array(nodeCount + 1);
  for (let i = 0; i < order.length; i++) {
    const edge = order[i] as number;
    if (keep !== undefined && !keep(edge)) continue;
    const after = (sourceOf[edge] as number) + 1;
    start[after] = (start[after] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node++)
    start[node + 1] = (start[node + 1] as number) + (start[node] as number);
  const next = start.slice(0, nodeCount);
  const edges = new Int32Array(start[nodeCount] as number);
  for (let i = 0; i < order.length; i++) {
    const edge = order[i] as number;
    if (keep !== undefined && !keep(edge)) continue;
    const source = sourceOf[edge] as number;
    const place = next[source] as number;
    edges[place] = edge;
    next[source] = place + 1;
  }
  return { start, edges };
}

/**
 * Strongly connected components of what `roots` reach, callees before callers (Tarjan, without recursion, so that a chain
 * of ten thousand nodes is no deeper than one of ten).
 */
export function componentsFrom(
  roots: Iterable<number>,
  adjacency: Adjacency,
  targetOf: Int32Array,
): readonly (readonly number[])[] {
  const nodeCount = adjacency.start.length - 1;
  const index = new Int32Array(nodeCount);
  const low = new Int32Array(nodeCount);
  const next = new Int32Array(nodeCount);
  const onStack = new Uint8Array(nodeCount);
  const stack: number[] = [];
  const path: number[] = [];
  const components: number[][] = [];
  let count = 0;
  const enter = (node: number): void => {
    count += 1;
    index[node] = count;
    low[node] = count;
    next[node] = adjacency.start[node] as number;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const lower = (node: number, to: number): void => {
    if (to < (low[node] as number)) low[node] = to;
  };
  const leave = (node: number): void => {
    path.pop();
    const caller = path[path.length - 1];
    if (caller !== undefined) lower(caller, low[node] as number);
    if (low[node] !== index[node]) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) onStack[member] = 0;
    components.push(component);
  };
  for (const root of roots) {
    if (index[root] !== 0) continue;
    enter(root);
    for (let node = path[path.length - 1]; node !== undefined; node = path[path.length - 1]) {
      const place = next[node] as number;
      if (place === adjacency.start[node + 1]) {
        leave(node);
        continue;
      }
      next[node] = place + 1;
      const target = targetOf[adjacency.edges[place] as number] as number;
      if (index[target] === 0) enter(target);
      else if (onStack[target] === 1) lower(node, index[target] as number);
    }
  }
  return components;
}
