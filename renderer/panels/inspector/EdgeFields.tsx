import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import type { NumberShape } from '../../ui/number-text';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import { Switch } from '../fields/Switch';
import type { EdgeSectionProps } from './edge-section';

interface EdgeNumberFieldProps extends EdgeSectionProps {
  readonly field:
    | 'calls'
    | 'weight'
    | 'step'
    | 'rttMs'
    | 'timeoutMs'
    | 'retries'
    | 'requestBytes'
    | 'responseBytes'
    | 'storedBytes';
  readonly title: string;
  readonly hint?: string;
  readonly shape: NumberShape;
}

/** A number of an edge: its value, or its default with the source. */
export function EdgeNumberField({ edge, resolved, set, field, title, hint, shape }: EdgeNumberFieldProps) {
  const own = edge[field];
  return (
    <Field
      field={field}
      label={title}
      hint={hint}
      about={basisWords(resolved.basis[field], shape.unit)}
      onReset={own === undefined ? undefined : () => set(field, null, title)}
    >
      {(ids) => (
        <NumberField
          {...ids}
          {...shape}
          clearable
          value={own ?? null}
          placeholder={resolved[field]}
          emptyText={t('automatic')}
          onCommit={(value) => set(field, value, title)}
        />
      )}
    </Field>
  );
}

interface EdgeSwitchFieldProps extends EdgeSectionProps {
  readonly field: 'choice' | 'tls' | 'optional' | 'circuitBreaker';
  readonly title: string;
  readonly hint?: string;
}

/** A switch of an edge. */
export function EdgeSwitchField({ edge, resolved, set, field, title, hint }: EdgeSwitchFieldProps) {
  return (
    <Field
      field={field}
      label={title}
      hint={hint}
      about={basisWords(resolved.basis[field])}
      onReset={edge[field] === undefined ? undefined : () => set(field, null, title)}
    >
      {(ids) => (
        <Switch {...ids} checked={resolved[field]} onChange={(checked) => set(field, checked, title)} />
      )}
    </Field>
  );
}
