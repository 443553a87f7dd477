import type { Flow, Node } from '../../../shared/model/schema';
import { edit, useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { clearSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { FindingList, WorstFinding } from '../findings/FindingList';
import { FlowNumbers } from './FlowNumbers';
import { FlowRate } from './FlowRate';
import { FlowTargetsTab } from './FlowTargetsTab';
import { type FlowSectionProps, setFlowField } from './flow-section';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { InspectorTabs, inspectorTab } from './InspectorTabs';

/** One class of requests. */
export function FlowInspector({ flow }: { readonly flow: Flow }) {
  const design = useDocument((state) => state.design);
  const findings = useReport((state) => state.findingsOf.get(flow.id)?.length ?? 0);
  if (design === null) return null;
  const resolved = resolvedOf(design).flows.get(flow.id);
  if (resolved === undefined) return null;
  const section = { flow, resolved };
  const rename = (name: string): void =>
    setFlowField(resolved, 'name', name.trim() === '' ? null : name.trim(), t('Name'));
  return (
    <>
      <InspectorHead icon="route" name={resolved.name} onRename={rename}>
        <span>{flow.kind === 'read' ? t('reads') : t('writes')}</span>
      </InspectorHead>
      <InspectorTabs
        tabs={[
          inspectorTab('properties'),
          inspectorTab('targets'),
          inspectorTab('numbers'),
          inspectorTab('findings', findings),
        ]}
      >
        {(tab) => {
          if (tab === 'targets')
            return (
              <EditableFields>
                <FlowTargetsTab {...section} />
              </EditableFields>
            );
          if (tab === 'numbers') return <FlowNumbers flow={flow} />;
          if (tab === 'findings') return <FindingList target={flow.id} />;
          return <FlowProperties {...section} />;
        }}
      </InspectorTabs>
    </>
  );
}

function FlowProperties({ flow, resolved }: FlowSectionProps) {
  return (
    <>
      <WorstFinding target={flow.id} />
      <EditableFields>
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>{t('Requests')}</h3>
          <Field label={t('Kind')}>
            {(ids) => (
              <Select
                {...ids}
                value={flow.kind}
                options={[
                  { value: 'read', title: t('reads') },
                  { value: 'write', title: t('writes') },
                ]}
                onChange={(kind) =>
                  setFlowField(resolved, 'kind', kind === 'write' ? 'write' : 'read', t('Kind'))
                }
              />
            )}
          </Field>
          <EntryField flow={flow} resolved={resolved} />
          <FlowRate flow={flow} resolved={resolved} />
        </section>
        <FlowBytes flow={flow} resolved={resolved} />
        <div className={styles.foot}>
          <Button
            icon="trash-2"
            onClick={() => {
              clearSelection();
              edit(t('Delete {name}', { name: resolved.name }), [{ op: 'remove', ids: [flow.id] }]);
            }}
          >
            {t('Delete flow')}
          </Button>
        </div>
      </EditableFields>
    </>
  );
}

const none: readonly Node[] = [];

/** Where its requests enter: usually a client, but any component can be an entry. */
function EntryField({ flow, resolved }: FlowSectionProps) {
  const nodes = useDocument((state) => state.design?.system.nodes ?? none);
  const index = useDocument((state) => (state.design === null ? null : resolvedOf(state.design).nodes));
  const sources = nodes.filter(({ id }) => index?.get(id)?.behaviour === 'source' || id === flow.entry);
  if (sources.length < 2) return null;
  return (
    <Field label={t('Starts at')}>
      {(ids) => (
        <Select
          {...ids}
          value={flow.entry}
          options={sources.map(({ id }) => ({ value: id, title: index?.get(id)?.name ?? id }))}
          onChange={(entry) => setFlowField(resolved, 'entry', entry, t('Entry'))}
        />
      )}
    </Field>
  );
}

const byteFields = [
  { field: 'requestBytes', title: 'Request' },
  { field: 'responseBytes', title: 'Response' },
  { field: 'storedBytes', title: 'Stored' },
] as const;

function FlowBytes({ flow, resolved }: FlowSectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Bytes of one request')}</h3>
      {byteFields.map(({ field, title }) => (
        <Field
          key={field}
          label={t(title)}
          onReset={
            flow[field] === undefined ? undefined : () => setFlowField(resolved, field, null, t(title))
          }
        >
          {(ids) => (
            <NumberField
              {...ids}
              unit="bytes"
              clearable
              value={flow[field] ?? null}
              placeholder={resolved[field]}
              onCommit={(value) =>
                setFlowField(resolved, field, value, t('{part} bytes', { part: t(title) }))
              }
            />
          )}
        </Field>
      ))}
    </section>
  );
}
