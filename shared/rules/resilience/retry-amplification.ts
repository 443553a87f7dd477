import type { ResolvedDesign, ResolvedFlow } from '../../catalog/resolved';
import type { Change } from '../../model/changes';
import { lastRetried, mayMultiply, retriedCalls, worstRetryChain } from '../facts/retry-chains';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Two layers that try three times each come to nine; up to eight, one layer retries and another tries once more. */
const mostAttempts = 8;
/** Three tries of a request are the budget of the chapter that is cited. */
const mostRetriesOfOneLayer = 2;

const chain = { user: 'client', web: 'service', orders: 'service', stock: 'service' } as const;
const arrows = 'user -> web -> orders -> stock';
const config = { web: { replicas: 3 }, orders: { replicas: 3 }, stock: { replicas: 3 } };

/** RES-02. Calls behind a circuit breaker, which stops the retries, are not reported. */
export const retryAmplification: Rule = {
  id: 'retry-amplification',
  code: 'RES-02',
  title: 'Retries multiply',
  severity: 'error',
  stage: 'review',
  message:
    'One request of {flow} can become {attempts, plural, one {# call} other {# calls}} of {to}; {limit} is too many already.',
  why: 'Each layer that tries again multiplies the tries of the layer above it, and most when the callee is down or too busy.',
  fix: 'Retry at one layer only, the one next to what fails, and let the others pass the failure on.',
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures: retries at three layers become 64 tries',
    url: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    // Most designs retry in one place, if at all; then no flow is worth following.
    if (!mayMultiply(design, mostAttempts)) return [];
    return design.flows.flatMap((flow): Hit[] => {
      const { attempts, retried } = worstRetryChain(design, flow);
      const last = retried.at(-1);
      if (attempts <= mostAttempts || last === undefined) return [];
      const values = {
        flow: { part: flow.id },
        to: { part: last.to },
        attempts: { count: attempts },
        limit: { count: mostAttempts + 1 },
      };
      return [{ target: flow.id, values, quickFix: retryOnce(design, flow) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'One layer retries',
          design: sketch(chain, arrows, { config, edges: { 'orders -> stock': { retries: 3 } } }),
        },
        {
          title: 'Two layers try twice each, and the user too',
          // 2 × 2 × 2 = 8.
          design: sketch(chain, arrows, {
            config,
            edges: {
              'user -> web': { retries: 1 },
              'web -> orders': { retries: 1 },
              'orders -> stock': { retries: 1 },
            },
          }),
        },
        {
          title: 'A circuit breaker stops the tries of the layer below',
          design: sketch(chain, arrows, {
            config,
            edges: {
              'web -> orders': { retries: 3 },
              'orders -> stock': { retries: 3, circuitBreaker: true },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Three layers that try four times each',
          target: 'reads',
          // 4 × 4 × 4 = 64.
          design: sketch(chain, arrows, {
            config,
            edges: {
              'user -> web': { retries: 3 },
              'web -> orders': { retries: 3 },
              'orders -> stock': { retries: 3 },
            },
          }),
        },
        {
          title: 'One layer that tries ten times',
          target: 'reads',
          design: sketch(chain, arrows, { config, edges: { 'orders -> stock': { retries: 9 } } }),
        },
      ],
    };
  },
};

/** Leaves to each chain of the flow the retries next to its end, and of those no more than one layer should make. */
function retryOnce(design: ResolvedDesign, flow: ResolvedFlow): QuickFix {
  const last = lastRetried(design, flow);
  const changes: Change[] = [];
  for (const edge of retriedCalls(design, flow)) {
    const retries = last.has(edge) ? Math.min(edge.retries, mostRetriesOfOneLayer) : 0;
    if (retries !== edge.retries) changes.push({ op: 'patch-edge', id: edge.id, patch: { retries } });
  }
  return { id: 'retry-once', title: 'Retry at one layer only', values: {}, changes };
}
