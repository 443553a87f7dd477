import type { Source } from '../../../shared/catalog/kind';
import { priceBookOf, priceBooks, pricesOf } from '../../../shared/catalog/price-books';
import type { PricePerGb } from '../../../shared/model/price-per-gb';
import type { Design } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';
import { SourceWords } from '../SourceWords';
import { PricePerGbField } from './PricePerGbField';

const fields = [
  {
    field: 'internetEgressUsdPerGb',
    title: 'Egress to the internet',
    hint: 'US dollars a GB, where a component has no price of its own',
  },
  { field: 'crossZoneUsdPerGb', title: 'Between zones', hint: 'US dollars a GB, of both directions' },
  { field: 'crossRegionUsdPerGb', title: 'Between regions', hint: 'US dollars a GB, of both directions' },
] as const;

/** What traffic costs: the price book of a provider, and the design's own prices over it. */
export function PriceFields({ design }: { readonly design: Design }) {
  const { edit } = useEditor();
  const own = design.system.prices ?? {};
  const prices = pricesOf(own);
  const [usual] = priceBooks;
  const chosen = priceBookOf(own.book);
  const set = (field: string, value: string | PricePerGb | null, title: string): void => {
    edit(
      t('Change {field} of the prices', { field: title }),
      [{ op: 'patch-prices', patch: { [field]: value } }],
      { mergeKey: `prices.${field}` },
    );
  };
  const book = t('Price book');
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Prices of traffic')}</h3>
      <Field
        field="book"
        label={book}
        note={chosen === undefined ? null : t('Prices of {date}', { date: chosen.date })}
        onReset={own.book === undefined ? undefined : () => set('book', null, book)}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={own.book === undefined}
            value={own.book ?? usual?.id ?? ''}
            options={priceBooks.map(({ id, title }) => ({ value: id, title: t(title) }))}
            onChange={(id) => set('book', id, book)}
          />
        )}
      </Field>
      {fields.map(({ field, title, hint }) => {
        const price = own[field];
        const inBook = prices[field];
        const source: Source | undefined = chosen?.sources[field];
        return (
          <Field
            key={field}
            field={field}
            label={t(title)}
            hint={t(hint)}
            about={
              price === undefined && source !== undefined ? (
                <SourceWords {...source} text={t(source.text)} />
              ) : null
            }
            stacked={Array.isArray(price ?? inBook)}
            onReset={price === undefined ? undefined : () => set(field, null, t(title))}
          >
            {(ids) =>
              field === 'internetEgressUsdPerGb' ? (
                <PricePerGbField
                  {...ids}
                  title={t(title)}
                  value={own[field] ?? null}
                  placeholder={inBook ?? null}
                  onChange={(value) => set(field, value, t(title))}
                />
              ) : (
                <NumberField
                  {...ids}
                  unit="count"
                  clearable
                  value={typeof price === 'number' ? price : null}
                  placeholder={typeof inBook === 'number' ? inBook : null}
                  onCommit={(value) => set(field, value, t(title))}
                />
              )
            }
          </Field>
        );
      })}
    </section>
  );
}
