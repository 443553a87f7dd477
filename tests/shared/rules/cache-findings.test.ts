import { expect, test } from 'vitest';
import type { Config } from '../../../shared/model/config';
import { cacheLossOverloadsStore } from '../../../shared/rules/caching/cache-loss-overloads-store';
import { cacheStampede } from '../../../shared/rules/caching/cache-stampede';
import { unreachableHitRate } from '../../../shared/rules/caching/unreachable-hit-rate';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';
import { contextWith } from './figures';

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
/** 4 concurrent ÷ 2 ms = 2 000 reads a second. */
const db: Config = { readMs: 2, writeMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2 };

const cached = (rps: number, cache: Config, responseBytes = 0) =>
  sketch(kinds, 'user -> api -> cache, api -> db', {
    flows: { reads: { rps, responseBytes } },
    config: { api: { replicas: 9 }, cache, db },
    edges: { 'api -> db': { onMissOf: 'cache' } },
  });

test('the store takes what one lost cache server leaves up to its capacity, and not one read more', () => {
  // One of two lost: hit rate 0.9 → 0.45, so that 0.55 × rps reach the store; 2 000 ÷ 0.55 = 3 636.4 rps.
  const loss = (rps: number) =>
    findingsOf(cached(rps, { replicas: 2, hitRate: 0.9 }), [cacheLossOverloadsStore]);
  expect(loss(3636)).toEqual([]);
  expect(loss(3637)).toMatchObject([
    { target: 'cache', values: { store: { part: 'db' }, reads: { rps: 3637 * 0.45 } } },
  ]);
});

test('the fix is the fewest servers that leave a tenth of the store free', () => {
  const [finding] = findingsOf(cached(4000, { replicas: 2, hitRate: 0.9 }), [cacheLossOverloadsStore]);
  // 4 000 × (0.1 + 0.9 ÷ n) ≤ 1 800: n ≥ 3 600 ÷ 1 400 = 2.6.
  expect(finding?.quickFix?.values).toEqual({ servers: { count: 3 }, left: { share: 1600 / 2000 } });
});

test('an inline cache passes what it loses through the service to the store', () => {
  const design = sketch(
    { user: 'client', proxy: 'caching-proxy', api: 'service', db: 'sql-database' },
    'user -> proxy -> api -> db',
    {
      flows: { reads: { rps: 4000 } },
      config: { proxy: { replicas: 1, hitRate: 0.8 }, api: { replicas: 4 }, db },
      edges: { 'api -> db': { calls: 0.5 } },
    },
  );
  // Half of 4 000 without the proxy: 2 000 of 2 000.
  expect(findingsOf(design, [cacheLossOverloadsStore])).toMatchObject([
    { target: 'proxy', values: { store: { part: 'db' }, reads: { rps: 1600 }, utilization: { share: 1 } } },
  ]);
});

test('a hit rate is out of reach from a tenth above what the memory gives', () => {
  // All items equally popular: the share that fits is the hit rate, here 500 of 1 000.
  const memory = { items: 1000, zipfExponent: 0, memoryBytes: 250_000, replicas: 2 };
  const claimed = (hitRate: number) =>
    findingsOf(cached(100, { ...memory, hitRate }, 1000), [unreachableHitRate]);
  expect(claimed(0.59)).toEqual([]);
  const [finding] = claimed(0.61);
  expect(finding?.values).toMatchObject({ kept: { count: 500 }, items: { count: 1000 } });
  // 0.61 × 1 000 items of 1 kB, 250 of them a server: three.
  expect(finding?.quickFix?.changes).toEqual([{ op: 'patch-config', id: 'cache', patch: { replicas: 3 } }]);
});

test('a cache that keeps what is read often does better than one that forgets what was not read for longest', () => {
  const config = { items: 1000, zipfExponent: 0, memoryBytes: 250_000, hitRate: 0.9, evictionPolicy: 'LFU' };
  expect(findingsOf(cached(100, config, 1000), [unreachableHitRate])).toEqual([]);
});

test('ten who ask for one entry at once are a burst, eleven a herd', () => {
  // One item takes all reads; 0.5 ms of way and 99.5 ms of work: 0.1 s until it is back.
  const herd = (rps: number) => {
    const design = cached(rps, { items: 1, zipfExponent: 1, hitRate: 0.99 });
    const nodes = {
      cache: { visits: { reads: 1 } },
      db: { visits: { reads: 0.01 }, meanMs: 99.5, withCallsMeanMs: 99.5 },
    };
    return cacheStampede.check(contextWith(design, { nodes }));
  };
  expect(herd(100)).toEqual([]);
  expect(herd(110)).toMatchObject([{ target: 'cache', values: { herd: { count: 11 } } }]);
});

test('a share of popularity far down a long list is the same summed and integrated', () => {
  const herd = (items: number) => {
    const design = cached(1e6, { items, zipfExponent: 1, hitRate: 0.99 });
    const nodes = { cache: { visits: { reads: 1 } }, db: { meanMs: 999.5, withCallsMeanMs: 999.5 } };
    const [hit] = cacheStampede.check(contextWith(design, { nodes }));
    return hit?.values['herd'];
  };
  // H(100 000) = 12.0901: 1 000 000 ÷ 12.0901 in one second.
  const harmonic = Array.from({ length: 100_000 }, (_, i) => 1 / (i + 1)).reduce(
    (sum, term) => sum + term,
    0,
  );
  expect(herd(100_000)).toEqual({ count: Math.round(1e6 / harmonic) });
});
