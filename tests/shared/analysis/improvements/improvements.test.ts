import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { type Improvements, improvementSearch } from '../../../../shared/analysis/improvements/improvements';
import { mostTried, singleChanges } from '../../../../shared/analysis/improvements/single-changes';
import { resolve } from '../../../../shared/catalog/resolve';
import { applyChanges } from '../../../../shared/model/apply';
import type { Design } from '../../../../shared/model/schema';

/** A service of 2 × 4 ÷ 10 ms = 800 rps that gets 600, before a store with one copy. */
const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'Shop',
  system: {
    flows: [{ id: 'buy', kind: 'read', entry: 'user', rate: { rps: 600 } }],
    nodes: [
      { id: 'user', kind: 'client' },
      {
        id: 'api',
        kind: 'service',
        config: { replicas: 2, concurrency: 4, serviceMs: 10, maxUtilization: 0.8 },
      },
      { id: 'db', kind: 'sql-database', config: { shards: 1, replicasPerShard: 1 } },
      { id: 'spare', kind: 'service', config: { replicas: 6 } },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'api' },
      { id: 'e2', from: 'api', to: 'db', network: 'cross-region' },
    ],
  },
};

function searched(of: Design, load = 1): Improvements {
  const search = improvementSearch(of, 'buy', load);
  while (search.step());
  return search.found();
}

function analysisOf(of: Design, load = 1) {
  const result = analyze(resolve(of), { load });
  if (!result.ok) throw new Error('It has no figures.');
  return result.analysis;
}

describe('what would help most', () => {
  const found = searched(design);

  test('is tried on the parts of the flow alone, and not without bound', () => {
    const changes = singleChanges(resolve(design), analysisOf(design), 'buy');
    expect(new Set(changes.map(({ part }) => part))).toEqual(new Set(['api', 'db', 'e2']));
    expect(changes.length).toBeLessThanOrEqual(mostTried);
    expect(found).toMatchObject({ tried: changes.length, total: changes.length });
  });

  test('for p99 is first the call to another region, whose 70 ms are most of it', () => {
    expect(found.best.p99Ms[0]?.part).toBe('e2');
    expect(found.best.p99Ms.length).toBeLessThanOrEqual(3);
  });

  test.each(['p99Ms', 'availability'] as const)(
    'for %s has the figures of an analysis of its own',
    (measure) => {
      const before = analysisOf(design).flows[0]?.[measure];
      expect(found.best[measure].length).toBeGreaterThan(0);
      for (const one of found.best[measure]) {
        const after = analysisOf(applyChanges(design, one.changes)).flows[0]?.[measure];
        expect(one.before[measure]).toBe(before);
        expect(one.after[measure]).toBe(after);
      }
    },
  );

  test('does not save servers that the planned limit needs', () => {
    // One replica gets 600 of 400 rps.
    expect(found.best.monthlyCostUsd.filter(({ part }) => part === 'api')).toEqual([]);
    const idle = searched(design, 0.1);
    const saved = idle.best.monthlyCostUsd.find(({ part }) => part === 'api');
    expect(saved?.changes).toEqual([{ op: 'patch-config', id: 'api', patch: { replicas: 1 } }]);
    // A database server of half the size saves more.
    expect(idle.best.monthlyCostUsd[0]?.changes).toEqual([
      { op: 'patch-config', id: 'db', patch: { scaleUp: 0.5 } },
    ]);
  });

  test('leaves out what makes another target missed', () => {
    const cost = analysisOf(design).totals.monthlyCostUsd ?? 0;
    const tight: Design = {
      ...design,
      system: { ...design.system, targets: { monthlyCostUsd: cost } },
    };
    const { best } = searched(tight);
    for (const { after } of best.p99Ms) expect(after.monthlyCostUsd).toBeLessThanOrEqual(cost);
  });

  test('ends an overload', () => {
    // 1 200 rps against a capacity of 800: twice the servers carry 1 600.
    const { best } = searched(design, 2);
    expect(best.p99Ms.length).toBeGreaterThan(0);
    expect(best.p99Ms[0]?.before.p99Ms).toBeNull();
    expect(best.p99Ms[0]?.after.p99Ms).toBeGreaterThan(0);
  });
});
