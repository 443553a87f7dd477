import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { t } from '../../words/t';
import { titled } from '../ChoiceForm';
import { ChoicePicker } from '../ChoicePicker';
import { useShownDesign } from '../lanes/shown';
import { partBoxes } from '../part-boxes';
import { closePicker } from '../picker';
import { connectNodes, targetsOf } from './connect-nodes';

/** The list of nodes that a node can call: connecting by keyboard. */
export function ConnectPicker({ from }: { readonly from: string }) {
  const editor = useEditor();
  const design = useShownDesign();
  const beside = design === null ? undefined : partBoxes(design).get(from);
  if (design === null || beside === undefined) return null;
  const { nodes } = resolvedOf(design);
  const targets = targetsOf(design, from).map(({ id, name }) => {
    const node = nodes.get(id);
    return { key: id, title: name, icon: node?.kind.icon ?? 'box', layer: node?.layer };
  });
  return (
    <ChoicePicker
      beside={beside}
      label={t('Connect {name} to', { name: nodes.get(from)?.name ?? from })}
      listLabel={t('Targets')}
      nothing={t('No component of that name')}
      find={titled(targets, ({ key }) => key)}
      onTake={({ key }) => connectNodes(editor, from, key)}
      onClose={() => closePicker(editor)}
    />
  );
}
