import type { TargetMiss } from '../../../../shared/analysis/load-limits';
import { layerTitles } from '../../../../shared/diagram/palette';
import type { Design } from '../../../../shared/model/schema';
import { layerIds } from '../../../../shared/model/vocabulary';
import {
  availabilityText,
  factorText,
  msText,
  percentText,
  secondsText,
  usdText,
} from '../../../words/figures';
import { partName } from '../../../words/part-names';
import { t } from '../../../words/t';
import { metricTitle } from '../../metrics';

/** The name of what has a target: a flow, a node, a layer or the design. */
export function targetPartName(design: Design, part: string): string {
  if (part === '*') return t('Whole design');
  const layer = layerIds.find((id) => part === `layer:${id}`);
  return layer === undefined ? partName(design, part) : t(layerTitles[layer]);
}

/** The short name of a metric that any part can have a target for. */
export function targetTitle(metric: string): string {
  switch (metric) {
    case 'monthlyCostUsd':
      return t('monthly cost');
    case 'rpoSeconds':
      return t('RPO');
    case 'rtoSeconds':
      return t('RTO');
    default:
      return metricTitle(metric);
  }
}

/** A figure of a metric that a target can be set for. */
export function targetFigureText(metric: string, figure: number | null): string {
  if (figure === null) return metric.endsWith('Ms') ? t('unbounded') : t('unknown');
  if (metric.endsWith('Ms')) return msText(figure);
  if (metric.endsWith('Usd')) return usdText(figure);
  if (metric.endsWith('Seconds')) return secondsText(figure);
  if (metric === 'availability') return availabilityText(figure);
  if (metric === 'maxUtilization') return percentText(figure);
  return factorText(figure);
}

/** What is missed, and by how much. */
export function missWords(design: Design, { part, metric, target, actual }: TargetMiss): string {
  const values = {
    name: targetPartName(design, part),
    metric: targetTitle(metric),
    target: targetFigureText(metric, target),
  };
  // Not everything is served, whatever the availability of its components is.
  return metric === 'availability' && actual !== null && actual >= target
    ? t('{name} does not serve everything, and misses its {metric} target of {target}', values)
    : t('{name}: {metric} {actual}, target {target}', {
        ...values,
        actual: targetFigureText(metric, actual),
      });
}
