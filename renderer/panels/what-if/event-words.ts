import type { WhatIf } from '../../../shared/edits/what-if';
import type { Design } from '../../../shared/model/schema';
import { factorText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { type EventKind, noZone, partOf } from './event-choices';

/** What is offered to happen. */
export function kindTitle(kind: EventKind): string {
  switch (kind) {
    case 'node-down':
      return t('A component fails');
    case 'replica-lost':
      return t('One replica is lost');
    case 'zone-down':
      return t('A zone fails');
    case 'region-down':
      return t('A region fails');
    case 'slow':
      return t('A component is slow');
    case 'cache-lost':
      return t('A cache is empty');
    case 'load':
      return t('The load changes');
  }
}

/** The name of a part in the list of those that an event can happen to. */
export const choiceName = (design: Design, part: string): string =>
  part === noZone ? t('Any one zone') : partName(design, part);

/** What happens, in few words. */
export function eventWords(design: Design, event: WhatIf): string {
  const name = choiceName(design, partOf(event));
  switch (event.kind) {
    case 'node-down':
    case 'region-down':
      return t('{name} fails', { name });
    case 'zone-down':
      return event.zone === null ? t('One zone fails') : t('{name} fails', { name });
    case 'replica-lost':
      return t('{name} loses a replica', { name });
    case 'slow':
      return t('{name} slower {factor}', { name, factor: factorText(event.factor) });
    case 'cache-lost':
      return name === '' ? t('Every cache is empty') : t('{name} is empty', { name });
    case 'load':
      return t('Load {factor}', { factor: factorText(event.factor) });
    case 'growth':
      return t('{years, plural, one {# year} other {# years}} of growth', { years: event.years });
  }
}
