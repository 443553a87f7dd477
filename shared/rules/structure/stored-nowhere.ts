import type { Behaviour } from '../../model/vocabulary';
import { pathsOf } from '../facts/paths';
import { isExternal } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A buffer keeps what it is sent for a while, and of a plain box nobody knows. */
const keeping: ReadonlySet<Behaviour> = new Set(['store', 'buffer', 'pass-through']);

/** TOP-12. */
export const storedNowhere: Rule = {
  id: 'stored-nowhere',
  code: 'TOP-12',
  title: 'Stored nowhere',
  severity: 'warning',
  stage: 'review',
  message:
    '{flow} is to keep {stored} of each request and reaches {count, plural, one {# store} other {# stores}}.',
  why: 'What no store is given is gone with the answer, and the storage that is planned for it is counted nowhere.',
  fix: 'Route {flow} to a store that keeps it, or set that it keeps nothing.',
  source: { text: 'Design rule: what is to be kept reaches a store' },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    // What keeps a design from having figures also keeps its flows from getting anywhere.
    if (analysis === null) return [];
    const hits: Hit[] = [];
    for (const paths of pathsOf(design)) {
      const { flow } = paths;
      // While only the client is drawn, there is nothing to be led anywhere yet.
      if (flow.storedBytes === 0 || paths.reached.parts.length < 2) continue;
      if (paths.reached.parts.some(({ node }) => keeping.has(node.behaviour) || isExternal(node))) continue;
      const values = { flow: { part: flow.id }, stored: { bytes: flow.storedBytes }, count: { count: 0 } };
      hits.push({ target: flow.id, values });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A database keeps it',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 100, storedBytes: 500 } },
          }),
        },
        {
          title: 'A stream keeps it until it is read',
          design: sketch(
            { user: 'client', api: 'service', clicks: 'stream', counter: 'worker' },
            'user -> api ~> clicks -> counter',
            { flows: { writes: { kind: 'write', rps: 100, storedBytes: 500 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A database that only reads reach',
          target: 'writes',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 }, writes: { kind: 'write', rps: 100, storedBytes: 500 } },
            edges: { 'api -> db': { flows: 'read' } },
          }),
        },
      ],
    };
  },
};
