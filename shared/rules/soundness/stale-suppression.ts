import type { Suppression } from '../../model/schema';
import type { Finding, Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** RUN-06. A suppression of what is no longer found hides the next finding of its kind. */
export const staleSuppression: Rule = {
  id: 'stale-suppression',
  code: 'RUN-06',
  title: 'Nothing left to dismiss',
  severity: 'info',
  stage: 'review',
  message: '“{rule}” is dismissed at {place}, and is not found there any more.',
  variants: { anywhere: '“{rule}” is dismissed everywhere, and is not found anywhere any more.' },
  why: 'What was dismissed for a reason that is gone would hide the next finding of its kind.',
  fix: 'Take the suppression away.',
  source: {
    text: 'As linters report directives that suppress nothing, e.g. ESLint’s --report-unused-disable-directives',
  },
  check: () => [],
  review: (context: RuleContext, found: readonly Finding[]): readonly Hit[] => {
    if (context.design.suppressions.length === 0 || !isWhole(context)) return [];
    const key = (rule: string, target: string) => `${rule} ${target}`;
    const there = new Set(found.flatMap(({ rule, target }) => [key(rule, target), key(rule, '*')]));
    return context.design.suppressions
      .filter(({ rule, target }) => !there.has(key(rule, target)))
      .map((suppression) => hitOf(suppression));
  },
  get examples() {
    return {
      valid: [
        {
          title: 'What is dismissed is there',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 5120 } },
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 } },
            system: {
              suppressions: [{ rule: 'little-headroom', target: 'api', reason: 'for an hour a year' }],
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'The service has long been made larger',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 5120 } },
            config: { api: { replicas: 4, concurrency: 32, serviceMs: 10 } },
            system: {
              suppressions: [{ rule: 'little-headroom', target: 'api', reason: 'for an hour a year' }],
            },
          }),
        },
      ],
    };
  },
};

function hitOf({ rule, target }: Suppression): Hit {
  const values = { rule, place: target === '*' ? 'the design' : { part: target } };
  return {
    target,
    values,
    ...(target === '*' && { variant: 'anywhere' }),
    quickFix: {
      id: 'unsuppress',
      title: 'Take it away',
      values: {},
      changes: [{ op: 'unsuppress', rule, target }],
    },
  };
}

/** Whether every figure is there: not while percentiles are still being worked out, nor where there is no analysis. */
function isWhole({ analysis }: RuleContext): boolean {
  if (analysis === null) return false;
  return analysis.flows.every(({ meanMs, p99Ms }) => meanMs === null || p99Ms !== null);
}
