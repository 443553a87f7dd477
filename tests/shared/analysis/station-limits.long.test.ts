import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { loadDesign } from '../../../shared/analysis/load-design';
import { type StationLimit, stationLimits } from '../../../shared/analysis/station-limits';
import { sweep } from '../../../shared/analysis/sweep';
import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { templates } from '../../../shared/templates';
import { type DesignSketch, designOf } from '../../support/resolved';

const source = { behaviour: 'source' } as const;

function sweepOf(design: ResolvedDesign) {
  const result = sweep(design, { percentiles: false, pointCount: 2 });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.sweep;
}

const orderOf = (sketch: DesignSketch): readonly StationLimit[] => sweepOf(designOf(sketch)).order;

describe('the order in which stations saturate', () => {
  const slots = { replicas: 1, concurrency: 8, maxInFlight: 8 } as const;

  test('has a worker by its places, which fill long before its servers are busy', () => {
    // 8 places ÷ (10 + 1000) ms = 7.92 a second at load 1.98; its 8 servers of 10 ms alone would carry 800. Of 0.7 × 8 places: 1.386.
    const order = orderOf({
      nodes: {
        u: source,
        w: { serviceMs: 10, config: { ...slots, maxUtilization: 0.7 } },
        api: { serviceMs: 0, config: { delayMs: 1000 } },
      },
      edges: { 'u -> w': {}, 'w -> api': {} },
      flows: { f: { entry: 'u', rateRps: 4 } },
    });
    expect(order).toHaveLength(1);
    expect(order[0]).toMatchObject({ node: 'w', limitedBy: 'places', heldUpBy: null });
    expect(order[0]?.load).toBeCloseTo(8 / 1.01 / 4, 6);
    expect(order[0]?.plannedLoad).toBeCloseTo((0.7 * 8) / 1.01 / 4, 6);
  });

  const behind: DesignSketch = {
    nodes: {
      u: source,
      w: { serviceMs: 1, config: { concurrency: 8, maxInFlight: 20 } },
      db: { serviceMs: 10 },
    },
    edges: { 'u -> w': {}, 'w -> db': {} },
    flows: { f: { entry: 'u', rateRps: 10 } },
  };

  test('names the callee whose waits fill the places, just before that callee saturates itself', () => {
    const order = orderOf(behind);
    expect(order.map(({ node, limitedBy, heldUpBy }) => [node, limitedBy, heldUpBy])).toEqual([
      ['w', 'places', 'db'],
      ['db', 'work', null],
    ]);
    expect(order[0]?.load).toBeGreaterThan(9);
    expect(order[1]?.load).toBeCloseTo(10, 9);
  });

  test('its first load is where the flow cannot grow any more, and the planned load is of the same places', () => {
    const { order, saturationLoad, plannedLoad } = sweepOf(designOf(behind));
    expect((order[0]?.load ?? 0) / (saturationLoad ?? 1)).toBeCloseTo(1, 6);
    const planned = Math.min(...order.map((of) => of.plannedLoad));
    expect(plannedLoad).toBe(planned);
    const result = analyze(designOf(behind), { load: order[0]?.plannedLoad ?? 0, percentiles: false });
    const w = result.ok ? result.analysis.nodes.find(({ id }) => id === 'w') : undefined;
    expect(w?.placesUtilization).toBeCloseTo(0.7, 6);
  });

  test('a timeout lets places go on beyond a saturated callee', () => {
    // 1 + 50 ms at most for each of 20 places: 392 a second, while db carries 100.
    const order = orderOf({ ...behind, edges: { 'u -> w': {}, 'w -> db': { timeoutMs: 50 } } });
    expect(order.map(({ node }) => node)).toEqual(['db', 'w']);
    expect(order[1]?.load).toBeGreaterThan(38);
    expect(order[1]?.load).toBeLessThan(40);
  });

  test('places that cannot be full before the servers are leave the servers as the limit', () => {
    const order = orderOf({
      nodes: { u: source, w: { serviceMs: 10, config: { concurrency: 2, maxInFlight: 2 } } },
      edges: { 'u -> w': {} },
      flows: { f: { entry: 'u', rateRps: 100 } },
    });
    expect(order).toMatchObject([{ node: 'w', limitedBy: 'work', heldUpBy: null }]);
    expect(order[0]?.load).toBeCloseTo(2, 9);
  });

  test('says what else a station runs out of', () => {
    const order = orderOf({
      nodes: {
        u: source,
        a: { serviceMs: 0.1, config: { rateLimitRps: 300 } },
        b: { serviceMs: 0.1, config: { connectionsPerReplica: 500 } },
      },
      edges: { 'u -> a': {}, 'u -> b': {} },
      flows: { f: { entry: 'u', rateRps: 100, connections: 100 } },
    });
    expect(order.map(({ node, limitedBy }) => [node, limitedBy])).toEqual([
      ['a', 'limit'],
      ['b', 'connections'],
    ]);
    expect(order.map(({ load }) => load)).toEqual([3, 5]);
  });

  test.each(templates.map(({ id, design }) => [id, design] as const))(
    'in %s no station saturates in the analysis before its load',
    (_, design) => {
      const resolved = resolve(design);
      const loaded = loadDesign(resolved);
      const first = loaded.ok ? stationLimits(loaded.loaded.model)[0] : undefined;
      if (first === undefined) return;
      const result = analyze(resolved, { load: first.load * (1 - 1e-6), percentiles: false, limits: false });
      const saturated = result.ok ? result.analysis.nodes.filter((node) => node.saturated) : [];
      expect(saturated.map(({ id }) => id)).toEqual([]);
    },
  );
});
