import { loadAfter } from '../../shared/analysis/load-after';
import { useDocument } from '../store/document';
import { useEditor } from '../store/editors';
import { resolvedOf } from '../store/report';
import { maxLoad, useView } from '../store/view';
import { Button } from '../ui/Button';
import { t } from '../words/t';
import styles from './LoadSlider.module.css';
import { lastYear, nextYear, previousYear, yearOfLoad } from './load-years';

/** Takes the load to that of a year of growth; shown only where the design has an annual growth. */
export function YearStepper() {
  const { setLoad } = useEditor();
  const load = useView((state) => state.load);
  const annualGrowth = useDocument(({ design }) =>
    design === null ? 0 : (resolvedOf(design).design.workload.annualGrowth ?? 0),
  );
  if (!(annualGrowth > 0)) return null;
  const year = yearOfLoad(load, annualGrowth);
  const [before, after] = [previousYear(load, annualGrowth), nextYear(load, annualGrowth)];
  const show = (to: number): void => setLoad(loadAfter(annualGrowth, 12 * to));
  return (
    <fieldset className={styles.years} aria-label={t('Year of growth')}>
      <Button
        variant="quiet"
        icon="chevron-left"
        aria-label={t('A year earlier')}
        disabled={before < 0}
        onClick={() => show(before)}
      />
      <span className={styles.year} aria-live="polite">
        {year === null ? t('Year –') : year === 0 ? t('Now') : t('Year {year}', { year })}
      </span>
      <Button
        variant="quiet"
        icon="chevron-right"
        aria-label={t('A year later')}
        disabled={after > lastYear(annualGrowth, maxLoad)}
        onClick={() => show(after)}
      />
    </fieldset>
  );
}
