import type { GutterFigures, RateText } from '../../../shared/diagram/lane-figures';
import { layerTitles } from '../../../shared/diagram/palette';
import { msText, rateText } from '../../words/figures';
import { listed, t } from '../../words/t';
import styles from './GutterHead.module.css';

/** What crosses between two lanes: calls a second each way, and the mean network time of a request there. */
export function GutterHead({ gutter }: { readonly gutter: GutterFigures }) {
  const { rightwards, leftwards, time } = gutter;
  if (rightwards === null && leftwards === null) return null;
  const words = crossingWords(gutter);
  return (
    <div className={styles.gutter} role="img" aria-label={words} data-tip={words}>
      {rightwards === null ? null : <Rate rate={rightwards} arrow="→" />}
      {leftwards === null ? null : <Rate rate={leftwards} arrow="←" />}
      {time === null ? null : <span className={styles.time}>{time}</span>}
    </div>
  );
}

function Rate({ rate, arrow }: { readonly rate: RateText; readonly arrow: string }) {
  return (
    <span className={styles.rate}>
      <span translate="no" className={styles.arrow}>
        {arrow}
      </span>{' '}
      {rate.short}
    </span>
  );
}

/** The calls that cross, one after the other, the most first. */
function crossingWords({ crossings }: GutterFigures): string {
  const most = crossings.filter(({ rps }) => rps > 0).toSorted((a, b) => b.rps - a.rps);
  return listed(
    most.map(({ from, to, rps, meanMs }) => {
      const values = {
        from: t(layerTitles[from]),
        to: t(layerTitles[to]),
        rate: rateText(rps),
        time: msText(meanMs),
      };
      return meanMs > 0 ? t('{from} to {to} {rate} · {time}', values) : t('{from} to {to} {rate}', values);
    }),
  );
}
