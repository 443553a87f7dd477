import type { Guides } from './guide';

export const cacheGuides: Guides = {
  cache: {
    when: 'When the same few records are read far more often than they change, and the store behind is the bottleneck.',
    whenNot:
      'For data that is read about as often as it is written, or that must never be stale. A cache that hides a missing index only postpones the fix.',
    tradeOffs: [
      'Every cached record is a second copy: decide how long it may be stale, and what invalidates it on a write.',
      'It hides the load from the store until it is empty: size the store for the misses of a cold cache.',
      'Memory costs many times what disk does; the last few percent of hit rate cost the most memory.',
    ],
    failsFirst:
      'The store behind it, when the cache restarts cold or a popular key expires and a thousand callers miss at once.',
  },
  'caching-proxy': {
    when: 'In front of servers that build the same pages or answers for many people, or before a costly origin as a shield for it.',
    whenNot:
      'For personalized responses, or where each must be fresh: everything misses, and the proxy only adds a hop.',
    tradeOffs: [
      'Nothing in the code changes, but freshness depends on headers that every team must set correctly.',
      'A wrong cache key shows one user the page of another; do not cache responses that set cookies.',
      'Purging one address is easy; purging every page that shows a product is not.',
    ],
    failsFirst:
      'The servers behind it, when many objects expire together; its own limit is bandwidth long before CPU.',
  },
};
