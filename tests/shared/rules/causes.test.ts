import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { messageOf, partNames } from '../../../shared/rules/finding-text';
import { sketch } from '../../../shared/rules/sketch';
import { findingsOf } from './assess';

const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

/** A leader: 4 concurrent ÷ 2 ms = 2 000 rps. */
const leader = { readMs: 2, writeMs: 2, concurrency: 4, replicasPerShard: 2, readFrom: 'leader' } as const;

const saturatedIn = (design: ReturnType<typeof sketch>) => {
  const finding = findingsOf(design).find(({ rule }) => rule === 'saturated');
  return finding === undefined ? null : messageOf(finding, partNames(resolve(design)));
};

test('a saturated store says that no cache answers its reads', () => {
  const design = sketch(kinds, 'user -> api -> db', {
    flows: { reads: { rps: 3000 } },
    config: { db: leader },
  });
  expect(saturatedIn(design)).toContain('No cache answers its reads, 100 % of what arrives');
});

test('a store that reads saturate by scanning has the scan as its one finding', () => {
  const design = sketch(kinds, 'user -> api -> db', {
    flows: { reads: { rps: 100 } },
    config: { db: { ...leader, readMs: 100 } },
  });
  expect(
    findingsOf(design).filter(({ target, stage }) => target === 'db' && stage === 'broken'),
  ).toMatchObject([{ rule: 'full-scan', severity: 'error' }]);
});

test('a saturated store says that it is polled', () => {
  const design = sketch(kinds, 'user -> api -> db', {
    flows: { news: { rps: 3000, connections: 6000 } },
    config: { db: leader },
  });
  expect(saturatedIn(design)).toContain('100 % of it is polling by News');
});

test('a store that writes saturate as much as reads has no such cause', () => {
  const design = sketch(kinds, 'user -> api -> db', {
    flows: { orders: { kind: 'write', rps: 900 }, reads: { rps: 1200 } },
    config: { db: leader },
  });
  expect(saturatedIn(design)).toMatch(/its capacity is 2k rps\.$/);
});

test('what a topic delivers once at most to who is overloaded is said to be lost', () => {
  // 8 concurrent ÷ 100 ms = 80 of 100 rps at peak, 25 on average.
  const design = sketch({ user: 'client', news: 'pub-sub', screens: 'worker' }, 'user -> news -> screens', {
    flows: { posts: { kind: 'write', rps: 100 } },
    config: {
      news: { delivery: 'at-most-once' },
      screens: { replicas: 1, concurrency: 8, serviceMs: 100 },
    },
    system: { workload: { peakFactor: 4 } },
  });
  expect(analyze(resolve(design)).ok).toBe(true);
  expect(saturatedIn(design)).toContain('delivers at most once: 20 % of its messages are lost');
});
