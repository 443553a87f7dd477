import { useState } from 'react';
import type { Analysis } from '../../../shared/analysis/analysis';
import { figureAt, isFloor, targetPlaces } from '../../../shared/diagram/target-rows';
import { type TargetPlace, targetMetrics, targetsAt } from '../../../shared/edits/targets';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { unitOfMetric } from '../fields/TargetFields';
import { metricTitle } from '../metrics';
import styles from './TargetsTab.module.css';
import { metricText, placeKey, placeName, scopeTitle, setTarget } from './target-words';

interface AddTargetProps {
  readonly design: Design;
  readonly analysis: Analysis | null;
}

/** The metrics that can still be set on a part. */
function openMetrics(design: Design, place: TargetPlace): readonly string[] {
  const own = targetsAt(design, place);
  return targetMetrics[place.scope].filter((metric) => typeof own[metric] !== 'number');
}

/** Of the metrics that are still open, the one that is set most often. */
const usualMetric = (open: readonly string[]): string =>
  open.find((metric) => metric === 'p99Ms') ?? open[0] ?? '';

/** Adds a target: a part, one of the metrics that it has no target for yet, and the value. */
export function AddTarget({ design, analysis }: AddTargetProps) {
  const editor = useEditor();
  const readOnly = useDocument((state) => state.readOnly);
  const [part, setPart] = useState('design');
  const [wanted, setWanted] = useState('');
  const [value, setValue] = useState<number | null>(null);
  const used = new Set<string>(resolvedOf(design).design.nodes.map(({ layer }) => layer));
  const places = targetPlaces(design, used).filter((place) => openMetrics(design, place).length > 0);
  const place = places.find((one) => placeKey(one) === part) ?? places[0];
  if (place === undefined) return null;
  const open = openMetrics(design, place);
  const metric = open.includes(wanted) ? wanted : usualMetric(open);
  const unit = unitOfMetric(metric);
  const figure = figureAt(analysis, place, metric);
  const add = (): void => {
    if (value === null) return;
    setTarget(editor, design, place, metric, value);
    setValue(null);
  };
  return (
    <fieldset className={styles.add} disabled={readOnly}>
      <legend className="visually-hidden">{t('Add a target')}</legend>
      <Select
        label={t('Part')}
        className={styles.choice}
        value={placeKey(place)}
        options={places.map((one) => ({
          value: placeKey(one),
          title: placeName(design, one),
          ...(one.scope === 'design' ? {} : { group: scopeTitle(one.scope) }),
        }))}
        onChange={setPart}
      />
      <Select
        label={t('Metric')}
        value={metric}
        options={open.map((one) => ({ value: one, title: metricTitle(one) }))}
        onChange={(next) => {
          setWanted(next);
          if (unitOfMetric(next) !== unit) setValue(null);
        }}
      />
      <NumberField
        key={unit}
        className={styles.field}
        label={isFloor(metric) ? t('At least') : t('At most')}
        unit={unit}
        {...(unit === 'share' ? { max: 1 } : {})}
        clearable
        value={value}
        emptyText={isFloor(metric) ? t('at least') : t('at most')}
        onCommit={setValue}
      />
      <Button icon="plus" disabled={value === null} onClick={add}>
        {t('Add target')}
      </Button>
      {figure === null ? null : (
        <span className={styles.now}>{t('Now {value}', { value: metricText(metric, figure) })}</span>
      )}
    </fieldset>
  );
}
