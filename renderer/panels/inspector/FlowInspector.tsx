import type { Flow, Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { FindingList, WorstFinding } from '../findings/FindingList';
import { FollowRequest } from '../request-path/FollowRequest';
import { FlowNumbers } from './FlowNumbers';
import { FlowRate } from './FlowRate';
import { FlowTargetsTab } from './FlowTargetsTab';
import { FlowTraits } from './FlowTraits';
import { type FlowSectionProps, useSetFlowField } from './flow-section';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { InspectorTabs, inspectorTab } from './InspectorTabs';
import { SearchedFields } from './SearchedFields';

/** One class of requests. */
export function FlowInspector({ flow }: { readonly flow: Flow }) {
  const setFlowField = useSetFlowField();
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
  const setFlowField = useSetFlowField();
  const { edit, clearSelection } = useEditor();
  return (
    <SearchedFields>
      <WorstFinding target={flow.id} />
      <div className={styles.section}>
        <FollowRequest flow={flow.id} />
      </div>
      <EditableFields>
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>{t('Requests')}</h3>
          <Field field="kind" label={t('Kind')}>
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
          <PeakField flow={flow} resolved={resolved} />
        </section>
        <FlowBytes flow={flow} resolved={resolved} />
        <FlowClients flow={flow} resolved={resolved} />
        <FlowTraits flow={flow} resolved={resolved} />
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
    </SearchedFields>
  );
}

const none: readonly Node[] = [];

/** Where its requests enter: usually a client, but any component can be an entry. */
function EntryField({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const nodes = useDocument((state) => state.design?.system.nodes ?? none);
  const index = useDocument((state) => (state.design === null ? null : resolvedOf(state.design).nodes));
  const sources = nodes.filter(({ id }) => index?.get(id)?.behaviour === 'source' || id === flow.entry);
  if (sources.length < 2) return null;
  return (
    <Field field="entry" label={t('Starts at')}>
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

/** Peak ÷ average of this flow, where it is not that of the workload. */
function PeakField({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const ofWorkload = useDocument((state) => state.design?.system.workload?.peakFactor ?? 1);
  const title = t('Peak factor');
  return (
    <Field
      field="peakFactor"
      label={title}
      hint={t('Peak ÷ average; that of the workload where it is left out')}
      onReset={
        flow.peakFactor === undefined ? undefined : () => setFlowField(resolved, 'peakFactor', null, title)
      }
    >
      {(ids) => (
        <NumberField
          {...ids}
          unit="factor"
          min={1}
          clearable
          value={flow.peakFactor ?? null}
          placeholder={ofWorkload}
          onCommit={(value) => setFlowField(resolved, 'peakFactor', value, title)}
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
  const setFlowField = useSetFlowField();
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Bytes of one request')}</h3>
      {byteFields.map(({ field, title }) => (
        <Field
          key={field}
          field={field}
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

/** How far away its clients are, and the connections that they hold open at peak, whatever is sent over them. */
function FlowClients(section: FlowSectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Clients')}</h3>
      <ClientTripField {...section} />
      <ConnectionsField {...section} />
    </section>
  );
}

function ClientTripField({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const title = t('Client round trip');
  return (
    <Field
      field="clientRttMs"
      label={title}
      hint={t('Of every call that leaves a client, for this flow; that of each call where it is left out')}
      onReset={
        flow.clientRttMs === undefined ? undefined : () => setFlowField(resolved, 'clientRttMs', null, title)
      }
    >
      {(ids) => (
        <NumberField
          {...ids}
          unit="ms"
          clearable
          value={flow.clientRttMs ?? null}
          placeholder={resolved.clientRttMs}
          emptyText={t('automatic')}
          onCommit={(value) => setFlowField(resolved, 'clientRttMs', value, title)}
        />
      )}
    </Field>
  );
}

function ConnectionsField({ flow, resolved }: FlowSectionProps) {
  const setFlowField = useSetFlowField();
  const title = t('Client connections');
  return (
    <Field
      field="connections"
      label={title}
      onReset={
        flow.connections === undefined ? undefined : () => setFlowField(resolved, 'connections', null, title)
      }
    >
      {(ids) => (
        <NumberField
          {...ids}
          unit="count"
          clearable
          value={flow.connections ?? null}
          placeholder={resolved.connections}
          onCommit={(value) => setFlowField(resolved, 'connections', value, title)}
        />
      )}
    </Field>
  );
}
