import type { ResolvedEdge } from '../../catalog/resolved';
import { isModelled } from '../facts/graph';
import { partsOf } from '../facts/parts';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** RES-01. A wait that nobody wrote down counts as none, for that is what a plain loop around a call does. */
export const retryWithoutBackoff: Rule = {
  id: 'retry-without-backoff',
  code: 'RES-01',
  title: 'Retries without backoff',
  severity: 'warning',
  stage: 'review',
  message: '{from} tries {to} up to {attempts} times without waiting longer each time.',
  variants: {
    exponential: '{from} tries {to} up to {attempts} times, and all callers wait equally long in between.',
  },
  why: 'Calls that failed together are tried again together. An overloaded callee gets the next wave immediately, and the next.',
  fix: 'Wait longer before each try, with a random part of the wait, up to a cap.',
  source: {
    text: 'Brooker, Timeouts, retries, and backoff with jitter, Amazon Builders’ Library',
    url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const { edge, from, isLive, to } of partsOf(design).calls) {
      if (edge.retries === 0 || edge.backoff === 'jittered' || !isLive) continue;
      if (isModelled(from.node) && isModelled(to.node)) hits.push(hitOf(edge));
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Each wait is longer and partly random',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { retries: 2, backoff: 'jittered' } },
          }),
        },
        {
          title: 'A failure is returned to the caller',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db'),
        },
      ],
      invalid: [
        {
          title: 'Two tries more, at once',
          target: 'api-db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { retries: 2, backoff: 'none' } },
          }),
        },
        {
          title: 'All clients wait one second, then two, in step',
          target: 'user-api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            edges: { 'user -> api': { retries: 3, backoff: 'exponential' } },
          }),
        },
      ],
    };
  },
};

const hitOf = ({ id, from, to, retries, backoff }: ResolvedEdge): Hit => ({
  target: id,
  values: { from: { part: from }, to: { part: to }, attempts: { count: retries + 1 } },
  ...(backoff === 'exponential' && { variant: 'exponential' }),
  quickFix: {
    id: 'back-off',
    title: 'Wait longer each time, at random',
    values: {},
    changes: [{ op: 'patch-edge', id, patch: { backoff: 'jittered' } }],
  },
});
