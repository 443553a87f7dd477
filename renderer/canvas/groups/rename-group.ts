import { groupKindByName } from '../../../shared/edits/group-kind';
import type { Group } from '../../../shared/model/schema';
import type { GroupKind } from '../../../shared/model/vocabulary';
import type { Editor } from '../../store/editors';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import { groupKindTitles } from './group-titles';

/** Gives a group a name; where the name says of a plain group that it is a region or a zone, offers to make it that. */
export function renameGroup(editor: Editor, { id, kind }: Group, text: string): void {
  const name = text.trim();
  editor.edit(t('Rename group'), [{ op: 'patch-group', id, patch: { name: name === '' ? null : name } }]);
  const said = kind === 'frame' ? groupKindByName(name) : null;
  if (said !== null) offerKind(editor, id, name, said);
}

function offerKind(editor: Editor, id: string, name: string, kind: GroupKind): void {
  const title = t(groupKindTitles[kind]);
  toast(t('“{name}” is a plain group: no figure depends on it.', { name }), {
    action: {
      label: t('Make it: {kind}', { kind: title }),
      run: () =>
        void editor.edit(t('Make {name} a {kind}', { name, kind: title }), [
          { op: 'patch-group', id, patch: { kind } },
        ]),
    },
  });
}
