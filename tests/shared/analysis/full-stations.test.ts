import { expect, test } from 'vitest';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import type { DesignSketch, NodeSketch } from '../../support/resolved';

/** Rates whose quotients round in all ways; all above the 750 rps that each pool below can do. */
const rates = Array.from({ length: 60 }, (_, i) => 901 + 137 * i);

// 6 servers ÷ 8 ms.
const pool = { serviceMs: 8, config: { replicas: 3, concurrency: 2 } } satisfies NodeSketch;
const store: NodeSketch = {
  behaviour: 'store',
  serviceMs: 8,
  config: { shards: 1, replicasPerShard: 1, concurrency: 6 },
};

/** A limit or a full caller before a pool lets through what the pool can do, to the last digit. */
const designs: Readonly<Record<string, (rateRps: number) => DesignSketch>> = {
  'a rate limit at its capacity': (rateRps) => ({
    nodes: { u: { behaviour: 'source' }, s: { ...pool, config: { ...pool.config, rateLimitRps: 750 } } },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  }),
  'a rate limit at what its places complete': (rateRps) => ({
    nodes: {
      u: { behaviour: 'source' },
      s: { ...pool, config: { ...pool.config, rateLimitRps: 750, maxInFlight: 2 } },
    },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  }),
  'a full pool like it before it': (rateRps) => ({
    nodes: { u: { behaviour: 'source' }, first: pool, s: pool },
    edges: { 'u -> first': {}, 'first -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  }),
  'a store behind a rate limit at its capacity': (rateRps) => ({
    nodes: {
      u: { behaviour: 'source' },
      first: { serviceMs: 1, config: { replicas: 9, concurrency: 9, rateLimitRps: 750 } },
      s: store,
    },
    edges: { 'u -> first': {}, 'first -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  }),
};

test.each(Object.keys(designs))('%s leaves a pool full, whatever the rounding: without latency', (name) => {
  for (const rateRps of rates) {
    const analysis = analysisOf(designs[name]?.(rateRps) ?? { nodes: {} }, { percentiles: false });
    const full = nodeIn(analysis, 's');
    expect(full.utilization).toBeCloseTo(1, 12);
    expect({ rateRps, saturated: full.saturated, waitMs: full.waitMs, meanMs: full.meanMs }).toEqual({
      rateRps,
      saturated: true,
      waitMs: null,
      meanMs: null,
    });
    expect(flowIn(analysis, 'f')).toMatchObject({ saturated: true, meanMs: null });
  }
});
