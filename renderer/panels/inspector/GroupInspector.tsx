import { type Group, nodesOf } from '../../../shared/model/schema';
import { type GroupKind, groupKinds } from '../../../shared/model/vocabulary';
import { groupKindTitles } from '../../canvas/groups/group-titles';
import { edit, useDocument } from '../../store/document';
import { select } from '../../store/selection';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';

const isGroupKind = (value: string): value is GroupKind => groupKinds.some((kind) => kind === value);

/** How a kind of group affects the figures. */
function meaningOf(kind: GroupKind): string {
  if (kind === 'region') return t('Calls between two regions have a round trip of 70 ms instead of 0.5 ms.');
  if (kind === 'zone') return t('Calls between two zones have a round trip of 1.5 ms instead of 0.5 ms.');
  return t('Groups components; no figure depends on it.');
}

/** A group and its members. */
export function GroupInspector({ group }: { readonly group: Group }) {
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  if (design === null) return null;
  const name = partName(design, group.id);
  const members = nodesOf(design).filter((node) => node.group === group.id);
  const rename = (text: string): void => {
    edit(t('Rename {name}', { name }), [
      { op: 'patch-group', id: group.id, patch: { name: text.trim() === '' ? null : text.trim() } },
    ]);
  };
  return (
    <>
      <InspectorHead icon="frame" name={name} onRename={rename}>
        <span>{t(groupKindTitles[group.kind])}</span>
      </InspectorHead>
      <div className={styles.panel}>
        <EditableFields>
          <Field label={t('Kind')} note={meaningOf(group.kind)}>
            {(ids) => (
              <Select
                {...ids}
                value={group.kind}
                options={groupKinds.map((kind) => ({ value: kind, title: t(groupKindTitles[kind]) }))}
                onChange={(kind) => {
                  if (isGroupKind(kind))
                    edit(t('Make {name} a {kind}', { name, kind: t(groupKindTitles[kind]) }), [
                      { op: 'patch-group', id: group.id, patch: { kind } },
                    ]);
                }}
              />
            )}
          </Field>
        </EditableFields>
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>{t('Members')}</h3>
          {members.length === 0 ? (
            <p className={styles.empty}>
              {readOnly ? t('No members.') : t('No members. Drag components into it.')}
            </p>
          ) : null}
          <ul>
            {members.map((node) => (
              <li key={node.id}>
                <button type="button" className={styles.moreButton} onClick={() => select([node.id])}>
                  {partName(design, node.id)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
