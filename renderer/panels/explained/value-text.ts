import { figureText } from '../../../shared/formats/report/metric-words';
import { noFigure } from '../../../shared/math/format';
import type { Design } from '../../../shared/model/schema';
import type { ExplainedInput } from '../../engine/protocol';
import { language } from '../../words/language';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';

/** The value of a figure with its unit, a component by its name. */
export function valueText(
  design: Design,
  { metric, value }: Pick<ExplainedInput, 'metric' | 'value'>,
): string {
  if (value === null) return noFigure;
  if (typeof value === 'number') return figureText(metric, value, language());
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  switch (metric) {
    case 'limitedBy':
      return boundWords(value);
    case 'bottleneck':
    case 'busiest':
    case 'heldUpBy':
      return partName(design, value);
    default:
      return value === '' ? t('none') : value;
  }
}

/** What bounds a node. */
export function boundWords(by: string): string {
  switch (by) {
    case 'places':
      return t('requests in progress');
    case 'bandwidth':
      return t('network');
    case 'connections':
      return t('client connections');
    case 'limit':
      return t('rate limit');
    default:
      return t('work of its servers');
  }
}
