import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { approximationsOfFigure } from '../../../../shared/analysis/explanations/approximations';
import { resolve } from '../../../../shared/catalog/resolve';
import { templates } from '../../../../shared/templates/index';
import { type DesignSketch, designOf, type NodeSketch } from '../../../support/resolved';

/** Why figures are approximate, by 'part.metric'. */
function reasonsIn(sketch: DesignSketch): (part: string, metric: string) => readonly string[] {
  const design = designOf(sketch);
  const result = analyze(design);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return (part, metric) => approximationsOfFigure(design, result.analysis, { part, metric });
}

const source: NodeSketch = { behaviour: 'source' };
const flows = { f: { entry: 'u', rateRps: 10 } };

describe('why a figure is approximate', () => {
  test('is nothing in a plain network of queues', () => {
    const config = { readMs: 20, writeMs: 20 };
    const reasons = reasonsIn({ nodes: { u: source, a: { config } }, edges: { 'u -> a': {} }, flows });
    for (const metric of ['waitMs', 'meanMs', 'p99Ms', 'withCallsP99Ms', 'utilization', 'availability'])
      expect(reasons('a', metric)).toEqual([]);
    for (const metric of ['meanMs', 'p99Ms', 'apdex']) expect(reasons('f', metric)).toEqual([]);
  });

  test('is said of a station whose service is not exponential, and of what follows from its wait alone', () => {
    const config = { readMs: 20, writeMs: 20, cv: 2 };
    const reasons = reasonsIn({
      nodes: { u: source, a: { config, layer: 'service' } },
      edges: { 'u -> a': {} },
      flows,
    });
    for (const metric of ['waitMs', 'meanMs', 'p50Ms', 'p99Ms', 'withCallsMeanMs', 'withCallsP99Ms'])
      expect([metric, reasons('a', metric)]).toEqual([metric, ['general-service']]);
    for (const metric of ['flows.f.meanMs', 'flows.f.p99Ms'])
      expect([metric, reasons('layer:service', metric)]).toEqual([metric, ['general-service']]);
    for (const metric of ['meanMs', 'budget.a', 'p99Ms'])
      expect([metric, reasons('f', metric)]).toEqual([metric, ['general-service']]);
    // Neither its load nor what it costs has to do with how long a request waits.
    for (const metric of ['offeredRps', 'capacityRps', 'utilization', 'saturated', 'carriedRps', 'servers'])
      expect([metric, reasons('a', metric)]).toEqual([metric, []]);
    expect(reasons('layer:service', 'utilization')).toEqual([]);
    expect(reasons('totals', 'monthlyCostUsd')).toEqual([]);
  });

  test('is not said of a layer for a station that the flow does not come to', () => {
    const reasons = reasonsIn({
      nodes: {
        u: source,
        a: { layer: 'service' },
        b: { layer: 'service', config: { readMs: 20, cv: 2 } },
      },
      edges: { 'u -> a': { flows: ['f'] }, 'u -> b': { flows: ['g'] } },
      flows: { ...flows, g: { entry: 'u', rateRps: 10 } },
    });
    expect(reasons('layer:service', 'flows.g.p99Ms')).toEqual(['general-service']);
    expect(reasons('layer:service', 'flows.f.p99Ms')).toEqual([]);
  });

  test('is said of a caller whose calls are parallel, not of the stations that it calls', () => {
    const reasons = reasonsIn({
      nodes: { u: source, a: {}, b: {}, c: {} },
      edges: { 'u -> a': {}, 'a -> b': { step: 1 }, 'a -> c': { step: 1 } },
      flows,
    });
    expect(reasons('a', 'withCallsP99Ms')).toEqual(['parallel']);
    expect(reasons('f', 'meanMs')).toEqual(['parallel']);
    expect(reasons('b', 'p99Ms')).toEqual([]);
    expect(reasons('a', 'p99Ms')).toEqual([]);
  });

  test('is said of all shards that an answer waits for', () => {
    const config = { shards: 2, scatter: true };
    const reasons = reasonsIn({
      nodes: { u: source, s: { behaviour: 'store', config } },
      edges: { 'u -> s': {} },
      flows,
    });
    expect(reasons('f', 'p99Ms')).toContain('replicated');
    expect(reasons('s', 'p99Ms')).toContain('replicated');
    expect(reasons('s', 'utilization')).toEqual([]);
  });

  test.each(templates.map(({ design }) => design))(
    'has all the reasons of a flow at each of its percentiles in $id',
    (design) => {
      const resolved = resolve(design);
      const result = analyze(resolved);
      if (!result.ok) throw new Error(design.id);
      const { analysis } = result;
      for (const { id, approximate } of analysis.flows)
        expect([id, ...approximationsOfFigure(resolved, analysis, { part: id, metric: 'p99Ms' })]).toEqual(
          expect.arrayContaining([id, ...approximate.filter((of) => of !== 'asynchronous')]),
        );
    },
  );
});
