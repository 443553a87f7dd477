import type { Guides } from './guide';

export const cacheGuides: Guides = {
  cache: {
    when: 'When the same few records are read far more often than they change, and the store behind is what hurts.',
    whenNot:
      'For data that is read about as often as it is written, or that must never be stale. A cache that hides a missing index only puts the repair off.',
    tradeOffs: [
      'Every cached record is a second truth: say how long it may be wrong, and what drops it on a write.',
      'It hides the size of the store behind it, until the day it is empty: size the store for the misses of a cold cache.',
      'Memory costs many times what disk does; a hit rate bought with the last gigabytes is dear.',
    ],
    failsFirst:
      'The store behind it, when the cache restarts cold or a popular key expires and a thousand callers miss at once.',
  },
  'caching-proxy': {
    when: 'In front of servers that build the same pages or answers for many people, or before a costly origin as a shield for it.',
    whenNot:
      'For answers made for one person, or where each must be fresh: everything misses, and the proxy is a hop for nothing.',
    tradeOffs: [
      'Nothing in the code changes, but freshness now hangs on headers that every team must set right.',
      'What is cached by the wrong key shows one person the page of another; keep cookies out of what may be cached.',
      'Purging works for one address and is hard for “all that shows this product”.',
    ],
    failsFirst:
      'The servers behind it, at the moment when many objects expire together; its own limit is bandwidth long before CPU.',
  },
};
