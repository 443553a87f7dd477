import type { Group } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { t } from '../../words/t';
import { TextField } from '../fields/TextField';

interface GroupFieldsProps {
  readonly group: Group;
  readonly name: string;
}

/** What sets a field of a group as one undo step. */
function useSetGroupField({ group, name }: GroupFieldsProps) {
  const { edit } = useEditor();
  return (field: 'availability' | 'jurisdiction', value: number | string | null, title: string): void => {
    edit(
      t('Change {field} of {name}', { field: title, name }),
      [{ op: 'patch-group', id: group.id, patch: { [field]: value } }],
      { mergeKey: `${group.id}.${field}` },
    );
  };
}

/** The share of the time in which the group as a whole works: a zone or a region that is lost takes all that is in it. */
export function GroupAvailability(props: GroupFieldsProps) {
  const set = useSetGroupField(props);
  const { group } = props;
  const usual = useDocument(({ design }) =>
    design === null
      ? null
      : (resolvedOf(design).design.groups.find(({ id }) => id === group.id)?.availability ?? null),
  );
  const title = t('Availability');
  return (
    <Field
      field="availability"
      label={title}
      hint={t('Share of the time in which it works as a whole; while it does not, nothing in it does')}
      onReset={group.availability === undefined ? undefined : () => set('availability', null, title)}
    >
      {(ids) => (
        <NumberField
          {...ids}
          unit="share"
          max={1}
          clearable
          value={group.availability ?? null}
          placeholder={usual}
          onCommit={(value) => set('availability', value, title)}
        />
      )}
    </Field>
  );
}

/** Whose law applies to what is kept in the group. */
export function JurisdictionField(props: GroupFieldsProps) {
  const set = useSetGroupField(props);
  const { group } = props;
  const title = t('Jurisdiction');
  return (
    <Field
      field="jurisdiction"
      label={title}
      hint={t('Whose law applies to what is kept in it, such as EU')}
      onReset={group.jurisdiction === undefined ? undefined : () => set('jurisdiction', null, title)}
    >
      {(ids) => (
        <TextField
          {...ids}
          value={group.jurisdiction ?? ''}
          placeholder={t('not set')}
          onCommit={(text) => set('jurisdiction', text.trim() === '' ? null : text.trim(), title)}
        />
      )}
    </Field>
  );
}
