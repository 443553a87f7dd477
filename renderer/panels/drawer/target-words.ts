import { layerTitles } from '../../../shared/diagram/palette';
import type { TargetRow } from '../../../shared/diagram/target-rows';
import { type TargetPlace, targetChanges } from '../../../shared/edits/targets';
import { noFigure } from '../../../shared/math/format';
import type { Design } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { shortNumber } from '../../ui/number-text';
import { availabilityText, factorText, shareText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { unitOfMetric } from '../fields/TargetFields';
import { metricTitle } from '../metrics';

/** A place as one text: ids of flows, layers and nodes may be the same. */
export const placeKey = (place: TargetPlace): string =>
  place.scope === 'design' ? 'design' : `${place.scope} ${place.id}`;

/** The name of what a target is set on. */
export function placeName(design: Design, place: TargetPlace): string {
  if (place.scope === 'design') return t('Whole design');
  return place.scope === 'layer' ? t(layerTitles[place.id]) : partName(design, place.id);
}

/** What sort of part a target is set on. */
export function scopeTitle(scope: TargetPlace['scope']): string {
  switch (scope) {
    case 'design':
      return t('Design');
    case 'flow':
      return t('Flow');
    case 'layer':
      return t('Layer');
    case 'node':
      return t('Component');
  }
}

/** A figure of a metric, short and with its unit. */
export const metricText = (metric: string, value: number): string =>
  metric === 'availability' ? availabilityText(value) : shortNumber(value, unitOfMetric(metric));

/** The figure of a target; an availability that only what is served has, says so. */
export function figureText({ metric, actual, isUnbounded, isOfServed }: TargetRow): string {
  if (isUnbounded) return t('unbounded');
  if (actual === null) return noFigure;
  const figure = metricText(metric, actual);
  return isOfServed ? t('{figure} of what is served', { figure }) : figure;
}

/** The margin in the unit of its metric, with its sign: '+12 ms', '−3 ms'; shares in percentage points. */
export function marginText({ metric, margin }: TargetRow): string {
  if (margin === null) return noFigure;
  const sign = margin < 0 ? '−' : '+';
  const size = Math.abs(margin);
  if (unitOfMetric(metric) !== 'share') return sign + shortNumber(size, unitOfMetric(metric));
  const points = Number((size * 100).toPrecision(2));
  return t('{sign}{points} points', { sign, points });
}

/** A figure that is so many times its target is shown as a factor: '×186' and not '−18 500 %'. */
const leastFactor = 10;

/** The margin as a share of the target: '+38 %', '−12 %'. */
export function marginShareText({ metric, marginShare, actual, target }: TargetRow): string {
  if (marginShare === null) return noFigure;
  if (marginShare < -leastFactor && metric !== 'availability' && actual !== null)
    return factorText(actual / target);
  const size = Math.abs(marginShare);
  // No more digits near 100 % than elsewhere.
  const text = size > 0.99 && size < 1 ? shareText(0.99) : shareText(size);
  return (marginShare < 0 ? '−' : '+') + text;
}

/** Sets or removes a target; typing in one field is one step of undo. */
export function setTarget(
  editor: Editor,
  design: Design,
  place: TargetPlace,
  metric: string,
  value: number | null,
): void {
  const values = { metric: metricTitle(metric), name: placeName(design, place) };
  editor.edit(
    value === null
      ? t('Remove the {metric} target of {name}', values)
      : t('Set the {metric} target of {name}', values),
    targetChanges(design, place, metric, value),
    { mergeKey: `${placeKey(place)}.targets.${metric}` },
  );
}
