import { useState } from 'react';
import { costTable } from '../../../shared/diagram/cost-rows';
import { useCommand } from '../../commands/use-command';
import { useDocument } from '../../store/document';
import { resolvedOf, useReport } from '../../store/report';
import { Button } from '../../ui/Button';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { ExplanationWords } from '../ExplanationWords';
import { EditableFields } from '../fields/EditableFields';
import { PriceFields } from '../fields/PriceFields';
import styles from './CostTab.module.css';
import { type ChosenFigure, CostTable } from './CostTable';
import { FlowCosts } from './FlowCosts';

/** What the design costs a month and why: by layer and component, by flow, and the prices behind it. */
export function CostTab() {
  const design = useDocument((state) => state.design);
  const analysis = useReport((state) => state.analysis);
  const [chosen, setChosen] = useState<ChosenFigure>({ part: 'totals', metric: 'monthlyCostUsd' });
  const table = design === null || analysis === null ? null : costTable(resolvedOf(design).design, analysis);
  if (design === null || analysis === null || table === null)
    return (
      <p className={styles.empty}>{t('Costs appear here once a component that costs something is drawn.')}</p>
    );
  return (
    <div className={styles.split}>
      <section className={styles.table} aria-label={t('Cost')}>
        <CostTable table={table} chosen={chosen} onChoose={setChosen} />
      </section>
      <div className={styles.side}>
        <section className={styles.explained} aria-live="polite" aria-label={t('How it came about')}>
          <h2 className={styles.title}>{figureTitle(chosen, (id) => partName(design, id))}</h2>
          <ExplanationWords {...chosen} />
        </section>
        <SizeItButton />
        <FlowCosts flows={analysis.flows} chosen={chosen} onChoose={setChosen} />
        <EditableFields>
          <PriceFields design={design} />
        </EditableFields>
      </div>
    </div>
  );
}

/** Where the cost stands, the cheapest sizes that meet the targets are one press away. */
function SizeItButton() {
  const { title, enabled, why, run } = useCommand('size-it');
  const tip = why ?? t('Finds the cheapest sizes that meet the targets');
  return (
    <Button className={styles.size} icon="scale" disabled={!enabled} data-tip={tip} onClick={run}>
      {title}
    </Button>
  );
}

function figureTitle({ part, metric }: ChosenFigure, nameOf: (id: string) => string): string {
  if (part === 'totals') return t('Cost of the whole design');
  if (part.startsWith('layer:')) return t('Cost of the layer');
  return metric === 'usdPerMillionRequests'
    ? t('A million requests of {flow}', { flow: nameOf(part) })
    : t('Cost of {name}', { name: nameOf(part) });
}
