import { rollUp } from '../../../shared/diagram/layer-rows';
import { type Design, nodesOf } from '../../../shared/model/schema';
import { useChosenFlow } from '../../store/chosen-flow';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { t } from '../../words/t';
import { FlowSplit } from './FlowSplit';
import styles from './LayersTab.module.css';
import { LayerTable } from './LayerTable';

/** It scrolls, and has nothing in it that takes the keyboard. */
const scrolled = { tabIndex: 0 };

/** The rollup: each layer's offered load, capacity and share of the chosen flow's latency, and the flow's waterfall beside it. */
export function LayersTab() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const flow = useChosenFlow();
  if (design === null || analysis === null || analysis.layers.length === 0)
    return <p className={styles.empty}>{emptyWords(design)}</p>;
  const rollup = rollUp(resolvedOf(design).design, analysis, flow?.id ?? null);
  return (
    <FlowSplit flow={flow}>
      <section className={styles.table} aria-label={t('Layers')} {...scrolled}>
        <LayerTable rollup={rollup} flow={flow} />
      </section>
    </FlowSplit>
  );
}

function emptyWords(design: Design | null): string {
  return design === null || nodesOf(design).length === 0
    ? t('Layers and their figures appear here once a component is drawn.')
    : t('No figures yet.');
}
