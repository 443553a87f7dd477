import { useState } from 'react';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { patchMany, type SharedField, sharedFields } from '../../../shared/edits/patch-many';
import { configFields } from '../../../shared/model/fields/index';
import type { Design } from '../../../shared/model/schema';
import { perform } from '../../canvas/perform';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { t } from '../../words/t';
import { ConfigControl, isTiered } from '../fields/ConfigControl';
import { type ConfigValue, fallbackOf } from '../fields/config-values';
import { EditableFields } from '../fields/EditableFields';
import styles from './Inspector.module.css';
import { SearchedFields } from './SearchedFields';

interface ManyFieldsProps {
  readonly design: Design;
  /** Ids of components, two or more. */
  readonly ids: readonly string[];
}

const shownAtFirst = 5;

/** The fields that all of these components have: each is set for all of them at once, as one step of undo. */
export function ManyFields({ design, ids }: ManyFieldsProps) {
  const [showsAll, setShowsAll] = useState(false);
  const { nodes } = resolvedOf(design);
  const resolved = ids.flatMap((id) => nodes.get(id) ?? []);
  const fields = sharedFields(design, ids).filter(
    ({ field }) => configFields[field].shape.type !== 'share-by-flow',
  );
  if (fields.length === 0) return null;
  const shown = showsAll ? fields : fields.slice(0, shownAtFirst);
  const rows = (
    <EditableFields>
      <section className={styles.section}>
        <h3 className={styles.sectionTitle}>{t('All {count} components', { count: ids.length })}</h3>
        {shown.map((shared) => (
          <ManyFieldRow key={shared.field} shared={shared} ids={ids} resolved={resolved} design={design} />
        ))}
      </section>
    </EditableFields>
  );
  if (showsAll) return <SearchedFields>{rows}</SearchedFields>;
  return (
    <>
      {rows}
      {fields.length > shownAtFirst ? (
        <div className={styles.foot}>
          <Button onClick={() => setShowsAll(true)}>
            {t('{count, plural, one {# more field} other {# more fields}}', {
              count: fields.length - shownAtFirst,
            })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface ManyFieldRowProps extends ManyFieldsProps {
  readonly shared: SharedField;
  readonly resolved: readonly ResolvedNode[];
}

function ManyFieldRow({ design, ids, shared, resolved }: ManyFieldRowProps) {
  const editor = useEditor();
  const { field, value, isMixed, isSet } = shared;
  const info = configFields[field];
  const title = t(info.title);
  const own = value as ConfigValue | undefined;
  const fallback = isMixed ? undefined : commonDefault(resolved, shared);
  const set = (next: ConfigValue | null): void => {
    perform(editor, patchMany(design, { ids, field, value: next }), {
      mergeKey: `${ids.join(' ')}.${field}`,
    });
  };
  return (
    <Field
      field={field}
      label={title}
      hint={info.hint === undefined ? undefined : t(info.hint)}
      note={isMixed ? t('Different values') : null}
      onReset={isSet ? () => set(null) : undefined}
      stacked={info.shape.type === 'several' || isTiered(own ?? fallback)}
    >
      {(control) => (
        <ConfigControl
          {...control}
          title={title}
          shape={info.shape}
          own={own}
          fallback={fallback}
          sizes={[
            Math.max(...resolved.map(({ kind }) => kind.minScaleUp ?? 1)),
            Math.min(...resolved.map(({ kind }) => kind.maxScaleUp ?? 8)),
          ]}
          emptyText={isMixed ? t('mixed') : t('default')}
          onChange={set}
        />
      )}
    </Field>
  );
}

/** The default that all of them have; undefined where theirs differ. */
function commonDefault(resolved: readonly ResolvedNode[], { field }: SharedField): ConfigValue | undefined {
  const [first, ...others] = resolved.map((node) => fallbackOf(node, field));
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text) ? first : undefined;
}
