import { figuresOf } from '../facts/graph';
import { refusalsIn } from '../facts/refusals';
import { raiseQueueLimit } from '../fixes/raise-queue-limit';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-15. Where more is offered than the capacity, too few servers are the cause, and that is the finding. */
export const refusedRequests: Rule = {
  id: 'refused-requests',
  code: 'CAP-15',
  title: 'Requests refused',
  severity: 'error',
  stage: 'broken',
  message: '{node} refuses {refused} of {offered}: its queue limit of {limit} is too low for the bursts.',
  variants: {
    retried:
      '{node} refuses {refused} of {offered}: its queue limit of {limit} is too low for the bursts. After retries {lost} are lost.',
  },
  why: 'Requests do not arrive evenly. A queue with hardly more places than are taken on average is full now and then, and refuses what arrives while servers may be idle on average.',
  fix: 'Raise the queue limit of {node}, add servers, or retry what is refused with backoff.',
  fixes: {
    'raise-queue-limit': 'Raise the queue limit to {places}: {node} then refuses hardly any request.',
    'add-servers-and-places':
      'Run {count, plural, one {# replica} other {# replicas}} and raise the queue limit to {places}: {node} then refuses hardly any request, with one of them lost too.',
  },
  source: {
    text: 'Google SRE Book, chapter 21, Handling Overload (assumption: cited from general knowledge); loss of an M/M/c/K queue',
  },
  supersedes: ['little-headroom'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    return refusalsIn(context).map(([{ node }, { refused, lost, isError }]): Hit => {
      const quickFix = raiseQueueLimit(context, node);
      return {
        target: node.id,
        values: {
          node: { part: node.id },
          refused: { share: refused },
          offered: { rps: figures.get(node.id)?.offeredRps ?? 0 },
          limit: { count: node.config.queueLimit ?? 0 },
          lost: { share: lost },
        },
        ...(lost < refused && { variant: 'retried' }),
        ...(!isError && { severity: 'warning' as const }),
        ...(quickFix && { quickFix }),
      };
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Room for bursts',
          // 1 000 × 10 ms = 10 concurrent on average, of 40 places: 6 × 10⁻¹³ are refused.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 40 } },
          }),
        },
        {
          title: 'Fewer than one in a thousand',
          // 1 000 × 10 ms = 10 concurrent on average, of 21 places: 9 × 10⁻⁴.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 21 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Hardly more places than are taken on average',
          target: 'api',
          // 1 000 × 10 ms = 10 concurrent on average, of 14 places: 5.7 % are refused.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 14 } },
          }),
        },
        {
          title: 'One in five hundred, where one in a thousand may fail',
          target: 'api',
          // 10 concurrent on average, of 20 places: 0.19 %.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, queueLimit: 20 } },
            flows: { reads: { targets: { availability: 0.999 } } },
          }),
        },
      ],
    };
  },
};
