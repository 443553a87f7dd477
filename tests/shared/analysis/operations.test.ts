import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import { designOf, type EdgeSketch, type NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const cache = (hitRate: number, config: NodeSketch['config'] = {}): NodeSketch => ({
  behaviour: 'aside-cache',
  config: { hitRate, ...config },
});
const flow = (kind: 'read' | 'write', rateRps = 100) => ({ f: { entry: 'u', kind, rateRps } });
const visitsTo = (analysis: ReturnType<typeof analysisOf>, id: string) => nodeIn(analysis, id).visits['f'];

describe('a read flow that fills a cache: it looks up, reads the store on a miss, and writes what it found', () => {
  const analysis = analysisOf({
    nodes: {
      u: source,
      a: { config: { concurrency: 1000 } },
      c: cache(0.75, { concurrency: 1000, readMs: 1, writeMs: 4, cv: 0 }),
      d: { behaviour: 'store', config: { concurrency: 1000, readMs: 8, writeMs: 20 } },
    },
    edges: {
      'u -> a': {},
      'a -> c': { rttMs: 1 },
      'a -> d': { onMissOf: 'c', rttMs: 1 },
      'a -> c #fill': { onMissOf: 'c', operation: 'write', rttMs: 1 },
    },
    flows: flow('read'),
  });

  test('visits: every request looks up, a quarter reads the store and fills', () => {
    expect(visitsTo(analysis, 'c')).toBeCloseTo(1 + 0.25, 12);
    expect(visitsTo(analysis, 'd')).toBeCloseTo(0.25, 12);
  });

  test('loads: 100 reads of 1 ms and 25 writes of 4 ms keep 0.2 of 1 000 servers busy', () => {
    expect(nodeIn(analysis, 'c').offeredRps).toBeCloseTo(125, 9);
    expect(nodeIn(analysis, 'c').utilization).toBeCloseTo((100 * 0.001 + 25 * 0.004) / 1000, 12);
  });

  test('mean: 1 of its own, 1 + 1 for the look-up, a quarter of 8 + 1 and of 4 + 1', () => {
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(1 + 2 + 0.25 * 9 + 0.25 * 5, 9);
  });

  test('a cache that is asked and filled is met twice', () => {
    expect(flowIn(analysis, 'f').approximate).toContain('repeated-visits');
  });
});

describe('an operation', () => {
  const chain = (edges: Readonly<Record<string, EdgeSketch>>, kind: 'read' | 'write') =>
    analysisOf({
      nodes: { u: source, a: {}, b: {}, d: { behaviour: 'store', config: { readMs: 2, writeMs: 5 } } },
      edges,
      flows: flow(kind, 1),
    });

  test('goes on with the calls of the visit until another call says otherwise', () => {
    const analysis = chain(
      { 'u -> a': {}, 'a -> b': { operation: 'write' }, 'b -> d': {}, 'a -> d': {} },
      'read',
    );
    // One write through b and one read of its own, a second: 5 ms and 2 ms.
    expect(nodeIn(analysis, 'd').utilization).toBeCloseTo(0.007, 12);
  });

  test('that is the kind of the flow is none of its own', () => {
    const plain = chain({ 'u -> a': {}, 'a -> d': {} }, 'write');
    const said = chain({ 'u -> a': {}, 'a -> d': { operation: 'write' } }, 'write');
    expect(said).toEqual(plain);
  });

  test('decides what a call of an inline cache finds', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        a: {},
        p: { behaviour: 'inline-cache', config: { hitRate: 0.9 } },
        d: { behaviour: 'store' },
      },
      edges: { 'u -> a': {}, 'a -> p': { operation: 'read' }, 'p -> d': {} },
      flows: flow('write'),
    });
    expect(visitsTo(analysis, 'd')).toBeCloseTo(0.1, 12);
  });

  test('of the look-up decides what a miss is, whatever the call on it does', () => {
    const nodes = { u: source, a: {}, c: cache(0.75), d: { behaviour: 'store' as const } };
    const written = analysisOf({
      nodes,
      edges: {
        'u -> a': {},
        'a -> c': { operation: 'write' },
        'a -> d': { onMissOf: 'c', operation: 'read' },
      },
      flows: flow('read'),
    });
    expect(visitsTo(written, 'd')).toBe(1);
    const read = analysisOf({
      nodes,
      edges: { 'u -> a': {}, 'a -> c': { operation: 'read' }, 'a -> d': { onMissOf: 'c' } },
      flows: flow('write'),
    });
    expect(visitsTo(read, 'd')).toBeCloseTo(0.25, 12);
  });

  test('that reads needs a look-up before a call on its miss', () => {
    const result = analyze(
      designOf({
        nodes: { u: source, a: {}, b: {}, c: cache(0.5), d: {} },
        edges: { 'u -> a': {}, 'a -> b': { operation: 'read' }, 'b -> d': { onMissOf: 'c' } },
        flows: flow('write'),
      }),
    );
    expect(result.ok ? [] : result.errors.map(({ key }) => key)).toEqual(['miss-flow']);
  });

  test('of replicas: what serves a write serves a read of the same request too', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        a: { config: { instanceAvailability: 1, multiZone: true } },
        d: {
          behaviour: 'store',
          config: {
            replicasPerShard: 3,
            replication: 'quorum',
            readQuorum: 1,
            writeQuorum: 3,
            instanceAvailability: 0.9,
            multiZone: true,
          },
        },
      },
      edges: { 'u -> a': {}, 'a -> d': { operation: 'read' }, 'a -> d #write': {} },
      flows: flow('write', 1),
    });
    // Three of three, 0.729; not that × the 0.999 of one of three.
    expect(flowIn(analysis, 'f').availability).toBeCloseTo(0.9 ** 3, 12);
  });

  test('into a read replica: such a call carries all flows, one without carries reads', () => {
    const design = resolve({
      id: 'd',
      name: 'd',
      system: {
        flows: [
          { id: 'r', name: 'r', kind: 'read', entry: 'u', rate: { rps: 1 } },
          { id: 'w', name: 'w', kind: 'write', entry: 'u', rate: { rps: 1 } },
        ],
        nodes: [
          { id: 'u', kind: 'client' },
          { id: 'a', kind: 'service' },
          { id: 'rr', kind: 'read-replica' },
        ],
        edges: [
          { id: 'plain', from: 'a', to: 'rr' },
          { id: 'said', from: 'a', to: 'rr', operation: 'read' },
        ],
      },
    });
    expect(design.edges.map(({ flows }) => flows)).toEqual([['r'], ['r', 'w']]);
  });
});
