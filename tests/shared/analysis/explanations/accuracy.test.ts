import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { accuracyMessage, accuracyOf } from '../../../../shared/analysis/explanations/accuracy';
import { explain } from '../../../../shared/analysis/explanations/explain';
import { figureText } from '../../../../shared/formats/report/metric-words';
import { formatMessage } from '../../../../shared/math/format-message';
import { type DesignSketch, designOf } from '../../../support/resolved';

const source = { behaviour: 'source' } as const;

/** What is said of the accuracy of figures, by 'part' and 'metric'. */
function saidIn(sketch: DesignSketch, load = 1) {
  const design = designOf(sketch);
  const result = analyze(design, { load });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { analysis } = result;
  const said = (part: string, metric: string): string | null => {
    const explanation = explain(design, analysis, part, metric);
    const accuracy = explanation === null ? null : accuracyOf(design, analysis, explanation);
    return accuracy === null ? null : formatMessage(accuracyMessage(accuracy));
  };
  return { said, analysis };
}

// M/M/1 of 10 ms at half its capacity.
const plain: DesignSketch = {
  nodes: { u: source, a: { config: { readMs: 10, writeMs: 10, concurrency: 1 } } },
  edges: { 'u -> a': { rttMs: 0 } },
  flows: { f: { entry: 'u', rateRps: 50, targets: { p50Ms: 20, p99Ms: 200 } } },
};

describe('the accuracy of a figure', () => {
  const { said, analysis } = saidIn(plain);

  test('of a percentile of one station with exponential service is a bound, since it is read from a grid', () => {
    const exactMs = -Math.log(0.01) * 20;
    const p99Ms = analysis.nodes.find(({ id }) => id === 'a')?.p99Ms ?? 0;
    expect(p99Ms).not.toBe(exactMs);
    expect(Math.abs(p99Ms / exactMs - 1)).toBeLessThan(0.005);
    for (const metric of ['p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'])
      expect([metric, said('a', metric)]).toEqual([metric, 'Within 0.5 % of the model’s exact value.']);
  });

  test('of composed percentiles and of shares within a time is a wider bound', () => {
    for (const [part, metric] of [
      ['f', 'p99Ms'],
      ['f', 'apdex'],
      ['a', 'withCallsP99Ms'],
    ] as const)
      expect([metric, said(part, metric)]).toEqual([metric, 'Within 1 % of the model’s exact value.']);
    expect(said('f', 'p999Ms')).toBe('Within 2 % of the model’s exact value.');
  });

  test('of what has a closed form is exact', () => {
    for (const [part, metric] of [
      ['a', 'meanMs'],
      ['a', 'waitMs'],
      ['a', 'utilization'],
      ['f', 'meanMs'],
      ['f', 'availability'],
      ['totals', 'monthlyCostUsd'],
    ] as const)
      expect([metric, said(part, metric)]).toEqual([metric, 'Exact within the model.']);
  });

  test('is not spoken of where it is no computed number', () => {
    expect(said('a', 'saturated')).toBeNull();
    expect(said('f', 'targets.p99Ms')).toBeNull();
    expect(said('f', 'approximate')).toBeNull();
  });

  test('has no bound beyond a utilization of 0.95, nor for the knee, which lies between analyzed loads', () => {
    const none = 'Computed numerically; there is no error bound for it.';
    expect(saidIn(plain, 1.96).said('f', 'p99Ms')).toBe(none);
    expect(saidIn(plain, 1.88).said('f', 'p99Ms')).toBe('Within 1 % of the model’s exact value.');
    expect(said('f', 'kneeLoad')).toBe(none);
  });

  test('of a mean with parallel calls has a reason and a bound', () => {
    const parallel = saidIn({
      nodes: { u: source, a: {}, b: {}, c: {} },
      edges: { 'u -> a': {}, 'a -> b': { step: 1 }, 'a -> c': { step: 1 } },
      flows: { f: { entry: 'u', rateRps: 10 } },
    });
    expect(parallel.said('f', 'meanMs')).toBe(
      'Approximate: parallel calls. Within 0.5 % of the model’s exact value.',
    );
    expect(parallel.said('b', 'meanMs')).toBe('Exact within the model.');
  });
});

test('requests in progress are a number, not a share', () => {
  expect(figureText('inFlight', 2.9)).toBe('2.9');
});
