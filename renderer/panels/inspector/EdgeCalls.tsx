import { magnitudes } from '../../../shared/model/limits';
import { type Design, type Edge, edgesOf } from '../../../shared/model/schema';
import { type EdgeMode, edgeModes } from '../../../shared/model/vocabulary';
import { useDocument } from '../../store/document';
import { resolvedOf } from '../../store/report';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import { EdgeNumberField, EdgeSwitchField } from './EdgeFields';
import { EdgeFlows } from './EdgeFlows';
import type { EdgeSectionProps } from './edge-section';
import styles from './Inspector.module.css';

interface EdgeCallsProps extends EdgeSectionProps {
  /** No other edge leaves the same component, so there is nothing to balance and no order. */
  readonly alone: boolean;
}

/** Mode, number and order of the calls, and their flows. */
export function EdgeCalls({ alone, ...section }: EdgeCallsProps) {
  const { edge, resolved, set } = section;
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Calls')}</h3>
      <Field
        field="mode"
        label={t('Mode')}
        hint={t(
          'sync: the caller waits for the answer. async: it goes on, and nobody waits for what follows',
        )}
        about={basisWords(resolved.basis.mode)}
        onReset={edge.mode === undefined ? undefined : () => set('mode', null, t('Mode'))}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={edge.mode === undefined}
            value={resolved.mode}
            options={edgeModes.map((mode) => ({ value: mode, title: modeTitle(mode) }))}
            onChange={(mode) => set('mode', mode === 'async' ? 'async' : 'sync', t('Mode'))}
          />
        )}
      </Field>
      <EdgeFlows {...section} />
      <OperationField {...section} />
      {resolved.fallbackOf === null ? <CallCount {...section} alone={alone} /> : null}
    </section>
  );
}

/** How often it is called, when, and in which order; a fallback is tried whenever its call fails. */
function CallCount({ alone, ...section }: EdgeCallsProps) {
  return (
    <>
      <EdgeNumberField
        {...section}
        field="calls"
        title={t('Calls per request')}
        hint={t('Mean calls for one request to the caller; 0.2 is one call in five requests')}
        shape={{ unit: 'count', max: magnitudes.calls }}
      />
      <MissField {...section} />
      <ByteFields {...section} />
      {alone ? null : <OrderFields {...section} />}
    </>
  );
}

const modeTitle = (mode: EdgeMode): string => (mode === 'sync' ? t('sync') : t('async'));

/** Whether the call reads or writes, where it is not what the visit does that makes it. */
function OperationField({ edge, resolved, set }: EdgeSectionProps) {
  const title = t('Operation');
  return (
    <Field
      field="operation"
      label={title}
      hint={t('What the callee does for it; automatic: what the flow does')}
      about={basisWords(resolved.basis.operation)}
      onReset={edge.operation === undefined ? undefined : () => set('operation', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.operation === undefined}
          value={edge.operation ?? ''}
          options={[
            { value: '', title: t('automatic') },
            { value: 'read', title: t('read') },
            { value: 'write', title: t('write') },
          ]}
          onChange={(value) => set('operation', value === 'read' || value === 'write' ? value : null, title)}
        />
      )}
    </Field>
  );
}

/** What one call carries, and what it adds to a store. */
function ByteFields(section: EdgeSectionProps) {
  return (
    <>
      <EdgeNumberField
        {...section}
        field="requestBytes"
        title={t('Request per call')}
        hint={t('Bytes to the callee; automatic: those of the flow')}
        shape={{ unit: 'bytes' }}
      />
      <EdgeNumberField
        {...section}
        field="responseBytes"
        title={t('Response per call')}
        hint={t('Bytes back to the caller; automatic: those of the flow')}
        shape={{ unit: 'bytes' }}
      />
      <StoredField {...section} />
    </>
  );
}

/** The caches that the caller reads: this edge can carry the misses of one of them. */
function cachesBeside(design: Design, edge: Edge): readonly string[] {
  const { nodes } = resolvedOf(design);
  const siblings = edgesOf(design).filter((other) => other.from === edge.from && other.id !== edge.id);
  const caches = siblings.map((other) => other.to).filter((id) => nodes.get(id)?.behaviour === 'aside-cache');
  return [...new Set(edge.onMissOf === undefined ? caches : [edge.onMissOf, ...caches])];
}

function MissField({ edge, resolved, set }: EdgeSectionProps) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const caches = cachesBeside(design, edge);
  if (caches.length === 0) return null;
  const title = t('Only cache misses of');
  return (
    <Field
      field="onMissOf"
      label={title}
      hint={t('Called only where this cache has no answer: calls × (1 − its hit rate)')}
      about={basisWords(resolved.basis.onMissOf)}
      onReset={edge.onMissOf === undefined ? undefined : () => set('onMissOf', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.onMissOf === undefined}
          value={edge.onMissOf ?? ''}
          options={[
            { value: '', title: t('no cache') },
            ...caches.map((id) => ({ value: id, title: partName(design, id) })),
          ]}
          onChange={(id) => set('onMissOf', id === '' ? null : id, title)}
        />
      )}
    </Field>
  );
}

/** Bytes that one call adds to a store, where they are not those of its flow. */
function StoredField(section: EdgeSectionProps) {
  const behaviour = useDocument((state) =>
    state.design === null ? null : (resolvedOf(state.design).nodes.get(section.edge.to)?.behaviour ?? null),
  );
  if (behaviour !== 'store') return null;
  return (
    <EdgeNumberField
      {...section}
      field="storedBytes"
      title={t('Stored per call')}
      hint={t(
        'Bytes that one call adds; 0 where it updates in place. Automatic: those of the flow where the call writes',
      )}
      shape={{ unit: 'bytes' }}
    />
  );
}

/** This edge among the others that leave the same component. */
function OrderFields(section: EdgeSectionProps) {
  return (
    <>
      <EdgeSwitchField
        {...section}
        field="choice"
        title={t('Load-balanced')}
        hint={t('Each request takes one of the calls that are load-balanced, in proportion to their weights')}
      />
      {section.resolved.choice ? (
        <EdgeNumberField
          {...section}
          field="weight"
          title={t('Weight')}
          hint={t('Its share of the requests: weight ÷ the sum of the weights')}
          shape={{ unit: 'count', max: magnitudes.weight }}
        />
      ) : (
        <EdgeNumberField
          {...section}
          field="step"
          title={t('Step')}
          hint={t('Calls of one step run in parallel, steps in sequence')}
          shape={{ unit: 'count', max: magnitudes.step }}
        />
      )}
    </>
  );
}
