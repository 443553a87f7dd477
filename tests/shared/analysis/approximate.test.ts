import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn } from '../../support/figures';
import type { EdgeSketch, NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };

/** Why the times of one read flow from `u` at 10 requests a second are approximate. */
function labelsOf(nodes: Record<string, NodeSketch>, edges: Record<string, EdgeSketch>): readonly string[] {
  const analysis = analysisOf({
    nodes: { u: source, ...nodes },
    edges,
    flows: { f: { entry: 'u', rateRps: 10 } },
  });
  return flowIn(analysis, 'f').approximate;
}

const busy: NodeSketch = { config: { readMs: 20, writeMs: 20 } };

describe('a flow whose times are approximate says why', () => {
  test('not where it visits plain stations once', () => {
    expect(labelsOf({ a: busy, b: busy }, { 'u -> a': {}, 'a -> b': {} })).toEqual([]);
  });

  test('calls of one step', () => {
    expect(
      labelsOf({ a: {}, b: {}, c: {} }, { 'u -> a': {}, 'a -> b': { step: 1 }, 'a -> c': { step: 1 } }),
    ).toEqual(['parallel']);
  });

  test('two ways to one station', () => {
    const edges = { 'u -> a': {}, 'a -> b': { step: 1 }, 'a -> c': { step: 2 }, 'b -> d': {}, 'c -> d': {} };
    expect(labelsOf({ a: {}, b: {}, c: {}, d: {} }, edges)).toEqual(['repeated-visits']);
  });

  test('two ways of which a request takes one are no repeated visit', () => {
    const edges = {
      'u -> a': {},
      'a -> b': { choice: true },
      'a -> c': { choice: true, step: 2 },
      'b -> d': {},
      'c -> d': {},
    };
    expect(labelsOf({ a: { behaviour: 'distributor' }, b: {}, c: {}, d: {} }, edges)).toEqual([]);
  });

  test('two ways to one station within a loop that a call closes for which nobody waits', () => {
    const edges: Record<string, EdgeSketch> = {
      'u -> a': {},
      'a -> b': { step: 1, calls: 0.5 },
      'a -> c': { step: 2, calls: 0.5 },
      'b -> d': {},
      'c -> d': {},
      'd -> a': { mode: 'async', calls: 0.1 },
    };
    // Whatever the order of the nodes, and so that in which the loop is walked.
    expect(labelsOf({ a: {}, b: {}, c: {}, d: {} }, edges)).toEqual(['repeated-visits', 'asynchronous']);
    expect(labelsOf({ d: {}, c: {}, b: {}, a: {} }, edges)).toEqual(['repeated-visits', 'asynchronous']);
    expect(labelsOf({ b: {}, d: {}, a: {}, c: {} }, edges)).toEqual(['repeated-visits', 'asynchronous']);
  });

  test('what it does not wait for, but for what only watches', () => {
    const edges = { 'u -> a': {}, 'a -> b': { mode: 'async' as const } };
    expect(labelsOf({ a: {}, b: {} }, edges)).toEqual(['asynchronous']);
    expect(labelsOf({ a: {}, b: { behaviour: 'observer' } }, edges)).toEqual([]);
  });

  test('a loop of calls that are waited for', () => {
    const edges = { 'u -> a': {}, 'a -> b': {}, 'b -> a': { calls: 0.1 } };
    expect(labelsOf({ a: {}, b: {} }, edges)).toEqual(['repeated-visits', 'loop']);
  });

  test('service that is not exponential, where requests wait', () => {
    const steady: NodeSketch = { config: { ...busy.config, cv: 0.5 } };
    expect(labelsOf({ a: steady }, { 'u -> a': {} })).toEqual(['general-service']);
    const idle: NodeSketch = { config: { readMs: 0.1, writeMs: 0.1, cv: 0.5 } };
    expect(labelsOf({ a: idle }, { 'u -> a': {} })).toEqual([]);
  });

  test('reads and writes of different length, which mixed are not exponential, and not one of them alone', () => {
    const mixed = (readMs: number, writeMs: number, writesRps: number) => {
      const analysis = analysisOf({
        nodes: { u: source, a: { config: { readMs, writeMs } } },
        edges: { 'u -> a': {} },
        flows: { f: { entry: 'u', rateRps: 10 }, w: { entry: 'u', kind: 'write', rateRps: writesRps } },
      });
      return flowIn(analysis, 'f').approximate;
    };
    // 10 × 10 ms and 10 × 50 ms: S = 30 ms, cv² = 2 (10² + 50²) ÷ 2 ÷ 30² − 1 = 1.89
    expect(mixed(10, 50, 10)).toEqual(['general-service']);
    expect(mixed(20, 20, 10)).toEqual([]);
    expect(mixed(20, 50, 0)).toEqual([]);
  });

  test('round-robin over several replicas', () => {
    const nodes: Record<string, NodeSketch> = {
      lb: { behaviour: 'distributor', config: { algorithm: 'round-robin' } },
      a: { config: { replicas: 2 } },
    };
    expect(labelsOf(nodes, { 'u -> lb': {}, 'lb -> a': {} })).toEqual(['round-robin']);
  });

  test('an answer that several replicas or shards give', () => {
    const store: NodeSketch = { behaviour: 'store', config: { shards: 2, scatter: true } };
    expect(labelsOf({ s: store }, { 'u -> s': {} })).toEqual(['replicated']);
  });
});
