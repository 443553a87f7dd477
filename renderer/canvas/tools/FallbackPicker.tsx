import { fallbackChoices, setFallback } from '../../../shared/edits/fallbacks';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { t } from '../../words/t';
import { ChoiceForm, titled } from '../ChoiceForm';
import { EdgePopover } from '../edges/EdgePopover';
import { useShownDesign } from '../lanes/shown';
import { perform } from '../perform';
import { closePicker } from '../picker';

/** The list of calls that the selected one can be made the fallback of. */
export function FallbackPicker({ edge }: { readonly edge: string }) {
  const editor = useEditor();
  const design = useShownDesign();
  if (design === null) return null;
  const { nodes } = resolvedOf(design);
  const calls = fallbackChoices(design, edge).map(({ id, to }) => ({
    key: id,
    title: nodes.get(to)?.name ?? to,
    icon: nodes.get(to)?.kind.icon ?? 'box',
    layer: nodes.get(to)?.layer,
  }));
  return (
    <EdgePopover edge={edge} label={t('Fallback of')}>
      <ChoiceForm
        label={t('Used when this call fails')}
        listLabel={t('Calls of the same caller')}
        nothing={t('No call of that name')}
        find={titled(calls, ({ key }) => key)}
        onTake={({ key }) => perform(editor, setFallback(design, { id: edge, of: key }))}
        onClose={() => closePicker(editor)}
      />
    </EdgePopover>
  );
}
