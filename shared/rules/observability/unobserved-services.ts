import { basicSignals, coverageOf, leastObservedShare, observe } from '../facts/observation';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** OBS-01. One finding for the design: a practice is missing, not a part. */
export const unobservedServices: Rule = {
  id: 'unobserved-services',
  code: 'OBS-01',
  title: 'Services that nobody watches',
  severity: 'warning',
  stage: 'review',
  message:
    '{share} of the services show metrics and traces, {limit} is the least; {node} is one of {count} that do not.',
  variants: {
    one: '{share} of the services show metrics and traces, {limit} is the least; {node} does not.',
  },
  why: 'What is slow or failing shows in metrics, and where in traces. Without them users find it first, and nobody can say why.',
  fix: 'Collect metrics and traces of every service: rate, errors, duration, and how full its servers are.',
  source: {
    text: 'Google SRE Book, chapter 6, Monitoring Distributed Systems: the four golden signals (assumption: cited from general knowledge)',
    url: 'https://sre.google/sre-book/monitoring-distributed-systems/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const { share, blind } = coverageOf(design);
    const [first] = blind;
    if (share >= leastObservedShare || first === undefined) return [];
    const values = {
      share: { share },
      limit: { share: leastObservedShare },
      node: { part: first.id },
      count: { count: blind.length },
    };
    const quickFix = observe(blind, basicSignals, 'Watch {count} more');
    const variant = blind.length === 1 ? { variant: 'one' } : {};
    return [{ target: '*', values, ...variant, quickFix }];
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A practice for all of them',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            system: { practices: { metrics: { answer: 'yes' }, traces: { answer: 'yes' } } },
          }),
        },
        {
          title: 'The one service there is',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { observed: ['metrics', 'traces'] } },
          }),
        },
        {
          title: 'No code of one’s own',
          design: sketch({ user: 'client', cdn: 'cdn', files: 'object-store' }, 'user -> cdn -> files'),
        },
      ],
      invalid: [
        {
          title: 'Observability not set',
          target: '*',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'One of two',
          target: '*',
          design: sketch({ user: 'client', api: 'service', ledger: 'service' }, 'user -> api -> ledger', {
            config: {
              api: { observed: ['metrics', 'traces'] },
              ledger: { observed: ['metrics', 'logs'] },
            },
          }),
        },
      ],
    };
  },
};
