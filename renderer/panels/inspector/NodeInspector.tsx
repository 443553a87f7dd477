import { kindOf } from '../../../shared/catalog/index';
import { nodeTitle } from '../../../shared/catalog/node-title';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { Node } from '../../../shared/model/schema';
import { useReadOnly } from '../../canvas/parts';
import { openPicker } from '../../canvas/picker';
import { useCommand } from '../../commands/use-command';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { language } from '../../words/language';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { FindingList } from '../findings/FindingList';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { InspectorTabs, inspectorTab } from './InspectorTabs';
import { NodeNumbers } from './NodeNumbers';
import { NodeProperties } from './NodeProperties';
import { NodeTargets } from './NodeTargets';

/** One component: properties, targets, figures and findings. */
export function NodeInspector({ node }: { readonly node: Node }) {
  const { edit } = useEditor();
  const resolved = useDocument((state) =>
    state.design === null ? undefined : resolvedOf(state.design).nodes.get(node.id),
  );
  const findings = useReport((state) => state.findingsOf.get(node.id)?.length ?? 0);
  if (resolved === undefined) return null;
  const isSource = resolved.behaviour === 'source';
  const tabs = [
    inspectorTab('properties'),
    ...(isSource ? [] : [inspectorTab('targets')]),
    inspectorTab('numbers'),
    inspectorTab('findings', findings),
  ];
  const rename = (name: string): void => {
    const trimmed = name.trim();
    edit(t('Rename {name}', { name: nodeTitle(resolved, language()) }), [
      { op: 'patch-node', id: node.id, patch: { name: trimmed === '' ? null : trimmed } },
    ]);
  };
  return (
    <>
      <InspectorHead
        icon={resolved.kind.icon}
        layer={resolved.layer}
        name={nodeTitle(resolved, language())}
        onRename={rename}
        buttons={<TryKindButton />}
      >
        <span className={styles.oneLine}>
          <KindButton node={node} resolved={resolved} />
          <TechnologySelect node={node} resolved={resolved} />
        </span>
      </InspectorHead>
      <InspectorTabs tabs={tabs}>
        {(tab) => {
          switch (tab) {
            case 'properties':
              return <NodeProperties node={node} resolved={resolved} />;
            case 'targets':
              return (
                <EditableFields>
                  <NodeTargets node={node} />
                </EditableFields>
              );
            case 'numbers':
              return <NodeNumbers node={node} />;
            case 'findings':
              return <FindingList target={node.id} />;
          }
        }}
      </InspectorTabs>
    </>
  );
}

/** The kind, which opens the list of others; where the design cannot be edited, its title alone. */
function KindButton({ node, resolved }: { readonly node: Node; readonly resolved: ResolvedNode }) {
  const editor = useEditor();
  const title = t(resolved.kind.title);
  if (useReadOnly()) return <span>{title}</span>;
  return (
    <button
      type="button"
      className={styles.kind}
      title={t('Change kind…')}
      onClick={() => openPicker(editor, { list: 'change-kind', id: node.id })}
    >
      <span>{title}</span>
      <Icon name="chevron-down" size={12} />
    </button>
  );
}

/** Shows what another kind or technology would change, before it is taken. */
function TryKindButton() {
  const { title, enabled, run } = useCommand('try-kind');
  return <Button variant="quiet" icon="scale" aria-label={title} disabled={!enabled} onClick={run} />;
}

function TechnologySelect({ node, resolved }: { readonly node: Node; readonly resolved: ResolvedNode }) {
  const { edit } = useEditor();
  const known = (kindOf(node.kind)?.technologies ?? []).map(({ name }) => name);
  const own = node.technology ?? '';
  const listed = own === '' || known.includes(own) ? known : [own, ...known];
  if (listed.length === 0) return null;
  return (
    <>
      <span aria-hidden="true">·</span>
      <Select
        className={styles.technology}
        label={t('Technology')}
        value={own}
        muted={own === ''}
        options={[
          { value: '', title: t('any technology') },
          ...listed.map((value) => ({ value, title: value })),
        ]}
        onChange={(value) =>
          edit(t('Change the technology of {name}', { name: nodeTitle(resolved, language()) }), [
            { op: 'patch-node', id: node.id, patch: { technology: value === '' ? null : value } },
          ])
        }
      />
    </>
  );
}
