import { useContext, useState } from 'react';
import { kindOf, technologyOf } from '../../../shared/catalog/index';
import type { Kind } from '../../../shared/catalog/kind';
import { nodeTitle } from '../../../shared/catalog/node-title';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { isPlainBox } from '../../../shared/layout/geometry';
import type { ConfigField } from '../../../shared/model/config';
import { sectionOf } from '../../../shared/model/fields/index';
import { flowsOf, type Node } from '../../../shared/model/schema';
import { addFlow } from '../../canvas/add-flow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { FieldSearch } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { language } from '../../words/language';
import { listed, t } from '../../words/t';
import { ConfigFieldRow } from '../fields/ConfigFieldRow';
import { EditableFields } from '../fields/EditableFields';
import { groupFields } from '../fields/field-groups';
import { TextField } from '../fields/TextField';
import { WorstFinding } from '../findings/FindingList';
import { AboutKind } from './AboutKind';
import { ConvertHint } from './ConvertHint';
import { FlowRows } from './FlowRows';
import styles from './Inspector.module.css';
import { PlaceFields } from './PlaceFields';
import { SearchedFields } from './SearchedFields';

interface NodePropertiesProps {
  readonly node: Node;
  readonly resolved: ResolvedNode;
}

/** The main fields, the guide of the kind, the other fields under More; above them the worst finding. */
export function NodeProperties({ node, resolved }: NodePropertiesProps) {
  const kind = kindOf(node.kind) ?? resolved.kind;
  return (
    <SearchedFields>
      {isPlainBox(resolved) ? <ConvertHint id={node.id} /> : null}
      <WorstFinding target={node.id} />
      {resolved.behaviour === 'source' ? <SourceFlows node={node} /> : null}
      <KindFields kind={kind} node={node} resolved={resolved} />
      <PlaceFields node={node} resolved={resolved} />
      <NodeNote node={node} name={nodeTitle(resolved, language())} />
    </SearchedFields>
  );
}

/** The main fields with the others under More; what is searched for stands once under each heading, wherever it is. */
function KindFields({ kind, node, resolved }: NodePropertiesProps & { readonly kind: Kind }) {
  const isSearching = useContext(FieldSearch) !== '';
  const others = [...kind.more, ...othersSet(node, kind)];
  if (isSearching)
    return <FieldSections fields={[...kind.main, ...others]} node={node} resolved={resolved} />;
  return (
    <>
      <FieldSections fields={kind.main} node={node} resolved={resolved} />
      <AboutKind kind={kind} limited={technologyOf(kind, node.technology)?.limited ?? kind.limited} />
      <More fields={others} node={node} resolved={resolved} />
    </>
  );
}

/** The fields that are set and that the kind does not offer: they were written before its kind was changed, or elsewhere. */
function othersSet(node: Node, { main, more }: Pick<Kind, 'main' | 'more'>): readonly ConfigField[] {
  const offered = new Set<string>([...main, ...more]);
  return (Object.keys(node.config ?? {}) as ConfigField[]).filter(
    (field) => !offered.has(field) && sectionOf(field) !== undefined,
  );
}

interface FieldSectionsProps extends NodePropertiesProps {
  readonly fields: readonly ConfigField[];
}

function FieldSections({ fields, node, resolved }: FieldSectionsProps) {
  const sections = groupFields(fields).map((group) => (
    <section key={group.title} className={styles.section}>
      <h3 className={styles.sectionTitle}>{t(group.title)}</h3>
      {group.fields.map((field) => (
        <ConfigFieldRow key={field} node={node} resolved={resolved} field={field} />
      ))}
    </section>
  ));
  return <EditableFields>{sections}</EditableFields>;
}

/** Closed at first; open where one of its fields is set. */
function More({ fields, node, resolved }: FieldSectionsProps) {
  const [open, setOpen] = useState(() => fields.some((field) => node.config?.[field] !== undefined));
  const groups = groupFields(fields);
  if (groups.length === 0) return null;
  const about = listed(groups.map((group) => t(group.title)));
  return (
    <div className={styles.more}>
      <button type="button" className={styles.moreButton} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        {open ? t('More') : t('More: {about}', { about })}
      </button>
      {open ? <FieldSections fields={fields} node={node} resolved={resolved} /> : null}
    </div>
  );
}

/** The flows that start at a source. */
function SourceFlows({ node }: { readonly node: Node }) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const flows = flowsOf(design).filter((flow) => flow.entry === node.id);
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Flows that start here')}</h3>
      <FlowRows flows={flows} />
      <EditableFields>
        <Button icon="plus" onClick={() => addFlow(editor, design, node.id)}>
          {t('Add flow')}
        </Button>
      </EditableFields>
    </section>
  );
}

function NodeNote({ node, name }: { readonly node: Node; readonly name: string }) {
  const { edit } = useEditor();
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Note')}</h3>
      <EditableFields>
        <TextField
          multiline
          field="note"
          label={t('Note')}
          placeholder={t('What others should know about it')}
          value={node.note ?? ''}
          onCommit={(text) =>
            edit(t('Write a note on {name}', { name }), [
              { op: 'patch-node', id: node.id, patch: { note: text === '' ? null : text } },
            ])
          }
        />
      </EditableFields>
    </section>
  );
}
