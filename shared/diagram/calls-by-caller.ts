/** The edges that leave each node, in the order given. */
export function callsByCaller<E extends { readonly from: string }>(
  edges: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  const calls = new Map<string, E[]>();
  for (const edge of edges) {
    const own = calls.get(edge.from);
    if (own === undefined) calls.set(edge.from, [edge]);
    else own.push(edge);
  }
  return calls;
}
