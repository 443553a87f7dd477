import { hitsOf, missValues } from '../facts/analysis-error';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A read cannot wait for the miss of a cache that is not asked for it. */
export const missWithoutLookup: Rule = {
  id: 'miss-without-lookup',
  code: 'RUN-04',
  title: 'A miss of a cache that is not asked',
  severity: 'error',
  stage: 'broken',
  message: '{from} calls {to} on a miss of {cache}, which it does not ask for {flow}.',
  why: 'Only a cache that the same read has asked can miss. Without the look-up there is no hit rate to go by.',
  fix: 'Let the call from {from} to {cache} carry every read flow that the call to {to} carries.',
  source: { text: 'Design rule: cache-aside asks the cache first' },
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'miss-flow', (error, target) => {
      const edge = context.design.edges.find(({ id }) => id === target);
      return missValues(edge, error, target);
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'The cache is asked for reads, the store for all',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> cache': { flows: 'read' }, 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
        {
          title: 'The cache is asked for all',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            { edges: { 'api -> db': { onMissOf: 'cache' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'The cache is asked for one of two reads',
          target: 'api-db',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { pages: {}, images: {} },
              edges: { 'api -> cache': { flows: ['pages'] }, 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
        {
          title: 'The cache is asked for writes',
          target: 'api-db',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { api: { authentication: 'token' } },
              edges: { 'api -> cache': { flows: 'write' }, 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
      ],
    };
  },
};
