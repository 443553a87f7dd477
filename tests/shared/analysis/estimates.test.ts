import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { explain, explainable } from '../../../shared/analysis/explanations/explain';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';

/** 1 000 reads and 100 writes a second at peak, twice the average, of a client through a service with a cache and a store. */
const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'Estimates',
  system: {
    workload: { peakFactor: 2, retentionYears: 5 },
    flows: [
      {
        id: 'get',
        name: 'Get',
        kind: 'read',
        entry: 'web',
        rate: { rps: 1000 },
        requestBytes: 500,
        responseBytes: 2000,
        connections: 300,
      },
      {
        id: 'put',
        name: 'Put',
        kind: 'write',
        entry: 'web',
        rate: { rps: 100 },
        requestBytes: 3000,
        responseBytes: 100,
        storedBytes: 800,
        peakFactor: 4,
      },
    ],
    nodes: [
      { id: 'web', kind: 'web-client' },
      { id: 'api', kind: 'service', config: { replicas: 6 } },
      { id: 'hot', kind: 'cache', config: { replicas: 2, memoryBytes: 4e9 } },
      {
        id: 'db',
        kind: 'sql-database',
        config: { replicasPerShard: 3, shards: 2, durable: false, storageFactor: 1.5 },
      },
    ],
    edges: [
      { id: 'e1', from: 'web', to: 'api' },
      { id: 'e2', from: 'api', to: 'hot', flows: 'read' },
      { id: 'e3', from: 'api', to: 'db', flows: 'write' },
    ],
  },
};

function estimatesAt(load: number) {
  const resolved = resolve(design);
  const result = analyze(resolved, { load });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { resolved, analysis: result.analysis, estimates: result.analysis.totals.estimates };
}

describe('estimates of the whole design', () => {
  const year = 365.25 * 86_400;

  test('rates, and bytes between clients and the design', () => {
    const { estimates } = estimatesAt(1);
    expect(estimates).toMatchObject({
      averageReadRps: 500, // 1000 ÷ 2
      averageWriteRps: 25, // 100 ÷ 4, its own peak factor
      peakReadRps: 1000,
      peakWriteRps: 100,
      readsPerWrite: 20,
      bytesInPerSecond: 1000 * 500 + 100 * 3000,
      bytesOutPerSecond: 1000 * 2000 + 100 * 100,
      bytesInPerDay: (500 * 500 + 25 * 3000) * 86_400,
      bytesOutPerDay: (500 * 2000 + 25 * 100) * 86_400,
    });
  });

  test('what is kept, and held', () => {
    const { estimates, analysis } = estimatesAt(1);
    expect(estimates.storedBytesPerDay).toBeCloseTo(25 * 800 * 86_400, 3);
    expect(estimates.storedBytesPerYear).toBeCloseTo(25 * 800 * year, 0);
    expect(estimates.storedRawBytes).toBeCloseTo(25 * 800 * 5 * year, 0);
    // Three copies and half as much again of indexes.
    expect(estimates.storedBytes).toBeCloseTo(25 * 800 * 5 * year * 3 * 1.5, 0);
    expect(estimates.cacheMemoryBytes).toBe(8e9);
    expect(estimates.connections).toBe(300);
    // 6 of the service, 2 of the cache, 2 × 3 of the store.
    expect(estimates.servers).toBe(14);
    const [get, put] = analysis.flows.map(({ meanMs }) => meanMs ?? Number.NaN);
    expect(estimates.inProgress).toBeCloseTo((1000 * (get ?? 0) + 100 * (put ?? 0)) / 1000, 9);
  });

  test('grow with the load', () => {
    const { estimates } = estimatesAt(2);
    expect(estimates).toMatchObject({
      peakReadRps: 2000,
      averageWriteRps: 50,
      connections: 600,
      readsPerWrite: 20,
    });
  });

  test('each has an explanation', () => {
    const { resolved, analysis, estimates } = estimatesAt(1);
    for (const name of explainable(estimates)) {
      const explanation = explain(resolved, analysis, 'totals', `estimates.${name}`);
      expect(explanation?.form, name).toBe('arithmetic');
    }
  });
});
