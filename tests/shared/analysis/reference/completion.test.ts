import { describe, expect, test } from 'vitest';
import { completionBy, neverCompletes, timeoutShareOf } from '../../../support/reference/completion';
import { meanOf } from '../../../support/reference/sampling';
import { seeded } from '../../../support/reference/seeded';
import { trafficOf } from '../../../support/reference/traffic';
import { type DesignSketch, designOf } from '../../../support/resolved';

const source = { behaviour: 'source' } as const;
const constant = (serviceMs: number) => ({ serviceMs, config: { cv: 0 } });

function completionOf(sketch: DesignSketch, samples = 1): number {
  const design = designOf(sketch);
  const [flow] = design.flows;
  if (flow === undefined) throw new Error('no flow');
  const draw = completionBy(design, flow, trafficOf(design));
  const random = seeded(9);
  return meanOf(Array.from({ length: Math.max(2, samples) }, () => draw(random))).mean;
}

const almostNothing = { f: { entry: 'u', rateRps: 1e-9 } };

describe('completion', () => {
  test('waits for what goes on after the answer', () => {
    // 10 ms, then an asynchronous call of 2 + 30 ms that nobody waits for: 42
    expect(
      completionOf({
        nodes: { u: source, a: constant(10), b: constant(30) },
        edges: { 'u -> a': {}, 'a -> b': { mode: 'async', rttMs: 2 } },
        flows: almostNothing,
      }),
    ).toBeCloseTo(42, 6);
  });

  test('counts what goes on only as far as later steps do not cover it', () => {
    const sketch = (laterMs: number): DesignSketch => ({
      nodes: { u: source, a: constant(10), b: constant(30), c: constant(laterMs) },
      edges: { 'u -> a': {}, 'a -> b': { mode: 'async', rttMs: 2 }, 'a -> c': {} },
      flows: almostNothing,
    });
    // T = 10 + 20, L = 32 − 20; with 50 ms nothing is left over.
    expect(completionOf(sketch(20))).toBeCloseTo(42, 6);
    expect(completionOf(sketch(50))).toBeCloseTo(60, 6);
  });

  test('passes through a buffer after its transit, and takes up the lag of a callee', () => {
    // a 5, b 1 waited for; b puts into q (2 to acknowledge); q hands over after 100 ms; w works 7: 6 + 2 … 109
    expect(
      completionOf({
        nodes: {
          u: source,
          a: constant(5),
          b: constant(1),
          q: { ...constant(2), behaviour: 'buffer', config: { cv: 0, other: { transitMs: 100 } } },
          w: constant(7),
        },
        edges: { 'u -> a': {}, 'a -> b': {}, 'b -> q': {}, 'q -> w': {} },
        flows: almostNothing,
      }),
    ).toBeCloseTo(5 + 1 + 2 + 100 + 7, 6);
  });

  test('does not wait for an observer', () => {
    expect(
      completionOf({
        nodes: { u: source, a: constant(5), o: { ...constant(90), behaviour: 'observer' } },
        edges: { 'u -> a': {}, 'a -> o': { mode: 'async' } },
        flows: almostNothing,
      }),
    ).toBeCloseTo(5, 6);
  });

  test('of 100 parallel leaves, of which each is over 1 s in 1 of 100, 63.4 % of the requests are over 1 s', () => {
    // Exponential with P(X > 1000 ms) = 0.01: mean 1000 ÷ ln 100; 1 − 0.99¹⁰⁰ = 0.634
    const nodes: Record<string, NonNullable<DesignSketch['nodes'][string]>> = { u: source, a: constant(0) };
    const edges: Record<string, object> = { 'u -> a': { timeoutMs: 1000 } };
    for (let i = 0; i < 100; i += 1) {
      nodes[`l${i}`] = { serviceMs: 1000 / Math.log(100) };
      edges[`a -> l${i}`] = { step: 1 };
    }
    const design = designOf({ nodes, edges, flows: almostNothing });
    const [edge] = design.edges;
    if (edge === undefined) throw new Error('no edge');
    const share = timeoutShareOf(design, edge, trafficOf(design), seeded(1), 20_000);
    expect(Math.abs((share ?? 0) - (1 - 0.99 ** 100))).toBeLessThan(0.012);
  });

  test('never comes where a worker behind a buffer is saturated', () => {
    const design = designOf({
      nodes: { u: source, q: { behaviour: 'buffer', serviceMs: 0 }, w: { serviceMs: 10 } },
      edges: { 'u -> q': {}, 'q -> w': {} },
      flows: { f: { entry: 'u', rateRps: 120 } },
    });
    const [flow] = design.flows;
    expect(flow && neverCompletes(design, flow, trafficOf(design))).toBe(true);
  });
});
