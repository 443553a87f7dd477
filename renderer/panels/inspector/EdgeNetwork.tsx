import { magnitudes } from '../../../shared/model/limits';
import { type Backoff, backoffs, type Network, networks } from '../../../shared/model/vocabulary';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { protocolTitle } from '../../words/protocol-words';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import { EdgeNumberField, EdgeSwitchField } from './EdgeFields';
import type { EdgeSectionProps } from './edge-section';
import { FallbackField } from './FallbackField';
import styles from './Inspector.module.css';

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

/** Network and protocol of the call. */
export function EdgeNetwork(section: EdgeSectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Network')}</h3>
      <ProtocolField {...section} />
      <EdgeSwitchField
        {...section}
        field="tls"
        title={t('Encrypted')}
        hint={t('TLS between caller and callee; the rules of security ask for it')}
      />
      <DistanceField {...section} />
      <EdgeNumberField
        {...section}
        field="rttMs"
        title={t('Round trip')}
        hint={t('Time on the network to the callee and back, for each call')}
        shape={{ unit: 'ms' }}
      />
    </section>
  );
}

function ProtocolField({ edge, resolved, set }: EdgeSectionProps) {
  const title = t('Protocol');
  const listed = protocols.includes(resolved.protocol) ? protocols : [resolved.protocol, ...protocols];
  return (
    <Field
      field="protocol"
      label={title}
      hint={t('What the call is made with; automatic: what is usual for the callee')}
      about={basisWords(resolved.basis.protocol)}
      onReset={edge.protocol === undefined ? undefined : () => set('protocol', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.protocol === undefined}
          value={resolved.protocol}
          options={listed.map((value) => ({ value, title: protocolTitle(value) }))}
          onChange={(value) => set('protocol', value, title)}
        />
      )}
    </Field>
  );
}

function DistanceField({ edge, resolved, set }: EdgeSectionProps) {
  const title = t('Distance');
  return (
    <Field
      field="network"
      label={title}
      hint={t(
        'How far it is to the callee: the usual round trip follows from it, and what traffic between zones costs',
      )}
      about={basisWords(resolved.basis.network)}
      onReset={edge.network === undefined ? undefined : () => set('network', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.network === undefined}
          value={resolved.network}
          options={networks.map((network) => ({ value: network, title: networkTitle(network) }))}
          onChange={(value) => {
            if (isNetwork(value)) set('network', value, title);
          }}
        />
      )}
    </Field>
  );
}

const backoffWords: Readonly<Record<Backoff, string>> = {
  none: 'at once',
  exponential: 'exponential',
  jittered: 'exponential with jitter',
};

const isBackoff = (value: string): value is Backoff => backoffs.some((backoff) => backoff === value);

/** How long the caller waits before it tries again. */
function BackoffField({ edge, set }: EdgeSectionProps) {
  const title = t('Wait before a retry');
  return (
    <Field
      field="backoff"
      label={title}
      hint={t('Retries at once, or all after the same time, come as a wave to a callee that has just failed')}
      onReset={edge.backoff === undefined ? undefined : () => set('backoff', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.backoff === undefined}
          value={edge.backoff ?? ''}
          options={[
            { value: '', title: t('not set') },
            ...backoffs.map((backoff) => ({ value: backoff, title: t(backoffWords[backoff]) })),
          ]}
          onChange={(value) => set('backoff', isBackoff(value) ? value : null, title)}
        />
      )}
    </Field>
  );
}

/** What happens when the call fails. */
export function EdgeFailure(section: EdgeSectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Failure handling')}</h3>
      <EdgeNumberField
        {...section}
        field="timeoutMs"
        title={t('Timeout')}
        hint={t('The caller gives up after so long; no timeout where it is empty')}
        shape={{ unit: 'ms' }}
      />
      <EdgeNumberField
        {...section}
        field="retries"
        title={t('Retries')}
        hint={t('How often a call that failed is made again')}
        shape={{ unit: 'count', whole: true, max: magnitudes.retries }}
      />
      <BackoffField {...section} />
      <EdgeSwitchField
        {...section}
        field="circuitBreaker"
        title={t('Circuit breaker')}
        hint={t('Stops calling a callee that keeps failing, and tries it again after a while')}
      />
      <EdgeSwitchField
        {...section}
        field="optional"
        title={t('Optional dependency')}
        hint={t('The caller answers without it where it fails: it does not count for availability')}
      />
      <FallbackField {...section} />
    </section>
  );
}
