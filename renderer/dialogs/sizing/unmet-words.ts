import type { Unmet, UnmetReason } from '../../../shared/analysis/sizing/size';
import { metricText } from '../../../shared/formats/report/metric-words';
import { metricTitle } from '../../panels/metrics';
import { language } from '../../words/language';
import { t } from '../../words/t';

/** Why no size meets a target. */
export function reasonWords(reason: UnmetReason): string {
  switch (reason) {
    case 'floor':
      return t('More servers do not make it shorter: it is what services, round trips and other parts take.');
    case 'ceiling':
      return t('It is down for other reasons than too few servers: zones, regions, what a provider runs.');
    case 'budget':
      return t('The cheapest size that meets the rest costs more.');
    case 'recovery':
      return t('Copies and backups decide it, not servers.');
    case 'limit':
      return t('The largest size that exists is too small, or a provider runs it, or it is locked.');
  }
}

/** A value of a target with its unit; a dash where there is none. */
export const valueText = (metric: string, value: number | null, none: string): string =>
  value === null ? none : metricText(metric, value, language());

/** 'p99 120 ms, at most 100 ms'. */
export function missedWords({ metric, target, actual }: Pick<Unmet, 'metric' | 'target' | 'actual'>): string {
  const values = {
    metric: metricTitle(metric),
    actual: valueText(metric, actual, t('unbounded')),
    target: valueText(metric, target, ''),
  };
  return metric === 'availability' || metric === 'headroom'
    ? t('{metric} {actual}, at least {target}', values)
    : t('{metric} {actual}, at most {target}', values);
}
