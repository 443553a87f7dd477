import type { ResolvedFlow } from '../../../shared/catalog/resolved';
import type { Flow } from '../../../shared/model/schema';
import { edit } from '../../store/document';
import { t } from '../../words/t';

/** The props of every section of a flow. */
export interface FlowSectionProps {
  readonly flow: Flow;
  readonly resolved: ResolvedFlow;
}

/** Sets a field of a flow as one undo step. */
export function setFlowField<F extends keyof Omit<Flow, 'id'>>(
  { id, name }: ResolvedFlow,
  field: F,
  value: Flow[F] | null,
  title: string,
): void {
  edit(
    t('Change {field} of {name}', { field: title, name }),
    [{ op: 'patch-flow', id, patch: { [field]: value } }],
    { mergeKey: `${id}.${field}` },
  );
}
