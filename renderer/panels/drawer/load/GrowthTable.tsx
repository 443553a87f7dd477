import { useDocument } from '../../../store/document';
import { useEditor } from '../../../store/editors';
import { Button } from '../../../ui/Button';
import { partName } from '../../../words/part-names';
import { t } from '../../../words/t';
import { type GrownStation, type GrowthYear, growthYears } from './growth-years';
import { LoadButton } from './LoadButton';
import styles from './LoadTab.module.css';
import { useGrowth } from './use-load-study';

/** The growth calendar: which station passes its planned limit and its capacity in which month of which year. */
export function GrowthTable() {
  const { clearSelection, setView } = useEditor();
  const growth = useGrowth();
  if (growth === null) return null;
  const { annualGrowth, stations } = growth;
  if (annualGrowth > 0) return <Years years={growthYears(annualGrowth, stations)} />;
  return (
    <section className={styles.growth} aria-label={t('Growth')}>
      <h2 className={styles.title}>{t('Growth')}</h2>
      <p className={styles.note}>
        {t('Set the annual growth of the design to see when its stations are outgrown.')}
      </p>
      <Button
        onClick={() => {
          clearSelection();
          setView({ inspectDesign: true, inspectorTab: 'properties' });
        }}
      >
        {t('Show the workload')}
      </Button>
    </section>
  );
}

function Years({ years }: { readonly years: readonly GrowthYear[] }) {
  const isOutgrown = years.some(({ planned, saturated }) => planned.length + saturated.length > 0);
  return (
    <section className={styles.growth} aria-label={t('Growth')}>
      <h2 className={styles.title}>{t('Growth')}</h2>
      <table className={styles.years}>
        <thead>
          <tr>
            <th scope="col">{t('Year')}</th>
            <th scope="col">{t('Load')}</th>
            <th scope="col">{t('Passes its planned limit')}</th>
            <th scope="col">{t('Saturates')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, load, planned, saturated }) => (
            <tr key={year}>
              <th scope="row">{year === 0 ? t('Now') : t('Year {year}', { year })}</th>
              <td>
                <LoadButton load={load} />
              </td>
              <Stations stations={planned} />
              <Stations stations={saturated} />
            </tr>
          ))}
        </tbody>
      </table>
      {isOutgrown ? null : <p className={styles.note}>{t('No station is outgrown within ten years.')}</p>}
    </section>
  );
}

function Stations({ stations }: { readonly stations: readonly GrownStation[] }) {
  const design = useDocument((state) => state.design);
  return (
    <td>
      {design === null
        ? null
        : stations.map(({ node, month }) => (
            <div key={node}>
              {month === 0
                ? partName(design, node)
                : t('{name}, month {month}', { name: partName(design, node), month })}
            </div>
          ))}
    </td>
  );
}
