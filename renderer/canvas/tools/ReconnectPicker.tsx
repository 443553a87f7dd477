import { reconnect } from '../../../shared/edits/edges';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { t } from '../../words/t';
import { ChoiceForm, titled } from '../ChoiceForm';
import { EdgePopover } from '../edges/EdgePopover';
import { useShownDesign } from '../lanes/shown';
import { useReadOnly } from '../parts';
import { perform } from '../perform';
import { otherEndsOf, stopReconnecting, useReconnectPicker } from './reconnect-picker';

/** The list of other ends of the selected edge: reconnecting by keyboard. */
export function ReconnectPicker() {
  const edge = useReconnectPicker((state) => state.edge);
  const readOnly = useReadOnly();
  return edge === null || readOnly ? null : <Ends key={edge} edge={edge} />;
}

function Ends({ edge }: { readonly edge: string }) {
  const editor = useEditor();
  const design = useShownDesign();
  if (design === null) return null;
  const { nodes } = resolvedOf(design);
  const ends = otherEndsOf(design, edge).map(({ end, id, name }) => ({
    key: `${end} ${id}`,
    end,
    id,
    title: end === 'to' ? t('Call {name} instead', { name }) : t('Called by {name} instead', { name }),
    icon: nodes.get(id)?.kind.icon ?? 'box',
    layer: nodes.get(id)?.layer,
  }));
  const find = titled(ends, ({ id }) => id);
  return (
    <EdgePopover edge={edge} label={t('Reconnect')}>
      <ChoiceForm
        label={t('Reconnect edge')}
        listLabel={t('Other ends')}
        nothing={t('No component of that name')}
        find={find}
        onTake={({ end, id }) => perform(editor, reconnect(design, { id: edge, [end]: id }))}
        onClose={() => stopReconnecting(editor)}
      />
    </EdgePopover>
  );
}
