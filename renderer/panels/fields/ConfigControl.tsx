import { type FieldShape, wordOf } from '../../../shared/model/fields/field';
import type { PricePerGb, PriceTier } from '../../../shared/model/price-per-gb';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { ChoiceSet } from './ChoiceSet';
import type { ConfigValue } from './config-values';
import { PricePerGbField } from './PricePerGbField';
import { Switch } from './Switch';
import { TextField } from './TextField';

/** Whether a value is a price with tiers, which need a table. */
export const isTiered = (value: ConfigValue | undefined): value is readonly PriceTier[] =>
  Array.isArray(value) && value.some((item) => typeof item === 'object');

const priceOf = (value: ConfigValue | undefined): PricePerGb | null =>
  typeof value === 'number' || isTiered(value) ? value : null;

interface ConfigControlProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly title: string;
  readonly shape: FieldShape;
  readonly own: ConfigValue | undefined;
  readonly fallback: ConfigValue | undefined;
  /** The smallest and the largest factor of size that are offered. */
  readonly sizes: readonly [least: number, most: number];
  /** What an empty field says instead of “none”. */
  readonly emptyText?: string;
  readonly onChange: (value: ConfigValue | null) => void;
}

/** The control of a field of the configuration, by the form of its values. */
export function ConfigControl(props: ConfigControlProps) {
  const { id, describedBy, title, shape, own, fallback, sizes, emptyText, onChange } = props;
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
          emptyText={emptyText ?? t('none')}
          onCommit={onChange}
        />
      );
    case 'choice': {
      const [least, most] = sizes;
      const exists = (size: number): boolean => size >= least && size <= most;
      const options = shape.options.filter((option) => !shape.numeric || exists(Number(option)));
      return (
        <Select
          id={id}
          describedBy={describedBy}
          muted={own === undefined}
          value={String(own ?? fallback ?? '')}
          options={[
            ...(fallback === undefined ? [{ value: '', title: emptyText ?? t('not set') }] : []),
            ...options.map((value) => ({
              value,
              title: shape.numeric ? `×${value}` : t(wordOf(shape, value)),
            })),
          ]}
          onChange={(value) => onChange(value === '' ? null : shape.numeric ? Number(value) : value)}
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
          placeholder={emptyText ?? t('not set')}
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
