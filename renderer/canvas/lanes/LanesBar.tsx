import { useChosenFlow } from '../../store/chosen-flow';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { useReadOnly } from '../parts';
import styles from './LanesBar.module.css';
import { keepLanes, showLanes } from './show-lanes';

/** While the canvas is in lanes: whose latency the heads show, and the ways out, with the arrangement or without it. */
export function LanesBar() {
  const editor = useEditor();
  const readOnly = useReadOnly();
  return (
    <div className={styles.bar} data-floating="" role="toolbar" aria-label={t('Lanes')}>
      <FlowOfHeads />
      {readOnly ? null : (
        <Button
          icon="check"
          data-tip={t('Makes it the arrangement of the design, as one step')}
          onClick={() => keepLanes(editor)}
        >
          {t('Keep arrangement')}
        </Button>
      )}
      <Button
        variant="quiet"
        data-tip={t('Back to your own arrangement')}
        onClick={() => showLanes(editor, false)}
      >
        {t('Leave lanes')}
      </Button>
    </div>
  );
}

const nearest = '';

function FlowOfHeads() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  const flows = useReport((state) => state.analysis?.flows) ?? [];
  const chosen = useView((state) => state.chosenFlow);
  const shown = useChosenFlow();
  if (design === null || shown === null) return null;
  const isChosen = flows.some(({ id }) => id === chosen);
  return (
    <Select
      className={styles.flow}
      label={t('Latency of')}
      value={isChosen && chosen !== null ? chosen : nearest}
      options={[
        {
          value: nearest,
          title: isChosen
            ? t('The flow closest to its target')
            : t('Latency of {flow}', { flow: partName(design, shown.id) }),
        },
        ...flows.map(({ id }) => ({
          value: id,
          title: t('Latency of {flow}', { flow: partName(design, id) }),
        })),
      ]}
      onChange={(next) => setView({ chosenFlow: next === nearest ? null : next })}
    />
  );
}
