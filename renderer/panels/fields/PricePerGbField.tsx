import { withoutTier, withTier, withTierEnd, withTierPrice } from '../../../shared/edits/price-tiers';
import { counts } from '../../../shared/model/limits';
import type { PricePerGb, PriceTier } from '../../../shared/model/price-per-gb';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { t } from '../../words/t';
import styles from './PricePerGbField.module.css';

interface PricePerGbFieldProps {
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly title: string;
  /** null: not set; the placeholder holds. */
  readonly value: PricePerGb | null;
  readonly placeholder: PricePerGb | null;
  readonly onChange: (price: PricePerGb | null) => void;
}

/** US dollars a GB: one number, or a table of tiers by the month's volume. */
export function PricePerGbField(props: PricePerGbFieldProps) {
  const { id, describedBy, title, value, placeholder, onChange } = props;
  const shown = value ?? placeholder;
  if (shown !== null && typeof shown !== 'number')
    return <PriceTiers id={id} title={title} tiers={shown} onChange={onChange} />;
  return (
    <div className={styles.tiers}>
      <NumberField
        {...(id === undefined ? {} : { id })}
        describedBy={describedBy}
        unit="count"
        clearable
        value={typeof value === 'number' ? value : null}
        placeholder={typeof placeholder === 'number' ? placeholder : null}
        emptyText={t('none')}
        onCommit={onChange}
      />
      <Button
        variant="quiet"
        className={styles.add}
        aria-label={t('Add a tier to {field}', { field: title })}
        onClick={() => onChange(withTier(shown ?? 0))}
      >
        {t('Price by volume')}
      </Button>
    </div>
  );
}

interface PriceTiersProps {
  readonly id: string | undefined;
  readonly title: string;
  readonly tiers: readonly PriceTier[];
  readonly onChange: (price: PricePerGb) => void;
}

function PriceTiers({ id, title, tiers, onChange }: PriceTiersProps) {
  return (
    <fieldset id={id} aria-label={title} className={styles.tiers}>
      <div className={styles.head} aria-hidden="true">
        <span>{t('Up to GB a month')}</span>
        <span>{t('US dollars a GB')}</span>
      </div>
      {tiers.map((tier, at) => (
        <div key={tier.uptoGb ?? 'rest'} className={styles.tier}>
          {tier.uptoGb === undefined ? (
            <span className={styles.rest}>{t('beyond')}</span>
          ) : (
            <NumberField
              unit="count"
              label={t('End of tier {number} in GB a month', { number: at + 1 })}
              value={tier.uptoGb}
              onCommit={(uptoGb) => uptoGb !== null && onChange(withTierEnd(tiers, at, uptoGb))}
            />
          )}
          <NumberField
            unit="count"
            label={t('Price of tier {number} in US dollars a GB', { number: at + 1 })}
            value={tier.usd}
            onCommit={(usd) => usd !== null && onChange(withTierPrice(tiers, at, usd))}
          />
          <Button
            variant="quiet"
            icon="x"
            aria-label={t('Remove tier {number}', { number: at + 1 })}
            onClick={() => onChange(withoutTier(tiers, at))}
          />
        </div>
      ))}
      {tiers.length >= counts.priceTiers ? null : (
        <Button variant="quiet" icon="plus" className={styles.add} onClick={() => onChange(withTier(tiers))}>
          {t('Add tier')}
        </Button>
      )}
    </fieldset>
  );
}
