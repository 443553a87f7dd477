import { type Network, networks } from '../../shared/model/vocabulary';
import { t } from '../i18n/t';
import { Field } from '../ui/Field';
import { NumberField } from '../ui/NumberField';
import { Select } from '../ui/Select';
import { basisWords } from './basis-words';
import type { EdgeSectionProps } from './edge-section';
import styles from './Inspector.module.css';
import { Switch } from './Switch';

const protocols = [
  'https',
  'http',
  'grpc',
  'graphql',
  'websocket',
  'tcp',
  'udp',
  'dns',
  'sql',
  'redis',
  'amqp',
  'kafka',
  'mqtt',
];

const isNetwork = (value: string): value is Network => networks.some((network) => network === value);

function networkTitle(network: Network): string {
  switch (network) {
    case 'same-host':
      return t('same host');
    case 'same-zone':
      return t('same zone');
    case 'cross-zone':
      return t('other zone');
    case 'cross-region':
      return t('other region');
    case 'internet':
      return t('internet');
  }
}

/** How the call travels. */
export function EdgeNetwork({ edge, resolved, set }: EdgeSectionProps) {
  const { basis } = resolved;
  const listed = protocols.includes(resolved.protocol) ? protocols : [resolved.protocol, ...protocols];
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Network')}</h3>
      <Field
        label={t('Protocol')}
        note={basisWords(basis.protocol)}
        onReset={edge.protocol === undefined ? undefined : () => set('protocol', null, t('Protocol'))}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={edge.protocol === undefined}
            value={resolved.protocol}
            options={listed.map((value) => ({ value, title: value }))}
            onChange={(value) => set('protocol', value, t('Protocol'))}
          />
        )}
      </Field>
      <Field
        label={t('Encrypted')}
        note={basisWords(basis.tls)}
        onReset={edge.tls === undefined ? undefined : () => set('tls', null, t('Encryption'))}
      >
        {(ids) => (
          <Switch {...ids} checked={resolved.tls} onChange={(tls) => set('tls', tls, t('Encryption'))} />
        )}
      </Field>
      <Field
        label={t('Distance')}
        note={basisWords(basis.network)}
        onReset={edge.network === undefined ? undefined : () => set('network', null, t('Distance'))}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={edge.network === undefined}
            value={resolved.network}
            options={networks.map((network) => ({ value: network, title: networkTitle(network) }))}
            onChange={(value) => {
              if (isNetwork(value)) set('network', value, t('Distance'));
            }}
          />
        )}
      </Field>
      <Field
        label={t('Round trip')}
        note={basisWords(basis.rttMs, 'ms')}
        onReset={edge.rttMs === undefined ? undefined : () => set('rttMs', null, t('Round trip'))}
      >
        {(ids) => (
          <NumberField
            {...ids}
            unit="ms"
            clearable
            value={edge.rttMs ?? null}
            placeholder={resolved.rttMs}
            onCommit={(value) => set('rttMs', value, t('Round trip'))}
          />
        )}
      </Field>
    </section>
  );
}

/** What happens when the call does not succeed. */
export function EdgeFailure({ edge, resolved, set }: EdgeSectionProps) {
  const { basis } = resolved;
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('When it fails')}</h3>
      <Field
        label={t('Retries')}
        note={basisWords(basis.retries)}
        onReset={edge.retries === undefined ? undefined : () => set('retries', null, t('Retries'))}
      >
        {(ids) => (
          <NumberField
            {...ids}
            unit="count"
            whole
            clearable
            value={edge.retries ?? null}
            placeholder={resolved.retries}
            onCommit={(value) => set('retries', value, t('Retries'))}
          />
        )}
      </Field>
      <Field
        label={t('Timeout')}
        note={basisWords(basis.timeoutMs)}
        onReset={edge.timeoutMs === undefined ? undefined : () => set('timeoutMs', null, t('Timeout'))}
      >
        {(ids) => (
          <NumberField
            {...ids}
            unit="ms"
            clearable
            value={edge.timeoutMs ?? null}
            emptyText={t('automatic')}
            onCommit={(value) => set('timeoutMs', value, t('Timeout'))}
          />
        )}
      </Field>
      <Field
        label={t('Can be done without')}
        note={basisWords(basis.optional)}
        onReset={edge.optional === undefined ? undefined : () => set('optional', null, t('Optional'))}
      >
        {(ids) => (
          <Switch
            {...ids}
            checked={resolved.optional}
            onChange={(optional) => set('optional', optional, t('Optional'))}
          />
        )}
      </Field>
    </section>
  );
}
