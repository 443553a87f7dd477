import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../../shared/catalog/read';
import { applyChanges } from '../../../../shared/model/apply';
import { type Design, edgesOf, nodesOf } from '../../../../shared/model/schema';
import { fixOf, titleOf } from '../../../../shared/rules/finding-text';
import type { Finding } from '../../../../shared/rules/rule';
import { sketch } from '../../../../shared/rules/sketch';
import { contextOf, findingsOf, idsOf } from '../assess';

function first(design: Design, rule: string): Finding {
  const finding = findingsOf(design).find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`${rule} is not found`);
  return finding;
}

const isShownAtOnce = ({ stage }: Finding): boolean => stage === 'broken' || stage === 'unfinished';

/** The design after the quick fix of the first finding of the rule, and what is shown at once or is new then. */
function fix(design: Design, rule: string) {
  const { quickFix } = first(design, rule);
  if (quickFix === undefined) throw new Error(`${rule} has no quick fix`);
  const fixed = applyChanges(design, quickFix.changes);
  expect(readDesign(fixed)).toMatchObject({ ok: true });
  const keyOf = (finding: Finding): string => `${finding.rule} ${finding.target}`;
  const before = new Set(findingsOf(design).map(keyOf));
  const left = findingsOf(fixed).filter((finding) => isShownAtOnce(finding) || !before.has(keyOf(finding)));
  return { fixed, title: titleOf(quickFix), left: idsOf(left) };
}

const utilizationOf = (design: Design, id: string, load = 1) =>
  contextOf(design, load).analysis?.nodes.find((node) => node.id === id)?.utilization ?? Number.NaN;
const nodeIn = (design: Design, id: string) => nodesOf(design).find((node) => node.id === id);
const edgeIn = (design: Design, from: string, to: string) =>
  edgesOf(design).find((edge) => edge.from === from && edge.to === to);

/** The leader: 4 concurrent ÷ 2 ms = 2 000 reads a second. */
const smallStore = {
  readMs: 2,
  writeMs: 2,
  concurrency: 4,
  shards: 1,
  replicasPerShard: 2,
  readFrom: 'leader',
} as const;

