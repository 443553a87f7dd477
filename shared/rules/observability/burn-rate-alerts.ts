import type { ResolvedDesign } from '../../catalog/resolved';
import { budgetMonthSeconds } from '../../math/downtime';
import { nodesOfKind } from '../facts/nodes';
import { strictestPromise } from '../facts/strictest-promise';
import { questionHits } from '../practice';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-02. Where an alerting part is drawn, alerts reach someone, and no question is left. */
export const burnRateAlerts: Rule = {
  id: 'burn-rate-alerts',
  code: 'OBS-02',
  title: 'Alerts on the error budget',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} is to succeed {target} of the time, which leaves {budget} in a month of 30 days, and no alert says when that is used up too fast.',
  variants: {
    question:
      'Does somebody get an alert in time when {flow} uses up its error budget, {budget} in a month of 30 days at {target}, too fast?',
  },
  why: 'An alert on each error wakes people for nothing. One on the speed at which the budget goes wakes them when the target is in danger.',
  fix: 'Alert when the budget burns fast over an hour, and when it burns slowly over days, each confirmed over a shorter window.',
  source: {
    text: 'Google SRE Workbook, chapter 5, Alerting on SLOs: multiwindow, multi-burn-rate alerts',
    url: 'https://sre.google/workbook/alerting-on-slos/',
  },
  check: (context: RuleContext): readonly Hit[] =>
    questionHits(context, 'burn-rate-alerts', budgetsIn(context.design)),
  get examples() {
    return {
      valid: [
        { title: 'No target', design: sketch({ user: 'client', api: 'service' }, 'user -> api') },
        {
          title: 'Answered with yes',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { targets: { availability: 0.99 }, practices: { 'burn-rate-alerts': { answer: 'yes' } } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A target of 99 %',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { targets: { availability: 0.99 } },
          }),
        },
        {
          title: 'Answered no',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { targets: { availability: 0.99 } } },
            system: { practices: { 'burn-rate-alerts': { answer: 'no' } } },
          }),
        },
      ],
    };
  },
};

/** One hit for the whole design, which names the strictest promise. A promise of never failing leaves no budget to watch. */
function budgetsIn(design: ResolvedDesign): readonly Hit[] {
  const promise = strictestPromise(design);
  if (promise === null || promise.availability >= 1) return [];
  if (nodesOfKind(design, 'alerting').length > 0) return [];
  const { flow, availability } = promise;
  const values = {
    flow: { part: flow.id },
    target: { share: availability },
    budget: { seconds: (1 - availability) * budgetMonthSeconds },
  };
  return [{ target: '*', values }];
}
