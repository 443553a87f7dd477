import { useState } from 'react';
import { type EstimateRow, estimateRows } from '../../../shared/diagram/estimate-rows';
import { noFigure } from '../../../shared/math/format';
import { useReport } from '../../store/report';
import { exactText, quantityText } from '../../words/figures';
import { t } from '../../words/t';
import { ExplanationWords } from '../ExplanationWords';
import styles from './Numbers.module.css';

/** The estimates of the whole design; each opens into how it came about. */
export function DesignNumbers() {
  const estimates = useReport((state) => state.analysis?.totals.estimates);
  const [open, setOpen] = useState<string | null>(null);
  if (estimates === undefined) return <p className={styles.empty}>{t('No figures yet.')}</p>;
  return (
    <div data-figures="">
      <h3 className={styles.first}>{t('Estimates')}</h3>
      <ul className={styles.estimates}>
        {estimateRows(estimates).map((row) => (
          <EstimateItem
            key={row.id}
            row={row}
            isOpen={open === row.id}
            onToggle={() => setOpen(open === row.id ? null : row.id)}
          />
        ))}
      </ul>
    </div>
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
