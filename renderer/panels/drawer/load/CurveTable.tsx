import { noFigure } from '../../../../shared/math/format';
import { factorText, msText, rateText, shareText } from '../../../words/figures';
import { t } from '../../../words/t';
import { metricTitle } from '../../metrics';
import { curveMetrics, type LatencyCurve } from './curve';
import styles from './LoadTab.module.css';

/** The figures of the curve, a row a load. */
export function CurveTable({ curve }: { readonly curve: LatencyCurve }) {
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
            <td>{rateText(point.rateRps)}</td>
            {curveMetrics.map((metric) => {
              const ms = point[metric];
              return <td key={metric}>{ms === null ? noFigure : msText(ms)}</td>;
            })}
            <td>{shareText(point.servedShare)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
