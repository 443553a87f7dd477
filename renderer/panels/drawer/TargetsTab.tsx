import { targetRows } from '../../../shared/diagram/target-rows';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { DataTable } from '../../ui/DataTable';
import { t } from '../../words/t';
import { AddTarget } from './AddTarget';
import { ConsistencyTarget } from './ConsistencyTarget';
import { TargetLine } from './TargetLine';
import styles from './TargetsTab.module.css';
import { placeKey } from './target-words';

/** Every target of the design, its flows, layers and components, with its figure and margin; the missed first. */
export function TargetsTab() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  if (design === null) return null;
  const rows = targetRows(design, analysis);
  return (
    <section className={styles.scroll} aria-label={t('Targets')}>
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {t(
            'No targets yet. A target says what latency, availability, utilization or cost is good enough: the figures are compared with it, and what misses it is reported as a problem.',
          )}
        </p>
      ) : (
        <DataTable className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('Verdict')}</th>
              <th scope="col">{t('Part')}</th>
              <th scope="col">{t('Metric')}</th>
              <th scope="col">{t('Target')}</th>
              <th scope="col" data-number>
                {t('Figure')}
              </th>
              <th scope="col" data-number>
                {t('Margin')}
              </th>
              <th scope="col" data-number>
                {t('of target')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('Remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TargetLine key={`${placeKey(row.place)} ${row.metric}`} design={design} row={row} />
            ))}
          </tbody>
        </DataTable>
      )}
      <ConsistencyTarget design={design} />
      <AddTarget design={design} analysis={analysis} />
    </section>
  );
}
