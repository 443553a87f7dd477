import { hitsOf, missValues } from '../facts/analysis-error';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** An edge that waits for a miss has to come after the look-up that misses. */
export const missBeforeCache: Rule = {
  id: 'miss-before-cache',
  code: 'RUN-03',
  title: 'A miss before its cache is read',
  severity: 'error',
  stage: 'broken',
  message: '{from} calls {to} on a miss of {cache} in step {step}, in which {flow} has not read {cache} yet.',
  why: 'Whether a cache misses is known only after it has answered, so the call on a miss has to be a later step.',
  fix: 'Give the call to {to} a later step than the one to {cache}, or no step: it then follows by itself.',
  fixes: { 'follow-cache': 'Take the step of the call to {to} away: it then follows the one to {cache}.' },
  source: { text: 'Design rule: cache-aside reads the cache first' },
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'miss-order', (error, target) => {
      const edge = context.design.edges.find(({ id }) => id === target);
      return { ...missValues(edge, error, target), step: { count: edge?.step ?? 0 } };
    }).map((hit) => {
      const quickFix = followCache(context, hit.target);
      return quickFix === null ? hit : { ...hit, quickFix };
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'Steps left out',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> db, api -> cache',
            { edges: { 'api -> db': { onMissOf: 'cache' } } },
          ),
        },
        {
          title: 'Cache in step 1, store in step 2',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            { edges: { 'api -> cache': { step: 1 }, 'api -> db': { step: 2, onMissOf: 'cache' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Both in one step',
          target: 'api-db',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            { edges: { 'api -> cache': { step: 1 }, 'api -> db': { step: 1, onMissOf: 'cache' } } },
          ),
        },
        {
          title: 'The store a step before',
          target: 'api-db',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            { edges: { 'api -> cache': { step: 2 }, 'api -> db': { step: 1, onMissOf: 'cache' } } },
          ),
        },
      ],
    };
  },
};

/** Takes the step away that puts the call too early; null where nobody named one: caches that miss in a circle have no order. */
function followCache({ design }: RuleContext, id: string): QuickFix | null {
  const edge = design.edges.find((one) => one.id === id);
  if (edge?.basis['step']?.kind !== 'document') return null;
  const changes = [{ op: 'patch-edge', id, patch: { step: null } }] as const;
  return { id: 'follow-cache', title: 'Call only after the cache', values: {}, changes };
}
