import type { ResolvedEdge } from '../../../shared/catalog/resolved';
import type { Edge } from '../../../shared/model/schema';

/** The props of every section of an edge. */
export interface EdgeSectionProps {
  readonly edge: Edge;
  readonly resolved: ResolvedEdge;
  readonly set: SetEdgeField;
}

/** Sets a field of the edge as one undo step; null resets it to its default. */
export type SetEdgeField = <F extends keyof Omit<Edge, 'id'>>(
  field: F,
  value: Edge[F] | null,
  title: string,
) => void;
