import { useId } from 'react';
import { useChosenFlow } from '../../store/chosen-flow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { useView } from '../../store/view';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import styles from './FlowChooser.module.css';

const automatic = '';

/** Chooses the flow of the tables; by default the one closest to its target. */
export function FlowChooser() {
  const { setView } = useEditor();
  const id = useId();
  const design = useDocument((state) => state.design);
  const flows = useReport((state) => state.analysis?.flows);
  const chosen = useView((state) => state.chosenFlow);
  const shown = useChosenFlow();
  if (design === null || flows === undefined || shown === null) return null;
  const options = [
    { value: automatic, title: t('{name}, closest to its target', { name: partName(design, shown.id) }) },
    ...flows.map((flow) => ({ value: flow.id, title: partName(design, flow.id) })),
  ];
  const value = flows.some((flow) => flow.id === chosen) ? (chosen ?? automatic) : automatic;
  return (
    <div className={styles.chooser}>
      <label htmlFor={id}>{t('Latency of')}</label>
      <Select
        id={id}
        className={styles.select}
        value={value}
        options={
          value === automatic
            ? options
            : [{ value: automatic, title: t('The flow closest to its target') }, ...options.slice(1)]
        }
        onChange={(next) => setView({ chosenFlow: next === automatic ? null : next })}
      />
    </div>
  );
}
