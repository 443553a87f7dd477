import type { ResolvedEdge } from '../../../shared/catalog/resolved';
import type { Edge } from '../../../shared/model/schema';

/** What every section of an edge is given. */
export interface EdgeSectionProps {
  readonly edge: Edge;
  readonly resolved: ResolvedEdge;
  readonly set: SetEdgeField;
}

/** Sets a field of the edge as one undo step; null gives it back to its default. */
export type SetEdgeField = <F extends keyof Omit<Edge, 'id'>>(
  field: F,
  value: Edge[F] | null,
  title: string,
) => void;
