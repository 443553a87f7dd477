import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { resolve } from '../../../../shared/catalog/resolve';
import { graphOf } from '../../../../shared/rules/facts/graph';
import { alwaysVisited } from '../../../../shared/rules/facts/picks';
import { uncachedReadsAt } from '../../../../shared/rules/facts/reads';
import { leastRoundTrips } from '../../../../shared/rules/facts/round-trips';
import { strictestWrite } from '../../../../shared/rules/facts/strictest-write';
import { sketch } from '../../../../shared/rules/sketch';

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;

function factsOf(flow: 'read' | 'write', edges: NonNullable<Parameters<typeof sketch>[2]>['edges']) {
  const design = resolve(
    sketch(kinds, 'user -> api -> cache, api -> db', {
      flows: { f: { kind: flow, rps: 100, targets: { availability: 0.999 } } },
      config: {
        cache: { hitRate: 0.8 },
        db: { replicasPerShard: 3, replication: 'sync', replicaRttMs: 40 },
      },
      edges: {
        'user -> api': { rttMs: 10 },
        'api -> cache': { rttMs: 0 },
        'api -> db': { rttMs: 0 },
        ...edges,
      },
    }),
  );
  const result = analyze(design, { percentiles: false });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const [of] = design.flows;
  const db = design.nodes.find(({ id }) => id === 'db');
  if (of === undefined || db === undefined) throw new Error('no flow or no database');
  return {
    trips: leastRoundTrips(design, of).ms,
    uncached: uncachedReadsAt(
      { design, analysis: result.analysis } as Parameters<typeof uncachedReadsAt>[0],
      db,
    ),
    always: alwaysVisited(graphOf(design), of).has('db'),
    strictest: strictestWrite(design, db, 0.9)?.id ?? null,
  };
}

describe('facts are of what a visit does, not of the kind of its flow', () => {
  test('a synchronous copy is waited for by calls that write, whatever the flow is', () => {
    expect(factsOf('write', {}).trips).toBe(50);
    expect(factsOf('write', { 'api -> db': { operation: 'read', rttMs: 0 } }).trips).toBe(10);
    expect(factsOf('read', {}).trips).toBe(10);
    expect(factsOf('read', { 'api -> db': { operation: 'write', rttMs: 0 } }).trips).toBe(50);
  });

  test('the reads of a flow that writes elsewhere are reads that no cache answers, and its writes are none', () => {
    const read = factsOf('write', { 'api -> db': { operation: 'read' } }).uncached;
    expect(read.rps).toBeCloseTo(100, 9);
    expect(read.share).toBeCloseTo(1, 9);
    expect(factsOf('read', { 'api -> db': { operation: 'write' } }).uncached.rps).toBe(0);
  });

  test('a look-up spares a call where it reads, in a flow of writes too, and where it writes it spares none', () => {
    const missed = { onMissOf: 'cache', operation: 'read', rttMs: 0 } as const;
    const looked = factsOf('write', { 'api -> cache': { operation: 'read', rttMs: 0 }, 'api -> db': missed });
    expect(looked.always).toBe(false);
    expect(looked.uncached.rps).toBe(0);
    const written = factsOf('read', {
      'api -> cache': { operation: 'write', rttMs: 0 },
      'api -> db': missed,
    });
    expect(written.always).toBe(true);
    expect(written.uncached.rps).toBeCloseTo(100, 9);
  });

  test('a write that has to succeed is one that writes to the store', () => {
    expect(factsOf('write', {}).strictest).toBe('f');
    expect(factsOf('write', { 'api -> db': { operation: 'read' } }).strictest).toBeNull();
    expect(factsOf('read', { 'api -> db': { operation: 'write' } }).strictest).toBe('f');
  });
});
