import { Fragment } from 'react';
import type { Source } from '../../../shared/catalog/kind';
import { priceBookOf, priceBooks, pricesOf } from '../../../shared/catalog/price-books';
import { priceChanges, priceNoteChanges } from '../../../shared/edits/prices';
import type { PricePerGb } from '../../../shared/model/price-per-gb';
import type { Design, PriceField, PriceNote } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import styles from '../inspector/Inspector.module.css';
import { SourceWords } from '../SourceWords';
import noted from './PriceFields.module.css';
import { PricePerGbField } from './PricePerGbField';
import { TextField } from './TextField';

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
  const setBook = (value: string | null): void => {
    edit(t('Change {field} of the prices', { field: book }), [
      { op: 'patch-prices', patch: { book: value } },
    ]);
  };
  const set = (field: PriceField, value: PricePerGb | null, title: string): void => {
    edit(t('Change {field} of the prices', { field: title }), priceChanges(design, field, value), {
      mergeKey: `prices.${field}`,
    });
  };
  const book = t('Price book');
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Prices of traffic')}</h3>
      <Field
        field="book"
        label={book}
        note={chosen === undefined ? null : t('Prices of {date}', { date: chosen.date })}
        onReset={own.book === undefined ? undefined : () => setBook(null)}
      >
        {(ids) => (
          <Select
            {...ids}
            muted={own.book === undefined}
            value={own.book ?? usual?.id ?? ''}
            options={priceBooks.map(({ id, title }) => ({ value: id, title: t(title) }))}
            onChange={setBook}
          />
        )}
      </Field>
      {fields.map(({ field, title, hint }) => {
        const price = own[field];
        const inBook = prices[field];
        const source: Source | undefined = chosen?.sources[field];
        return (
          <Fragment key={field}>
            <Field
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
            {price === undefined ? null : <PriceNoteFields design={design} field={field} title={t(title)} />}
          </Fragment>
        );
      })}
    </section>
  );
}

interface PriceNoteFieldsProps {
  readonly design: Design;
  readonly field: PriceField;
  readonly title: string;
}

/** Where a price of the design's own is from, and of which day: whoever reads the cost can trust or renew it. */
function PriceNoteFields({ design, field, title }: PriceNoteFieldsProps) {
  const { edit } = useEditor();
  const note = design.system.prices?.sources?.[field] ?? {};
  const set = (patch: PriceNote): void => {
    edit(t('Note the source of {field}', { field: title }), priceNoteChanges(design, field, patch));
  };
  return (
    <div className={noted.note}>
      <TextField
        label={t('Source of {field}', { field: title })}
        placeholder={t('Source: contract, price list …')}
        value={note.source ?? ''}
        onCommit={(text) => set({ source: text.trim() })}
      />
      <TextField
        label={t('Date of {field}', { field: title })}
        placeholder={t('Date: 2026-12-01')}
        value={note.date ?? ''}
        onCommit={(text) => set({ date: text.trim() })}
      />
    </div>
  );
}
