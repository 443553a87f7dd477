import type { MouseEvent } from 'react';
import type { FigureName } from '../../../shared/analysis/explanations/figure-names';
import {
  figureOfTarget,
  isFloor,
  type TargetRow,
  type TargetVerdict,
} from '../../../shared/diagram/target-rows';
import type { TargetPlace } from '../../../shared/edits/targets';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { NumberField } from '../../ui/NumberField';
import { t } from '../../words/t';
import { ExplainedText } from '../Figure';
import { unitOfMetric } from '../fields/TargetFields';
import { metricTitle } from '../metrics';
import { showPart } from '../show-part';
import styles from './TargetsTab.module.css';
import { figureText, marginShareText, marginText, placeName, scopeTitle, setTarget } from './target-words';

interface TargetLineProps {
  readonly design: Design;
  readonly row: TargetRow;
}

const icons: Readonly<Record<TargetVerdict, string>> = {
  missed: 'circle-alert',
  unknown: 'circle-question-mark',
  met: 'circle-check',
};

function verdictTitle(verdict: TargetVerdict): string {
  switch (verdict) {
    case 'missed':
      return t('Missed');
    case 'unknown':
      return t('Unknown');
    case 'met':
      return t('Met');
  }
}

/** Selects what a target is set on; of a layer, its components. */
function showPlace(editor: Editor, design: Design, place: TargetPlace): void {
  if (place.scope === 'design') showPart(editor, '*', 'targets');
  else if (place.scope !== 'layer') showPart(editor, place.id, 'targets');
  else
    editor.select(
      resolvedOf(design)
        .design.nodes.filter(({ layer }) => layer === place.id)
        .map(({ id }) => id),
    );
}

/** A target with its figure; a click on the row selects its part, and the target is edited in place. */
export function TargetLine({ design, row }: TargetLineProps) {
  const editor = useEditor();
  const { place, metric, target, verdict } = row;
  const id = place.scope === 'design' ? null : place.id;
  const selected = useSelection((state) => id !== null && (state.flow === id || state.ids.has(id)));
  const name = placeName(design, place);
  const analysis = useReport((state) => state.analysis);
  const readOnly = useDocument((state) => state.readOnly);
  const title = metricTitle(metric);
  const unit = unitOfMetric(metric);
  const show = (event: MouseEvent): void => {
    const isControl = event.target instanceof Element && event.target.closest('input, button') !== null;
    if (!isControl) showPlace(editor, design, place);
  };
  return (
    // The name of the part is the button for the keyboard.
    <tr className={styles.line} data-selected={selected ? '' : undefined} onClick={show}>
      <td className={styles.verdict} data-verdict={verdict}>
        <Icon name={icons[verdict]} size={14} />
        {verdictTitle(verdict)}
      </td>
      <th scope="row">
        <button type="button" className={styles.part} onClick={() => showPlace(editor, design, place)}>
          {name}
        </button>
        {place.scope === 'design' ? null : <span className={styles.scope}>{scopeTitle(place.scope)}</span>}
      </th>
      <td className={styles.metric}>
        {isFloor(metric)
          ? t('{metric} at least', { metric: title })
          : t('{metric} at most', { metric: title })}
      </td>
      <td>
        <NumberField
          className={styles.field}
          label={t('Target for {metric} of {name}', { metric: title, name })}
          unit={unit}
          {...(unit === 'share' ? { max: 1 } : {})}
          clearable
          disabled={readOnly}
          value={target}
          onCommit={(value) => setTarget(editor, design, place, metric, value)}
        />
      </td>
      <FigureCells row={row} name={figureOfTarget(analysis, row)} />
      <td className={styles.remove}>
        <Button
          variant="quiet"
          icon="x"
          disabled={readOnly}
          aria-label={t('Remove the {metric} target of {name}', { metric: title, name })}
          onClick={() => setTarget(editor, design, place, metric, null)}
        />
      </td>
    </tr>
  );
}

interface FigureCellsProps {
  readonly row: TargetRow;
  readonly name: FigureName | null;
}

function FigureCells({ row, name }: FigureCellsProps) {
  const { metric, verdict, marginShare } = row;
  const shown = figureText(row);
  const budgetTip =
    metric === 'availability' && marginShare !== null
      ? t('Share of the error budget that is left')
      : undefined;
  return (
    <>
      <td data-number>{name === null ? shown : <ExplainedText name={name}>{shown}</ExplainedText>}</td>
      <td data-number data-verdict={verdict}>
        {marginText(row)}
      </td>
      <td data-number data-verdict={verdict} data-tip={budgetTip}>
        {marginShareText(row)}
      </td>
    </>
  );
}
