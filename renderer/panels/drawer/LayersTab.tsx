import { type Design, nodesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { t } from '../../words/t';
import { useChosenFlow } from './chosen-flow';
import styles from './LayersTab.module.css';
import { LayerTable } from './LayerTable';
import { rollUp } from './layer-rows';
import { Waterfall } from './Waterfall';

/** The rollup: each layer's offered load, capacity and share of the chosen flow's latency, and the flow's waterfall beside it. */
export function LayersTab() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const flow = useChosenFlow();
  if (design === null || analysis === null || analysis.layers.length === 0)
    return <p className={styles.empty}>{emptyWords(design)}</p>;
  const rollup = rollUp(resolvedOf(design).design, analysis, flow?.id ?? null);
  return (
    <div className={styles.split} data-alone={flow === null ? '' : undefined}>
      <div className={styles.table}>
        <LayerTable rollup={rollup} flow={flow} />
      </div>
      {flow === null ? null : <Waterfall flow={flow} />}
    </div>
  );
}

function emptyWords(design: Design | null): string {
  return design === null || nodesOf(design).length === 0
    ? t('Layers and their figures appear here once a component is drawn.')
    : t('No figures yet.');
}
