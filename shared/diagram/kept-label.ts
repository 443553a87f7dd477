import type { EdgeFigures, NodeFigures } from '../analysis/analysis';
import type { ResolvedEdge, ResolvedFlow } from '../catalog/resolved';
import type { Language } from '../math/language';
import { own } from '../model/own';
import { type EdgeLabel, edgeLabel } from './edge-label';

/** What the label of an edge follows from, beside its figures. */
interface LabelSource {
  readonly edge: ResolvedEdge;
  readonly callee: NodeFigures | undefined;
  readonly fromBuffer: boolean;
  /** Visits of its caller, and the flows that may be among them. */
  readonly visits: NodeFigures['visits'] | undefined;
  readonly flows: readonly ResolvedFlow[];
  readonly language: Language;
}

/**
 * The last label of each edge's figures, taken only where all that it follows from is the same: an edit leaves the figures of
 * most edges the same objects.
 */
const labels = new WeakMap<EdgeFigures, { readonly of: LabelSource; readonly label: EdgeLabel | null }>();

/** The label of an edge: the same object where it is made of the same. */
export function keptLabel(of: LabelSource, figures: EdgeFigures | undefined): EdgeLabel | null {
  const known = figures === undefined ? undefined : labels.get(figures);
  if (known !== undefined && isSameSource(known.of, of)) return known.label;
  const { edge, visits = {}, flows, ...rest } = of;
  // Names of its flows, where others visit its caller too.
  const visiting = flows.filter((flow) => (own(visits, flow.id) ?? 0) > 0 || flow.entry === edge.from);
  const carried = visiting.filter((flow) => edge.flows.includes(flow.id));
  const flowNames = carried.length < visiting.length ? carried.map((flow) => flow.name) : [];
  const label = edgeLabel({ edge, figures, flowNames, ...rest });
  if (figures !== undefined) labels.set(figures, { of, label });
  return label;
}

const isSameSource = (a: LabelSource, b: LabelSource): boolean =>
  a.edge === b.edge &&
  a.callee === b.callee &&
  a.fromBuffer === b.fromBuffer &&
  a.visits === b.visits &&
  a.language === b.language &&
  (a.flows === b.flows || (a.flows.length === b.flows.length && a.flows.every(isNamedAlike, b.flows)));

/** Whether a flow is called the same and begins at the same node as the one at its place in the list that is `this`. */
function isNamedAlike(this: readonly ResolvedFlow[], { id, name, entry }: ResolvedFlow, at: number): boolean {
  const other = this[at];
  return other?.id === id && other.name === name && other.entry === entry;
}