describe('add replicas', () => {
  const overloaded = (availability?: number) =>
    sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: {
        reads: { rps: 11_700, ...(availability === undefined ? {} : { targets: { availability } }) },
      },
      config: {
        api: {
          replicas: 2,
          concurrency: 32,
          serviceMs: 10,
          maxUtilization: 0.7,
          instanceAvailability: 0.995,
        },
      },
    });

  test('says how many carry the load with one lost', () => {
    // 11 700 × 10 ms ÷ 32 = 3.66 busy; ÷ 0.7 = 5.22, so 6, and 7 with one lost.
    const { fixed, title, left } = fix(overloaded(), 'saturated');
    expect(title).toBe('Run 7 replicas');
    expect(left).toEqual([]);
    expect((utilizationOf(fixed, 'api') * 7) / 6).toBeLessThanOrEqual(0.7);
  });

  test('says one more where the availability target asks for it', () => {
    // 6 of 7 at 0.995 are up for 0.99948 of the time, 6 of 8 for 0.999993.
    expect(fix(overloaded(0.9995), 'saturated').title).toBe('Run 8 replicas');
  });

  test('is sized at the load that is looked at', () => {
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { rps: 1170 } },
      config: { api: { replicas: 2, concurrency: 32, serviceMs: 10, maxUtilization: 0.7 } },
    });
    expect(findingsOf(design).filter(isShownAtOnce)).toEqual([]);
    expect(utilizationOf(design, 'api', 10)).toBeGreaterThan(1);
  });

  test('counts what would arrive were the callers not saturated too', () => {
    // The first passes on 3 200 of 9 600; the second, at 3 000, is to carry all 9 600 in the end:
    // 9 600 × 10 ms ÷ 30 = 3.2 ÷ 0.7 = 4.57, so 5, and 6 with one lost.
    const design = sketch({ user: 'client', a: 'service', b: 'service' }, 'user -> a -> b', {
      flows: { reads: { rps: 9600 } },
      config: {
        a: { replicas: 1, concurrency: 32, serviceMs: 10 },
        b: { replicas: 1, concurrency: 30, serviceMs: 10 },
      },
    });
    const onB = findingsOf(design).find(({ target }) => target === 'b');
    expect(onB?.rule).toBe('saturated');
    expect(onB?.quickFix && titleOf(onB.quickFix)).toBe('Run 6 replicas');
  });

  test('is not offered for what a provider runs', () => {
    const design = sketch({ user: 'client', gate: 'api-gateway', api: 'service' }, 'user -> gate -> api', {
      flows: { reads: { rps: 20_000 } },
      config: { gate: { concurrency: 10, serviceMs: 5 }, api: { replicas: 20 } },
    });
    expect(first(design, 'saturated').quickFix).toBeUndefined();
  });

  test('adds replicas to a store whose replicas answer reads that come through a cache already', () => {
    const design = sketch(
      { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
      'user -> api -> cache, api -> db',
      {
        flows: { reads: { rps: 3000 } },
        config: {
          cache: { hitRate: 0.1 },
          db: { ...smallStore, readFrom: 'any', concurrency: 2, maxUtilization: 0.7 },
        },
        edges: { 'api -> db': { onMissOf: 'cache' } },
      },
    );
    // 2 700 × 2 ms ÷ 2 = 2.7 replicas busy; ÷ 0.7 = 3.86, so 4, and 5 with one lost.
    const { title, left } = fix(design, 'saturated');
    expect(title).toBe('Run 5 replicas a shard');
    expect(left).toEqual([]);
  });

  test('adds shards where writes are what is too much', () => {
    const design = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
      flows: { writes: { kind: 'write', rps: 3000 } },
      config: { db: { ...smallStore, maxUtilization: 0.7 } },
    });
    // 3 000 × 2 ms ÷ 4 = 1.5; ÷ 0.7 = 2.14, so 3.
    const { title, left } = fix(design, 'write-bottleneck');
    expect(title).toBe('Split into 3 shards');
    expect(left).toEqual([]);
  });

  test('gives the second server that a single point of failure lacks', () => {
    const design = sketch({ user: 'client', api: 'service' }, 'user -> api', {
      flows: { reads: { targets: { availability: 0.999 } } },
      config: { api: { replicas: 1 } },
    });
    expect(fix(design, 'single-point-of-failure')).toMatchObject({ title: 'Run 2 replicas', left: [] });
  });
});

