import { useState } from 'react';
import type { LayerFigures, TotalFigures } from '../../../shared/analysis/analysis';
import { type EstimateRow, estimateRows } from '../../../shared/diagram/estimate-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { noFigure } from '../../../shared/math/format';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { exactText, quantityText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { ExplanationWords } from '../ExplanationWords';
import { ExplainedText } from '../Figure';
import { KnownRow, NumberRow } from '../NumberRow';
import styles from './Numbers.module.css';

/** The estimates of the whole design; each opens into how it came about. */
export function DesignNumbers() {
  const analysis = useReport((state) => state.analysis);
  const [open, setOpen] = useState<string | null>(null);
  if (analysis === null) return <p className={styles.empty}>{t('No figures yet.')}</p>;
  return (
    <div data-figures="">
      <TotalNumbers totals={analysis.totals} />
      <h3 className={styles.title}>{t('Estimates')}</h3>
      <ul className={styles.estimates}>
        {estimateRows(analysis.totals.estimates).map((row) => (
          <EstimateItem
            key={row.id}
            row={row}
            isOpen={open === row.id}
            onToggle={() => setOpen(open === row.id ? null : row.id)}
          />
        ))}
      </ul>
      <LayerNumbers layers={analysis.layers} />
    </div>
  );
}

/** The figures of the whole design that it has. */
function TotalNumbers({ totals }: { readonly totals: TotalFigures }) {
  const { availability, rpoSeconds, rtoSeconds, monthlyCostUsd, storageBytes } = totals;
  const name = (metric: string) => ({ part: 'totals', metric });
  return (
    <>
      <h3 className={styles.first}>{t('Whole design')}</h3>
      <dl className={styles.numbers}>
        <NumberRow
          title={t('Availability')}
          of={availability === null ? null : { availability }}
          name={name('availability')}
        />
        <KnownRow
          title={t('RPO')}
          of={rpoSeconds === null ? null : { seconds: rpoSeconds }}
          name={name('rpoSeconds')}
        />
        <KnownRow
          title={t('RTO')}
          of={rtoSeconds === null ? null : { seconds: rtoSeconds }}
          name={name('rtoSeconds')}
        />
        <KnownRow
          title={t('Monthly cost')}
          of={monthlyCostUsd === null ? null : { usd: monthlyCostUsd }}
          name={name('monthlyCostUsd')}
        />
        <KnownRow
          title={t('Storage')}
          of={storageBytes === null ? null : { bytes: storageBytes }}
          name={name('storageBytes')}
        />
      </dl>
    </>
  );
}

/** By which factor the load of each layer may grow, and the component that is used most. */
function LayerNumbers({ layers }: { readonly layers: readonly LayerFigures[] }) {
  const design = useDocument((state) => state.design);
  const bounded = layers.filter(({ headroom, busiest }) => headroom !== null || busiest !== null);
  if (design === null || bounded.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{t('Headroom by layer, and its busiest component')}</h3>
      <dl className={styles.numbers}>
        {bounded.map(({ id, headroom, busiest }) => (
          <NumberRow
            key={id}
            title={t(layerTitles[id])}
            of={headroom === null ? null : { factor: headroom }}
            name={{ part: `layer:${id}`, metric: 'headroom' }}
          >
            {busiest === null ? null : (
              <>
                {' · '}
                <ExplainedText name={{ part: `layer:${id}`, metric: 'busiest' }}>
                  {partName(design, busiest)}
                </ExplainedText>
              </>
            )}
          </NumberRow>
        ))}
      </dl>
    </>
  );
}

interface EstimateItemProps {
  readonly row: EstimateRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function EstimateItem({ row: { id, title, of }, isOpen, onToggle }: EstimateItemProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.estimate}
        aria-expanded={isOpen}
        data-tip={of === null ? undefined : exactText(of)}
        onClick={onToggle}
      >
        <span className={styles.estimateTitle}>{t(title)}</span>
        <span>{of === null ? noFigure : quantityText(of)}</span>
      </button>
      {isOpen ? <ExplanationWords part="totals" metric={`estimates.${id}`} /> : null}
    </li>
  );
}
