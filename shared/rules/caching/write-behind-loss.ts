import { ownCachesOf } from '../facts/caches';
import { doesAt } from '../facts/operations';
import { flowsAt } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const arrows = 'user -> api -> cache ~> db';
const flows = { edits: { kind: 'write' as const, rps: 200 } };
const db = { replication: 'semi-sync' as const, replicasPerShard: 3 };

/** CACHE-06. How much is lost depends on how often the cache writes on, which no field says; nothing may be lost is what contradicts. */
export const writeBehindLoss: Rule = {
  id: 'write-behind-loss',
  code: 'CACHE-06',
  title: 'Answered before it is stored',
  severity: 'warning',
  stage: 'review',
  message: '{node} answers {flow} before the store has it; {limit} of writes may be lost.',
  why: 'What the cache has not passed on when it is lost was promised to someone and is nowhere.',
  fix: 'Write through the cache, or into a queue that survives the loss of a server.',
  source: {
    text: 'Oracle Coherence documentation, Caching Data Sources: write-behind caching (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    if (design.targets.rpoSeconds !== 0) return [];
    return ownCachesOf(design).flatMap((cache): Hit[] => {
      if (cache.config.other.writePolicy !== 'behind') return [];
      const writing = flowsAt(design, cache.id).find(({ flow }) => doesAt(design, flow, cache.id, 'write'));
      if (writing === undefined) return [];
      return [
        {
          target: cache.id,
          values: { node: { part: cache.id }, flow: { part: writing.flow.id }, limit: { seconds: 0 } },
          quickFix: {
            id: 'write-through',
            title: 'Write through the cache',
            values: {},
            changes: [{ op: 'patch-config', id: cache.id, patch: { writePolicy: 'through' } }],
          },
        },
      ];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Written through',
          design: sketch(kinds, arrows, {
            flows,
            config: { cache: { writePolicy: 'through' }, db },
            system: { targets: { rpoSeconds: 0 } },
          }),
        },
        {
          title: 'A minute may be lost',
          design: sketch(kinds, arrows, {
            flows,
            config: { cache: { writePolicy: 'behind' } },
            system: { targets: { rpoSeconds: 60 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Written behind, and nothing may be lost',
          target: 'cache',
          design: sketch(kinds, arrows, {
            flows,
            config: { cache: { writePolicy: 'behind' }, db },
            system: { targets: { rpoSeconds: 0 } },
          }),
        },
      ],
    };
  },
};
