import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { t } from '../../words/t';
import { groupSelection, moveSelectionInto } from '../arrange';
import { titled } from '../ChoiceForm';
import { ChoicePicker } from '../ChoicePicker';
import { boundsOf, partBoxes } from '../part-boxes';
import { closePicker } from '../picker';
import { kindChoices, moveChoices } from './group-choices';

/** A list to choose from by typing: the groups to move what is selected into, or the kinds to group it as. */
export function GroupPicker({ purpose }: { readonly purpose: 'move-into' | 'group-as' }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const selected = useSelection((state) => state.ids);
  if (design === null) return null;
  const boxes = partBoxes(design);
  const beside = boundsOf([...selected].flatMap((id) => boxes.get(id) ?? []));
  if (beside === null) return null;
  const find = titled(purpose === 'group-as' ? kindChoices(design, selected) : moveChoices(design, selected));
  return (
    <ChoicePicker
      beside={beside}
      label={purpose === 'group-as' ? t('Group as') : t('Move into')}
      listLabel={t('Groups')}
      nothing={t('No group of that name')}
      find={find}
      onTake={(choice) => {
        if ('kind' in choice) groupSelection(editor, choice.kind);
        else moveSelectionInto(editor, choice.into);
      }}
      onClose={() => closePicker(editor)}
    />
  );
}
