import type { HealthChecks } from '../../../shared/catalog/health-checks';
import { nodeTitle } from '../../../shared/catalog/node-title';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { ConfigField } from '../../../shared/model/config';
import { type FieldShape, wordOf } from '../../../shared/model/fields/field';
import { configFields } from '../../../shared/model/fields/index';
import type { PricePerGb, PriceTier } from '../../../shared/model/price-per-gb';
import type { Node } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { shortNumber } from '../../ui/number-text';
import { Select } from '../../ui/Select';
import { language } from '../../words/language';
import { listed, t } from '../../words/t';
import { defaultWords } from './basis-words';
import { ChoiceSet } from './ChoiceSet';
import { type ConfigValue, defaultOf, fallbackOf, healthChecksIn } from './config-values';
import { HitRates } from './HitRates';
import { PricePerGbField } from './PricePerGbField';
import { Switch } from './Switch';
import { TextField } from './TextField';

interface ConfigFieldRowProps {
  readonly node: Node;
  readonly resolved: ResolvedNode;
  readonly field: ConfigField;
}

/** One field of a node's configuration: the value of the document or its default, the source of the default, and a reset button. */
export function ConfigFieldRow({ node, resolved, field }: ConfigFieldRowProps) {
  const { edit } = useEditor();
  const info = configFields[field];
  const design = useDocument((state) => (field === 'healthChecks' ? state.design : null));
  if (info.shape.type === 'share-by-flow') return <HitRates node={node} resolved={resolved} />;
  const own = node.config?.[field] as ConfigValue | undefined;
  const checks = design === null ? null : healthChecksIn(resolvedOf(design).design, resolved);
  const fallback = fallbackOf(resolved, field, checks);
  const title = t(info.title);
  const label = t('Change {field} of {name}', { field: title, name: nodeTitle(resolved, language()) });
  const set = (value: ConfigValue | null): void => {
    edit(label, [{ op: 'patch-config', id: node.id, patch: { [field]: value } }], {
      mergeKey: `${node.id}.${field}`,
    });
  };
  return (
    <Field
      label={title}
      hint={info.hint === undefined ? undefined : t(info.hint)}
      note={
        checks === null || own !== undefined
          ? noteOf(resolved, field, info.shape, own)
          : healthChecksWords(checks)
      }
      onReset={own === undefined ? undefined : () => set(null)}
      stacked={info.shape.type === 'several' || isTiered(own ?? fallback)}
    >
      {(ids) => (
        <Control
          {...ids}
          title={title}
          shape={info.shape}
          own={own}
          fallback={fallback}
          onChange={set}
          resolved={resolved}
        />
      )}
    </Field>
  );
}

/** Why health checks cover what they do where that is not set. */
function healthChecksWords({ basis }: HealthChecks): string | null {
  switch (basis) {
    case 'dns':
      return t('DNS leads elsewhere while what is behind an address does not work');
    case 'regions':
      return t('Its callees are in different regions: one replaces the other only as a whole');
    case 'self':
      return t('Its callees are not in different regions');
    case 'document':
      return null;
  }
}

function noteOf(node: ResolvedNode, field: ConfigField, shape: FieldShape, own: ConfigValue | undefined) {
  const given = defaultOf(node, field);
  if (own === undefined) return defaultWords(given, shape.type === 'number' ? shape.unit : null);
  if (given === undefined) return null;
  return t('Default {value}', { value: valueWords(given.value, shape) });
}

/** Whether a value is a price with tiers, which need a table. */
const isTiered = (value: ConfigValue | undefined): value is readonly PriceTier[] =>
  Array.isArray(value) && value.some((item) => typeof item === 'object');

function valueWords(value: ConfigValue, shape: FieldShape): string {
  if (isTiered(value)) return t('by volume');
  if (shape.type === 'price-per-gb' && typeof value === 'number') return shortNumber(value, 'count');
  if (shape.type === 'number' && typeof value === 'number') {
    return shortNumber(value, shape.unit);
  }
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  const word = (one: unknown): string => t(wordOf(shape, String(one)));
  return Array.isArray(value) ? listed(value.map(word)) : word(value);
}

const priceOf = (value: ConfigValue | undefined): PricePerGb | null =>
  typeof value === 'number' || isTiered(value) ? value : null;

interface ControlProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly title: string;
  readonly shape: FieldShape;
  readonly own: ConfigValue | undefined;
  readonly fallback: ConfigValue | undefined;
  readonly resolved: ResolvedNode;
  readonly onChange: (value: ConfigValue | null) => void;
}

function Control({ id, describedBy, title, shape, own, fallback, resolved, onChange }: ControlProps) {
  switch (shape.type) {
    case 'number':
      return (
        <NumberField
          {...shape}
          id={id}
          describedBy={describedBy}
          clearable
          value={typeof own === 'number' ? own : null}
          placeholder={typeof fallback === 'number' ? fallback : null}
          emptyText={t('none')}
          onCommit={onChange}
        />
      );
    case 'choice': {
      const { minScaleUp = 1, maxScaleUp = 8 } = resolved.kind;
      const exists = (size: number): boolean => size >= minScaleUp && size <= maxScaleUp;
      const options = shape.options.filter((option) => !shape.numeric || exists(Number(option)));
      return (
        <Select
          id={id}
          describedBy={describedBy}
          muted={own === undefined}
          value={String(own ?? fallback ?? '')}
          options={[
            ...(fallback === undefined ? [{ value: '', title: t('not set') }] : []),
            ...options.map((value) => ({
              value,
              title: shape.numeric ? `×${value}` : t(wordOf(shape, value)),
            })),
          ]}
          onChange={(value) => onChange(shape.numeric ? Number(value) : value === '' ? null : value)}
        />
      );
    }
    case 'switch':
      return (
        <Switch id={id} describedBy={describedBy} checked={Boolean(own ?? fallback)} onChange={onChange} />
      );
    case 'text':
      return (
        <TextField
          id={id}
          describedBy={describedBy}
          value={typeof own === 'string' ? own : ''}
          placeholder={t('not set')}
          onCommit={(words) => onChange(words.trim() === '' ? null : words.trim())}
        />
      );
    case 'several':
      return (
        <ChoiceSet
          id={id}
          label={title}
          describedBy={describedBy}
          shape={shape}
          chosen={Array.isArray(own) && !isTiered(own) ? own : []}
          onChange={(chosen) => onChange(chosen.length === 0 ? null : (chosen as ConfigValue))}
        />
      );
    case 'price-per-gb':
      return (
        <PricePerGbField
          id={id}
          describedBy={describedBy}
          title={title}
          value={priceOf(own)}
          placeholder={priceOf(fallback)}
          onChange={onChange}
        />
      );
    case 'share-by-flow':
      return null;
  }
}
