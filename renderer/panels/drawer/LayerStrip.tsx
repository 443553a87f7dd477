import { type LayerRow, rollUp } from '../../../shared/diagram/layer-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { useChosenFlow } from '../../store/chosen-flow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { UtilizationBar } from '../../ui/UtilizationBar';
import { exactText } from '../../words/figures';
import { t } from '../../words/t';
import { ExplainedText, Figure, msOf, rpsOf } from '../Figure';
import styles from './LayerStrip.module.css';
import { loadWords } from './load-state';
import { ProblemCount } from './ProblemCount';

/** The closed drawer: a chip for each layer that is used. */
export function LayerStrip() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const stale = useReport((state) => state.stale);
  const flow = useChosenFlow();
  const rows =
    design === null || analysis === null
      ? []
      : rollUp(resolvedOf(design).design, analysis, flow?.id ?? null).rows;
  return (
    <section className={styles.strip} aria-label={t('Details')}>
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
      <Button variant="quiet" onClick={() => setView({ drawer: 'problems' })}>
        {t('Problems')}
        <ProblemCount />
      </Button>
      <Button variant="quiet" onClick={() => setView({ drawer: 'layers' })}>
        {t('Details')} <span aria-hidden="true">↑</span>
      </Button>
    </section>
  );
}

/** A press on a layer's name opens the layers in full, one on a figure how it came about. */
function LayerChip({ row, flow }: { readonly row: LayerRow; readonly flow: string | null }) {
  const { setView } = useEditor();
  const { figures, limit, state, offeredRps } = row;
  const { utilization, capacityRps } = figures;
  const name = (metric: string) => ({ part: `layer:${row.id}`, metric });
  return (
    <div className={styles.chip} data-layer={row.id}>
      <button
        type="button"
        className={styles.layer}
        data-tip={flow === null ? undefined : t('Show the layers in full')}
        onClick={() => setView({ drawer: 'layers' })}
      >
        <span className={styles.square} aria-hidden="true" />
        <span className={styles.name}>{t(layerTitles[row.id])}</span>
        {utilization === null ? null : (
          <UtilizationBar utilization={utilization} limit={limit} state={state} className={styles.bar} />
        )}
      </button>
      {utilization === null ? (
        <Figure of={rpsOf(offeredRps)} bare className={styles.muted} name={name('offeredRps')} />
      ) : (
        <span data-state={state} className={styles.share}>
          <ExplainedText name={name('utilization')} tip={exactText({ share: utilization })}>
            {loadWords(utilization, state, offeredRps, capacityRps)}
          </ExplainedText>
        </span>
      )}
      <span className={styles.latency}>
        {row.use === 'async' ? (
          t('async')
        ) : row.use === 'none' || row.p99Ms === null || utilization === null ? null : (
          <Figure of={msOf(row.p99Ms)} name={name(`flows.${flow}.p99Ms`)} />
        )}
      </span>
    </div>
  );
}
