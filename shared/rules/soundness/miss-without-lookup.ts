import { hitsOf, missValues } from '../facts/analysis-error';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A read cannot wait for the miss of a cache that it does not look up. */
export const missWithoutLookup: Rule = {
  id: 'miss-without-lookup',
  code: 'RUN-04',
  title: 'A miss of a cache that is not read',
  severity: 'error',
  stage: 'broken',
  message: '{from} calls {to} on a miss of {cache}, which it does not read for {flow}.',
  why: 'Only a cache that the same read looks up can miss. Without the lookup there is no hit rate.',
  fix: 'Let the call from {from} to {cache} carry every read flow that the call to {to} carries.',
  source: { text: 'Design rule: cache-aside reads the cache first' },
  check: (context: RuleContext): readonly Hit[] =>
    hitsOf(context, 'miss-flow', (error, target) => {
      const edge = context.design.edges.find(({ id }) => id === target);
      return missValues(edge, error, target);
    }),
  get examples() {
    return {
      valid: [
        {
          title: 'The cache is read by reads, the store by all',
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
          title: 'All look up the cache',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            { edges: { 'api -> db': { onMissOf: 'cache' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'One of two reads looks up the cache',
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
          title: 'Writes look up the cache',
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
