import type { ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { type DesignGraph, outgoingOf, waitsFor } from '../facts/graph';
import { callsTo } from '../facts/operations';
import type { RuleContext } from '../rule';

/** One who reads from a store, and the edges to it, or to the shards beside it, that can wait for a miss. */
export interface Reader {
  readonly id: string;
  readonly edges: readonly ResolvedEdge[];
}

/** The edges put together by their reader; null where one of them is read by no service, or waits for another cache already. */
export function readersOf(graph: DesignGraph, edges: readonly ResolvedEdge[]): readonly Reader[] | null {
  const readers = new Map<string, Set<ResolvedEdge>>();
  for (const edge of edges) {
    const from = graph.nodes.get(edge.from);
    if (from?.behaviour !== 'station' || !waitsFor(graph, edge) || edge.onMissOf !== null) return null;
    const group = readers.get(edge.from) ?? new Set();
    readers.set(edge.from, group);
    group.add(edge);
    // One lookup is before whichever shard is picked, so all of them are called only after a miss.
    if (edge.choice) for (const other of siblingsOf(graph, edge)) group.add(other);
  }
  return [...readers].map(([id, group]) => ({ id, edges: [...group] }));
}

function siblingsOf(graph: DesignGraph, edge: ResolvedEdge): readonly ResolvedEdge[] {
  const kind = graph.nodes.get(edge.to)?.kind.id;
  return outgoingOf(graph, edge.from).filter(
    (other) => other.choice && other.onMissOf === null && graph.nodes.get(other.to)?.kind.id === kind,
  );
}

/** Whether a person set the step in which the edge runs. */
export const hasNamedStep = (edge: ResolvedEdge): boolean => edge.basis['step']?.kind === 'document';

/** The flows that read over the reader's edges, whatever they are themselves. */
export const flowsReadBy = ({ design }: RuleContext, { edges }: Reader): readonly ResolvedFlow[] =>
  design.flows.filter((flow) => edges.some((edge) => callsTo(design, flow, edge, 'read')));

/** Whether one of the flows that read over the reader's edges writes over them too: a hit would spare what it writes. */
export const isAlsoWritten = (context: RuleContext, reader: Reader): boolean =>
  flowsReadBy(context, reader).some((flow) =>
    reader.edges.some((edge) => callsTo(context.design, flow, edge, 'write')),
  );
