import type { Design } from '../../../shared/model/schema';
import type { FixRefusal } from '../../../shared/rules/safe-fixes';
import { messageWords } from '../../panels/findings/finding-words';
import { metricTitle } from '../../panels/metrics';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';

/** Why a quick fix is left out. */
export function refusalWords(refusal: FixRefusal, design: Design): string {
  switch (refusal.kind) {
    case 'resolved-before':
      return t('Resolved by a fix above.');
    case 'not-offered':
      return t('Conflicts with a fix above: after it there is no quick fix for this.');
    case 'changes-nothing':
      return t('Conflicts with a fix above: after it this would change nothing.');
    case 'removes':
      return t('It removes a part: decide yourself.');
    case 'not-resolved':
      return t('It does not resolve the finding after the fixes above.');
    case 'no-figures':
      return t('After it the design would have no figures.');
    case 'raises':
      return t('It raises a finding: {message}', { message: messageWords(refusal.finding, design) });
    case 'misses':
      return t('It misses the {metric} target of {part}.', {
        metric: metricTitle(refusal.metric),
        part: partName(design, refusal.part),
      });
    case 'not-tried':
      return t('Not tried: the design is too large to try every fix at once.');
  }
}
