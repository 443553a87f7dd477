import { type Design, edgesOf, type Group, groupsOf, nodesOf } from '../../../shared/model/schema';
import { type GroupKind, groupKinds } from '../../../shared/model/vocabulary';
import { componentsIn } from '../../canvas/groups/components-in';
import { groupKindTitles } from '../../canvas/groups/group-titles';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { FindingItem } from '../findings/FindingItem';
import { worstFirst } from '../findings/finding-words';
import { GroupAvailability, JurisdictionField } from './GroupFields';
import { GroupNumbers } from './GroupNumbers';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { GroupField } from './PlaceFields';

const isGroupKind = (value: string): value is GroupKind => groupKinds.some((kind) => kind === value);

/** How a kind of group affects the figures. */
function meaningOf(kind: GroupKind): string {
  if (kind === 'region') return t('Calls between two regions have a round trip of 70 ms instead of 0.5 ms.');
  if (kind === 'zone') return t('Calls between two zones have a round trip of 1.5 ms instead of 0.5 ms.');
  return t('Groups components; no figure depends on it.');
}

/** The parts that findings of a group are about: what is in it, and the edges between those. */
function partsDrawnInside(design: Design, id: string): readonly string[] {
  const inside = new Set(componentsIn(design, id).map((node) => node.id));
  const edges = edgesOf(design).filter(({ from, to }) => inside.has(from) && inside.has(to));
  return [id, ...inside, ...edges.map((edge) => edge.id)];
}

/** What is broken in a group, the worst first. */
function GroupFindings({ parts }: { readonly parts: readonly string[] }) {
  const findingsOf = useReport((state) => state.findingsOf);
  const broken = worstFirst(
    parts.flatMap((part) => findingsOf.get(part) ?? []).filter(({ stage }) => stage === 'broken'),
  );
  if (broken.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Findings')}</h3>
      <div className={styles.findings}>
        {broken.map((finding) => (
          <FindingItem key={`${finding.rule} ${finding.target}`} finding={finding} />
        ))}
      </div>
    </section>
  );
}

/** A group and its members. */
export function GroupInspector({ group }: { readonly group: Group }) {
  const { edit, select } = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  if (design === null) return null;
  const name = partName(design, group.id);
  const inside = componentsIn(design, group.id);
  const members = [
    ...groupsOf(design).filter(({ parent }) => parent === group.id),
    ...nodesOf(design).filter((node) => node.group === group.id),
  ];
  const findings = partsDrawnInside(design, group.id);
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
          <Field field="kind" label={t('Kind')} about={meaningOf(group.kind)}>
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
          <GroupField field="parent" group={group.parent} />
          <GroupAvailability group={group} name={name} />
          <JurisdictionField group={group} name={name} />
        </EditableFields>
        <GroupNumbers id={group.id} members={inside} />
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>{t('Members')}</h3>
          {members.length === 0 ? (
            <p className={styles.empty}>
              {readOnly ? t('No members.') : t('No members. Drag components into it.')}
            </p>
          ) : null}
          <ul>
            {members.map(({ id }) => (
              <li key={id}>
                <button type="button" className={styles.moreButton} onClick={() => select([id])}>
                  {partName(design, id)}
                </button>
              </li>
            ))}
          </ul>
        </section>
        <GroupFindings parts={findings} />
      </div>
    </>
  );
}
