import { kindOf } from '../../../shared/catalog/index';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { layerTitles } from '../../../shared/diagram/palette';
import type { Node } from '../../../shared/model/schema';
import { layerIds } from '../../../shared/model/vocabulary';
import { useCommand } from '../../commands/use-command';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import styles from './Inspector.module.css';

interface PlaceFieldsProps {
  readonly node: Node;
  readonly resolved: ResolvedNode;
}

/** Where a component belongs: its layer, and the group that it is in. */
export function PlaceFields({ node, resolved }: PlaceFieldsProps) {
  const { edit } = useEditor();
  const title = t('Layer');
  const usual = (kindOf(node.kind) ?? resolved.kind).layer;
  const set = (value: string | null): void => {
    const layer = layerIds.find((id) => id === value) ?? null;
    edit(t('Change {field} of {name}', { field: title, name: resolved.name }), [
      { op: 'patch-node', id: node.id, patch: { layer } },
    ]);
  };
  return (
    <EditableFields>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('Place')}</h3>
        <Field
          field="layer"
          label={title}
          note={node.layer === undefined ? null : t('Default {value}', { value: t(layerTitles[usual]) })}
          onReset={node.layer === undefined ? undefined : () => set(null)}
        >
          {(ids) => (
            <Select
              {...ids}
              muted={node.layer === undefined}
              value={resolved.layer}
              options={layerIds.map((layer) => ({ value: layer, title: t(layerTitles[layer]) }))}
              onChange={set}
            />
          )}
        </Field>
        <GroupField field="group" group={node.group} />
      </section>
    </EditableFields>
  );
}

interface GroupFieldProps {
  readonly field: 'group' | 'parent';
  readonly group: string | undefined;
}

/** The group that what is selected is in: a press opens the list of others, and the cross takes it out of its group. */
export function GroupField({ field, group }: GroupFieldProps) {
  const design = useDocument((state) => state.design);
  const into = useCommand('move-into');
  const out = useCommand('move-out');
  if (design === null || (group === undefined && !into.enabled)) return null;
  return (
    <Field field={field} label={t('In group')}>
      {(ids) => (
        <span className={styles.membership}>
          <Button id={ids.id} data-tip={into.shortcut} disabled={!into.enabled} onClick={into.run}>
            {group === undefined ? t('none') : partName(design, group)}
          </Button>
          {out.enabled ? <Button variant="quiet" icon="x" aria-label={out.title} onClick={out.run} /> : null}
        </span>
      )}
    </Field>
  );
}
