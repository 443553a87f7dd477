import type { ResolvedFlow } from '../../../shared/catalog/resolved';
import type { Flow } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { t } from '../../words/t';

/** The props of every section of a flow. */
export interface FlowSectionProps {
  readonly flow: Flow;
  readonly resolved: ResolvedFlow;
}

type SetFlowField = <F extends keyof Omit<Flow, 'id'>>(
  flow: ResolvedFlow,
  field: F,
  value: Flow[F] | null,
  title: string,
) => void;

/** What sets a field of a flow as one undo step. */
export function useSetFlowField(): SetFlowField {
  const { edit } = useEditor();
  return ({ id, name }, field, value, title) => {
    edit(
      t('Change {field} of {name}', { field: title, name }),
      [{ op: 'patch-flow', id, patch: { [field]: value } }],
      { mergeKey: `${id}.${field}` },
    );
  };
}
