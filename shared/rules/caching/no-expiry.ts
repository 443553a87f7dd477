import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { missCallsOf } from '../facts/caches';
import { nodesOfBehaviour } from '../facts/nodes';
import { doesAt } from '../facts/operations';
import type { Part } from '../facts/parts';
import { flowsAt } from '../facts/paths';
import { isExternal } from '../facts/roles';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** An hour, as caches beside a store are set up. */
const usualTtlSeconds = 3600;

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const arrows = 'user -> api -> cache, api -> db';
const edges = {
  'api -> cache': { flows: 'read' as const },
  'api -> db': { onMissOf: 'cache' },
};
const flows = { reads: { rps: 1000 }, edits: { kind: 'write' as const, rps: 50 } };

/** CACHE-03. A time to live of 0 means none: a cache that forgets at once would have no hits. */
export const noExpiry: Rule = {
  id: 'no-expiry',
  code: 'CACHE-03',
  title: 'Cached without expiry',
  severity: 'warning',
  stage: 'review',
  message: 'What {node} holds never expires, though {flow} changes {store}, and no write drops it.',
  why: 'An entry that nothing removes is answered as it was when it was first read, however often it was changed since.',
  fix: 'Let entries expire, or drop them when what they were read from is written.',
  fixes: { expire: 'Let entries expire after {ttl}, to be read again.' },
  source: {
    text: 'Nishtala et al., Scaling Memcache at Facebook, NSDI 2013: invalidation and stale sets',
    url: 'https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    const caches = [...nodesOfBehaviour(design, 'aside-cache'), ...nodesOfBehaviour(design, 'inline-cache')];
    for (const cache of caches) {
      if (!keepsForEver(cache)) continue;
      const changed = changedBehind(design, cache);
      if (changed !== null) hits.push(hitOf(cache, changed));
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'An hour, as by default',
          design: sketch(kinds, arrows, { flows, edges }),
        },
        {
          title: 'Writes drop what they change',
          design: sketch(kinds, arrows, {
            flows,
            edges,
            config: { cache: { ttlSeconds: 0, invalidation: 'on-write' } },
          }),
        },
        {
          title: 'Nothing behind it is ever changed',
          design: sketch(kinds, arrows, { edges, config: { cache: { ttlSeconds: 0 } } }),
        },
      ],
      invalid: [
        {
          title: 'Prices that stay as they were',
          target: 'cache',
          design: sketch(kinds, arrows, { flows, edges, config: { cache: { ttlSeconds: 0 } } }),
        },
      ],
    };
  },
};

function keepsForEver(node: ResolvedNode): boolean {
  const { ttlSeconds, invalidation, writePolicy } = node.config.other;
  // What goes through the cache, now or later, is what it then holds.
  if (invalidation === 'on-write' || writePolicy === 'through' || writePolicy === 'behind') return false;
  if (isExternal(node)) return false;
  return ttlSeconds === 0 || (ttlSeconds === undefined && invalidation === 'none');
}

interface Changed {
  readonly store: string;
  readonly flow: string;
}

/** A store whose reads the cache answers, and a flow that writes to it. */
function changedBehind(design: ResolvedDesign, cache: ResolvedNode): Changed | null {
  const answered = flowsAt(design, cache.id).filter(
    ({ flow }) => hitRateOf(cache, flow, 'read') > 0 && doesAt(design, flow, cache.id, 'read'),
  );
  if (answered.length === 0) return null;
  for (const store of storesBehind(design, cache)) {
    const isAnswered = answered.some(({ reached }) => reached.has(store));
    const writing = flowsAt(design, store).find(({ flow }) => doesAt(design, flow, store, 'write'));
    if (isAnswered && writing !== undefined) return { store, flow: writing.flow.id };
  }
  return null;
}

/** The stores that are called on a miss, by the cache, by its caller or by the service that is called. */
function storesBehind(design: ResolvedDesign, cache: ResolvedNode): readonly string[] {
  const asked = new Set(missCallsOf(design, cache).map(({ to }) => to));
  const stores = new Set<string>();
  for (const part of asked) {
    if (isOwnStore(part)) stores.add(part.node.id);
    else for (const { to } of part.calls) if (isOwnStore(to)) stores.add(to.node.id);
  }
  return [...stores];
}

const isOwnStore = ({ node }: Part): boolean => node.behaviour === 'store' && !isExternal(node);

function hitOf({ id, kind }: ResolvedNode, { store, flow }: Changed): Hit {
  const usual = kind.defaults.ttlSeconds?.value;
  const ttl = usual === undefined || usual === 0 ? usualTtlSeconds : usual;
  return {
    target: id,
    values: { node: { part: id }, store: { part: store }, flow: { part: flow } },
    quickFix: {
      id: 'expire',
      title: 'Expire after {ttl}',
      values: { ttl: { seconds: ttl } },
      changes: [{ op: 'patch-config', id, patch: { ttlSeconds: ttl } }],
    },
  };
}