describe('add a cache', () => {
  const kinds = { user: 'client', api: 'service', db: 'sql-database' } as const;

  test('says what it leaves to the store, and is asked first by its reader', () => {
    const design = sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 3000 } },
      config: { db: smallStore },
    });
    expect(fixOf(first(design, 'saturated'))).toBe(
      'Put a cache before db, which every read reaches: one that answers 90 % of them leaves it 300 rps.',
    );
    const { fixed, title, left } = fix(design, 'saturated');
    expect(title).toBe('Add a cache');
    expect(left).toEqual([]);
    expect(nodeIn(fixed, 'db-cache')).toMatchObject({ kind: 'cache' });
    expect(edgeIn(fixed, 'api', 'db-cache')).toMatchObject({ flows: 'read' });
    expect(edgeIn(fixed, 'api', 'db')).toMatchObject({ onMissOf: 'db-cache' });
    // 3 000 × 0.1 ÷ 2 000
    expect(utilizationOf(fixed, 'db')).toBeCloseTo(0.15, 9);
  });

  test('is asked by every reader, and stands in the group of the store', () => {
    const design = sketch({ ...kinds, web: 'service' }, 'user -> api -> db, user -> web -> db', {
      flows: { reads: { rps: 700 } },
      config: { db: smallStore },
      nodes: { db: { group: 'az1' } },
      system: { groups: [{ id: 'az1', kind: 'zone' }] },
    });
    const { fixed, left } = fix(design, 'uncached-reads');
    expect(left).toEqual([]);
    expect(nodeIn(fixed, 'db-cache')?.group).toBe('az1');
    for (const reader of ['api', 'web']) {
      expect(edgeIn(fixed, reader, 'db-cache')).toBeDefined();
      expect(edgeIn(fixed, reader, 'db')?.onMissOf).toBe('db-cache');
    }
  });

  test('comes before a store whose step a person has named', () => {
    const design = sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 1200 } },
      config: { db: smallStore },
      edges: { 'api -> db': { step: 0, calls: 1 } },
    });
    const { fixed, left } = fix(design, 'uncached-reads');
    expect(left).toEqual([]);
    expect(edgeIn(fixed, 'api', 'db-cache')?.step).toBe(0);
    expect(edgeIn(fixed, 'api', 'db')?.step).toBe(0.5);
  });

  test('stands before all the shards of which one is busy', () => {
    const config = { ...smallStore, shards: undefined };
    const { shards: _, ...shard } = config;
    const design = sketch(
      { user: 'client', api: 'service', s1: 'shard', s2: 'shard' },
      'user -> api -> s1, api -> s2',
      { flows: { reads: { rps: 2400 } }, config: { s1: shard, s2: shard } },
    );
    const { fixed, left } = fix(design, 'uncached-reads');
    expect(left).toEqual([]);
    expect(edgeIn(fixed, 'api', 's1')?.onMissOf).toBe('s1-cache');
    expect(edgeIn(fixed, 'api', 's2')?.onMissOf).toBe('s1-cache');
    // Every visit asks the cache once, not once a shard.
    expect(edgesOf(fixed).filter((edge) => edge.to === 's1-cache')).toHaveLength(1);
  });

  test('leaves writes on the way that they had', () => {
    const design = sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 1100 }, writes: { kind: 'write', rps: 100 } },
      config: { db: smallStore },
    });
    const { fixed, left } = fix(design, 'uncached-reads');
    expect(left).toEqual([]);
    // (1 100 × 0.1 + 100) × 2 ms ÷ 4
    expect(utilizationOf(fixed, 'db')).toBeCloseTo(0.105, 9);
  });

  test('is not added beside one that is asked already: the store is put behind that one', () => {
    const design = sketch({ ...kinds, cache: 'cache' }, 'user -> api -> cache, api -> db', {
      flows: { reads: { rps: 1200 } },
      config: { db: smallStore, cache: { hitRate: 0.8 } },
    });
    const finding = first(design, 'uncached-reads');
    expect(fixOf(finding)).toBe(
      'Let db wait for the misses of cache: with the 80 % that it answers, 240 rps are left.',
    );
    expect(finding.quickFix?.changes).toEqual([
      { op: 'patch-edge', id: 'api-db', patch: { onMissOf: 'cache' } },
    ]);
    expect(fix(design, 'uncached-reads')).toMatchObject({ title: 'Call only on a miss of cache', left: [] });
  });

  test('is not offered where it would not be enough', () => {
    const design = sketch(kinds, 'user -> api -> db', {
      flows: { reads: { rps: 30_000 } },
      config: { api: { replicas: 30 }, db: smallStore },
    });
    // 30 000 × 0.1 = 3 000 are still more than 2 000.
    expect(first(design, 'saturated').quickFix?.id).toBe('add-shards');
  });
});

describe('add a consumer', () => {
  test('has workers enough for what arrives, and stands in the group of the queue', () => {
    const design = sketch({ user: 'client', api: 'service', clicks: 'stream' }, 'user -> api ~> clicks', {
      flows: { visits: { rps: 20_000 } },
      config: { api: { replicas: 12 }, clicks: { replicas: 12 } },
      nodes: { clicks: { group: 'az1' } },
      system: {
        groups: [{ id: 'az1', kind: 'zone' }],
        // A consumer brings the question along whether it does a message twice.
        practices: { 'idempotent-consumers': { answer: 'yes' } },
      },
    });
    const { fixed, title, left } = fix(design, 'no-consumer');
    expect(title).toBe('Add a consumer');
    expect(left).toEqual([]);
    expect(nodeIn(fixed, 'clicks-worker')).toMatchObject({ kind: 'worker', group: 'az1' });
    expect(utilizationOf(fixed, 'clicks-worker')).toBeLessThanOrEqual(0.7);
  });

  test('takes the catalog’s worker as it is where little arrives', () => {
    const design = sketch({ user: 'client', api: 'service', jobs: 'queue' }, 'user -> api ~> jobs', {
      flows: { reads: { rps: 10 } },
    });
    expect(nodeIn(fix(design, 'no-consumer').fixed, 'jobs-worker')).toEqual({
      id: 'jobs-worker',
      kind: 'worker',
    });
  });
});
