import { layerTitles } from '../../../shared/diagram/palette';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { type DrawerTab, setView } from '../../store/view';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { Figure, msOf, rpsOf } from '../Figure';
import { useChosenFlow } from './chosen-flow';
import styles from './LayerStrip.module.css';
import { type LayerRow, rollUp } from './layer-rows';
import { loadWords } from './load-state';
import { ProblemCount } from './ProblemCount';
import { UtilizationBar } from './UtilizationBar';

const open = (drawer: DrawerTab): void => setView({ drawer });

/** The closed drawer: a chip for each layer that is used. */
export function LayerStrip() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const stale = useReport((state) => state.stale);
  const flow = useChosenFlow();
  const rows =
    design === null || analysis === null
      ? []
      : rollUp(resolvedOf(design).design, analysis, flow?.id ?? null).rows;
  return (
    <div className={styles.strip}>
      <ul className={styles.chips} data-stale={stale ? '' : undefined} aria-label={t('Layers')}>
        {rows.map((row) => (
          <li key={row.id}>
            <LayerChip row={row} flow={flow?.id ?? null} />
          </li>
        ))}
        {rows.length === 0 ? (
          <li className={styles.empty}>{t('Layers appear here once a component is drawn.')}</li>
        ) : null}
      </ul>
      <Button variant="quiet" onClick={() => open('problems')}>
        {t('Problems')}
        <ProblemCount />
      </Button>
      <Button variant="quiet" onClick={() => open('layers')}>
        {t('Details')} <span aria-hidden="true">↑</span>
      </Button>
    </div>
  );
}

function LayerChip({ row, flow }: { readonly row: LayerRow; readonly flow: string | null }) {
  const { figures, limit, state, offeredRps } = row;
  const { utilization, capacityRps } = figures;
  return (
    <button
      type="button"
      className={styles.chip}
      data-layer={row.id}
      data-tip={flow === null ? undefined : t('Show the layers in full')}
      onClick={() => open('layers')}
    >
      <span className={styles.square} aria-hidden="true" />
      <span className={styles.name}>{t(layerTitles[row.id])}</span>
      {utilization === null ? (
        <Figure of={rpsOf(offeredRps)} bare className={styles.muted} />
      ) : (
        <>
          <UtilizationBar utilization={utilization} limit={limit} state={state} className={styles.bar} />
          <span data-state={state} className={styles.share}>
            {loadWords(utilization, state, offeredRps, capacityRps)}
          </span>
        </>
      )}
      <span className={styles.latency}>
        {row.use === 'async' ? (
          t('async')
        ) : row.use === 'none' || row.p99Ms === null || utilization === null ? null : (
          <Figure of={msOf(row.p99Ms)} />
        )}
      </span>
    </button>
  );
}
