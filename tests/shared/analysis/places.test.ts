import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { type DesignSketch, designOf } from '../../support/resolved';

const source = { behaviour: 'source' } as const;

function figuresOf(sketch: DesignSketch, load = 1): Analysis {
  const result = analyze(designOf(sketch), { load });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

const nodeIn = ({ nodes }: Analysis, id: string) => {
  const node = nodes.find((of) => of.id === id);
  if (node === undefined) throw new Error(`no ${id}`);
  return node;
};

const worker = (rateRps: number, timeoutMs: number | null = null): DesignSketch => ({
  nodes: {
    u: source,
    w: { serviceMs: 10, config: { concurrency: 8, maxInFlight: 8, maxUtilization: 1 } },
    api: { serviceMs: 0, config: { delayMs: 1000 } },
  },
  edges: { 'u -> w': {}, 'w -> api': { timeoutMs } },
  flows: { f: { entry: 'u', rateRps } },
});

describe('places held while callees are waited for', () => {
  test('a worker of 8 places that calls a service of 1 s carries 7.92 a second, and its callee gets no more', () => {
    // 8 places ÷ (10 + 1000) ms; its 8 servers of 10 ms alone would carry 800.
    const analysis = figuresOf(worker(20));
    const w = nodeIn(analysis, 'w');
    expect(w.capacityRps).toBeCloseTo(8 / 1.01, 6);
    expect(w.limitedBy).toBe('places');
    expect(w.saturated).toBe(true);
    expect(w.heldUpBy).toBeNull();
    expect(nodeIn(analysis, 'api').offeredRps).toBeCloseTo(8 / 1.01, 6);
    expect(analysis.flows[0]?.maxRateRps).toBeCloseTo(8 / 1.01, 6);
    expect(analysis.flows[0]?.bottleneck).toBe('w');
  });

  test('below that what is in progress is Little’s law, and layers and hops sum to the mean', () => {
    // 4 a second × 1.01 s = 4.04 of 8 places
    const analysis = figuresOf(worker(4));
    const w = nodeIn(analysis, 'w');
    expect(w.placesUtilization).toBeCloseTo(4.04 / 8, 9);
    expect(w.heldMs).toBeCloseTo(1010, 6);
    expect(w.inFlight).toBeCloseTo(4.04, 9);
    expect(w.withCallsMeanMs).toBeCloseTo((w.waitMs ?? 0) + 1010, 6);
    const [flow] = analysis.flows;
    expect(flow?.meanMs).toBeCloseTo(w.withCallsMeanMs ?? 0, 6);
    expect(flow?.approximate).toContain('places');
    const layers = analysis.layers.reduce((sum, { flows }) => sum + (flows['f']?.meanMs ?? 0), 0);
    const hops = analysis.hops.reduce((sum, { flows }) => sum + (flows['f']?.meanMs ?? 0), 0);
    expect(layers + hops - (flow?.overlapMs ?? 0)).toBeCloseTo(flow?.meanMs ?? 0, 6);
  });

  test('a timeout ends how long a place is held: E[min(1 s, 0.5 s)] of an exponential', () => {
    // 10 + 1000 (1 − e^(−½)) ms
    const held = 10 + 1000 * (1 - Math.exp(-0.5));
    expect((nodeIn(figuresOf(worker(4, 500)), 'w').heldMs ?? 0) / held).toBeCloseTo(1, 3);
  });

  const behind = (rateRps: number): DesignSketch => ({
    nodes: {
      u: source,
      w: { serviceMs: 1, config: { concurrency: 8, maxInFlight: 20, maxUtilization: 1 } },
      db: { serviceMs: 10 },
    },
    edges: { 'u -> w': {}, 'w -> db': {} },
    flows: { f: { entry: 'u', rateRps } },
  });

  test('places let a callee get no more than it serves, and it is named as what holds them', () => {
    // One server of 10 ms carries 100 a second. Of 120 the 20 places of its caller pass on less than that.
    const analysis = figuresOf(behind(120));
    const w = nodeIn(analysis, 'w');
    expect(w).toMatchObject({ heldUpBy: 'db', saturated: true, limitedBy: 'places', meanMs: null });
    expect(w.carriedRps).toBeCloseTo(w.capacityRps ?? 0, 6);
    expect(nodeIn(analysis, 'db').saturated).toBe(false);
  });

  test('a callee that others saturate holds its caller up without bound, and is named', () => {
    const { nodes, edges, flows } = behind(10);
    const w = nodeIn(
      figuresOf({
        nodes: { ...nodes, other: source },
        edges: { ...edges, 'other -> db': { flows: ['g'] } },
        flows: { ...flows, g: { entry: 'other', rateRps: 150 } },
      }),
      'w',
    );
    expect(w).toMatchObject({ placesUtilization: null, heldUpBy: 'db', saturated: false });
    expect(w).toMatchObject({ meanMs: null, heldMs: null, inFlight: null });
  });

  test('where a callee’s wait alone fills the places it is the bottleneck', () => {
    // 1 ms + 10 ÷ (1 − ρ) ms: 20 places are full near ρ = 0.95, while db still serves.
    const [flow] = figuresOf(behind(10)).flows;
    expect(flow?.bottleneck).toBe('db');
    expect(flow?.maxRateRps).toBeGreaterThan(90);
    expect(flow?.maxRateRps).toBeLessThan(100);
  });

  test('the replicas that are needed are those whose places complete more than arrives', () => {
    // 8 places of (1 + 99) ms complete 80 a second; of 300, 4 servers of 10 are needed: P(at least 4 of 10 up).
    const analysis = figuresOf({
      nodes: {
        u: source,
        w: {
          serviceMs: 1,
          config: { replicas: 10, concurrency: 8, maxInFlight: 8, delayMs: 99, instanceAvailability: 0.5 },
        },
      },
      edges: { 'u -> w': {} },
      flows: { f: { entry: 'u', rateRps: 300 } },
    });
    // 1 − (1 + 10 + 45 + 120) ÷ 1024
    expect(nodeIn(analysis, 'w').availability).toBeCloseTo(1 - 176 / 1024, 12);
  });
});

describe('queues per replica by keys', () => {
  test('a cache with a hot share has a queue for each replica', () => {
    // The hottest of 4 takes 0.4 + 0.6 ÷ 4 = 0.55: 550 a second of 1 ms.
    const analysis = figuresOf({
      nodes: {
        u: source,
        c: { behaviour: 'aside-cache', serviceMs: 1, config: { replicas: 4, hotShare: 0.4 } },
      },
      edges: { 'u -> c': {} },
      flows: { f: { entry: 'u', rateRps: 1000 } },
    });
    expect(nodeIn(analysis, 'c').utilization).toBeCloseTo(0.55, 12);
  });
});
