import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** What a day's peak is to its average in most products for people. */
const usualFactor = 3;

const workload = { dailyActiveUsers: 8_640_000, requestsPerUserPerDay: 10 };

/** CAP-11. Only where a rate is derived from the day's requests: one that is given is the peak already. */
export const noPeakFactor: Rule = {
  id: 'no-peak-factor',
  code: 'CAP-11',
  title: 'No peak factor',
  severity: 'info',
  stage: 'unfinished',
  message:
    '{flow} is taken as {average} all day long; the peak of a day is commonly {usual} of its average, and no peak factor is given.',
  why: 'People are awake together. A design that is sized for the average of the day fails in its busiest hour.',
  fix: 'Give the workload its peak factor: {usual} where nothing is measured yet.',
  source: { text: 'Usual ratio of a day’s peak to its average (assumption: cited from general knowledge)' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (design.workload.peakFactor !== undefined) return [];
    const flow = design.flows.find(
      ({ rateBasis }) => rateBasis.kind === 'derived' && rateBasis.key === 'rate-of-workload',
    );
    if (flow === undefined || flow.rateRps === 0) return [];
    const values = {
      flow: { part: flow.id },
      average: { rps: flow.rateRps },
      usual: { factor: usualFactor },
    };
    return [{ target: '*', values }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A peak factor is given',
          design: ofShare({ ...workload, peakFactor: 3 }),
        },
        {
          title: 'A rate is the peak already',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', { system: { workload } }),
        },
      ],
      invalid: [{ title: 'The average of the day', target: '*', design: ofShare(workload) }],
    };
  },
};

function ofShare(of: typeof workload & { readonly peakFactor?: number }) {
  const drawn = sketch({ user: 'client', api: 'service' }, 'user -> api', { system: { workload: of } });
  const flows = [{ id: 'reads', name: 'Reads', kind: 'read' as const, entry: 'user', rate: { share: 1 } }];
  return { ...drawn, system: { ...drawn.system, flows } };
}
