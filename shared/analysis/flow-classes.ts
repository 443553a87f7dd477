import { type Graph, hitRateOf, isSameList } from './graph';

/**
 * For each flow the position of the first that makes the same calls at every visit of every node: over the same edges, with the
 * same hit rates, from the same region where a distributor prefers one.
 */
export function flowClassesOf(graph: Graph): readonly number[] {
  const caches = graph.nodes.filter(
    ({ behaviour }) => behaviour === 'inline-cache' || behaviour === 'aside-cache',
  );
  const prefers = graph.nodes.some(
    ({ behaviour, config }) => behaviour === 'distributor' && config.algorithm === 'geo',
  );
  const regionOf = (flow: number) =>
    graph.nodes[graph.positionOf.get(graph.flows[flow]?.entry ?? '') ?? -1]?.region ?? null;
  const isAlike = (a: number, b: number): boolean => {
    const flowA = graph.flows[a];
    const flowB = graph.flows[b];
    if (flowA === undefined || flowB === undefined || flowA.kind !== flowB.kind) return false;
    if (prefers && regionOf(a) !== regionOf(b)) return false;
    if (!isSameList(graph.carried[a] ?? [], graph.carried[b] ?? [])) return false;
    return caches.every((cache) => hitRateOf(cache, flowA) === hitRateOf(cache, flowB));
  };
  const firsts: number[] = [];
  return graph.flows.map((_, flow) => {
    const first = firsts.find((other) => isAlike(other, flow));
    if (first === undefined) firsts.push(flow);
    return first ?? flow;
  });
}
