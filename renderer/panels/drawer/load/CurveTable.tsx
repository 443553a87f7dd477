import { factorText } from '../../../words/figures';
import { t } from '../../../words/t';
import { Figure, msOf, rpsOf, shareOf } from '../../Figure';
import { metricTitle } from '../../metrics';
import { curveMetrics, type LatencyCurve } from './curve';
import styles from './LoadTab.module.css';

interface CurveTableProps {
  readonly flow: string;
  readonly curve: LatencyCurve;
  /** Each figure opens how it came about; not where the table is for a screen reader alone, beside the chart. */
  readonly explains: boolean;
}

/** The figures of the curve, a row a load. */
export function CurveTable({ flow, curve, explains }: CurveTableProps) {
  const nameOf = (metric: string) => (explains ? { part: flow, metric } : undefined);
  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <th scope="col">{t('Load')}</th>
          <th scope="col">{t('Rate')}</th>
          {curveMetrics.map((metric) => (
            <th key={metric} scope="col">
              {metricTitle(metric)}
            </th>
          ))}
          <th scope="col">{t('Served')}</th>
        </tr>
      </thead>
      <tbody>
        {curve.points.map((point) => (
          <tr key={point.load}>
            <th scope="row">{factorText(point.load)}</th>
            <td>
              <Figure of={rpsOf(point.rateRps)} name={nameOf('rateRps')} load={point.load} />
            </td>
            {curveMetrics.map((metric) => (
              <td key={metric}>
                <Figure of={msOf(point[metric])} name={nameOf(metric)} load={point.load} />
              </td>
            ))}
            <td>
              <Figure of={shareOf(point.servedShare)} name={nameOf('servedShare')} load={point.load} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
