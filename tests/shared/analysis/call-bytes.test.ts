import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import { designOf, type NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const write = {
  f: { entry: 'u', kind: 'write' as const, rateRps: 100, requestBytes: 300, responseBytes: 50 },
};
/** Requests a second that a network of so many servers of 100 megabits carries at so many bytes each. */
const carriedRps = (servers: number, bytesEach: number) => (servers * 100e6) / (8 * bytesEach);
const network = { bandwidthMbps: 100, readMs: 0, writeMs: 0 };

describe('bytes of a call', () => {
  test('a station asks a store for an item; what it writes goes to every further copy', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        a: {},
        d: { behaviour: 'store', config: { ...network, replicasPerShard: 3, other: { itemBytes: 1000 } } },
      },
      edges: { 'u -> a': {}, 'a -> d': {} },
      flows: write,
    });
    expect(analysis.edges.map(({ bytesPerSecond }) => bytesPerSecond)).toEqual([100 * 350, 100 * 1300]);
    // 300 + 1 000, and twice 300 to the followers, over three servers.
    expect(nodeIn(analysis, 'd').capacityRps).toBeCloseTo(carriedRps(3, 1900), 6);
  });

  test('what an edge says comes before the item and the flow', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: {}, d: { behaviour: 'store', config: { other: { itemBytes: 1000 } } } },
      edges: { 'u -> a': { responseBytes: 10 }, 'a -> d': { requestBytes: 20, responseBytes: 30 } },
      flows: write,
    });
    expect(analysis.edges.map(({ bytesPerSecond }) => bytesPerSecond)).toEqual([100 * 310, 100 * 50]);
  });

  test('a buffer keeps each message in its copies and sends it to every subscriber', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        q: { behaviour: 'buffer', config: { ...network, other: { copies: 3 } } },
        v: {},
        w: {},
      },
      edges: { 'u -> q': {}, 'q -> v': {}, 'q -> w': {} },
      flows: write,
    });
    // 350 arrive, 600 go to two copies, 350 to each of two subscribers.
    expect(nodeIn(analysis, 'q').capacityRps).toBeCloseTo(carriedRps(1, 350 + 600 + 700), 6);
  });

  test('a network that is full passes on what it carries, lost calls and all', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { config: { ...network, bandwidthMbps: 0.14 } }, d: {} },
      edges: { 'u -> a': {}, 'a -> d': {} },
      flows: write,
    });
    // 100 × 350 bytes are twice what 0.14 megabits carry.
    expect(nodeIn(analysis, 'd').offeredRps).toBeCloseTo(50, 9);
  });
});

test('the round trip of a flow’s clients is that of what leaves a source, for that flow alone', () => {
  const design = designOf({
    nodes: { u: source, a: {}, d: {} },
    edges: { 'u -> a': { rttMs: 20 }, 'a -> d': { rttMs: 1 } },
    flows: { near: { entry: 'u', rateRps: 1 }, far: { entry: 'u', rateRps: 1 } },
  });
  const flows = design.flows.map((flow) => (flow.id === 'far' ? { ...flow, clientRttMs: 80 } : flow));
  const result = analyze({ ...design, flows });
  if (!result.ok) throw new Error('has no figures');
  const [near, far] = [flowIn(result.analysis, 'near'), flowIn(result.analysis, 'far')];
  expect((far.meanMs ?? 0) - (near.meanMs ?? 0)).toBeCloseTo(60, 9);
  expect((far.p99Ms ?? 0) - (near.p99Ms ?? 0)).toBeCloseTo(60, 6);
  const hop = result.analysis.hops.find(({ from, to }) => from === 'client' && to === 'service');
  expect(hop?.flows).toEqual({ near: { meanMs: 20 }, far: { meanMs: 80 } });
});
