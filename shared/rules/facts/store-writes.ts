import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { graphOf, waitsFor } from './graph';
import { keepsOriginals } from './originals';
import { pathsOf } from './paths';

/** What one node does with one write flow. */
export interface WriteStep {
  readonly flow: ResolvedFlow;
  readonly caller: ResolvedNode;
  /** Its calls to stores that it waits for; of several shards or alternatives, of which it takes one, the first. */
  readonly stores: readonly ResolvedEdge[];
  /** Its calls to buffers and search indexes, waited for or not. */
  readonly feeds: readonly ResolvedEdge[];
}

const known = new WeakMap<ResolvedDesign, readonly WriteStep[]>();

/** What every station does with every write flow that it passes on to a store; computed once a design. */
export function writeStepsOf(design: ResolvedDesign): readonly WriteStep[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const steps = pathsOf(design).flatMap(({ flow, edges }) =>
    flow.kind === 'write' ? stepsOfFlow(design, flow, edges) : [],
  );
  known.set(design, steps);
  return steps;
}

function stepsOfFlow(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edges: readonly ResolvedEdge[],
): readonly WriteStep[] {
  const graph = graphOf(design);
  const byCaller = new Map<ResolvedNode, { stores: ResolvedEdge[]; feeds: ResolvedEdge[] }>();
  for (const edge of edges) {
    const caller = graph.nodes.get(edge.from);
    const callee = graph.nodes.get(edge.to);
    if (caller?.behaviour !== 'station' || callee === undefined) continue;
    const isSearch = callee.kind.id === 'search-index';
    if (callee.behaviour !== 'store' && callee.behaviour !== 'buffer') continue;
    const step = byCaller.get(caller) ?? { stores: [], feeds: [] };
    byCaller.set(caller, step);
    if (callee.behaviour === 'buffer' || isSearch) step.feeds.push(edge);
    const isAlternative = edge.choice && step.stores.some((other) => other.choice);
    const isSame = step.stores.some((other) => other.to === edge.to);
    if (keepsOriginals(callee) && waitsFor(graph, edge) && !isAlternative && !isSame) {
      step.stores.push(edge);
    }
  }
  return [...byCaller].flatMap(([caller, { stores, feeds }]) =>
    stores.length === 0 ? [] : [{ flow, caller, stores, feeds }],
  );
}
