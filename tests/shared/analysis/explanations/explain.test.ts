import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain, explainable } from '../../../../shared/analysis/explanations/explain';
import type { Explanation } from '../../../../shared/analysis/explanations/explanation';
import { resolve } from '../../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { formatMessage } from '../../../../shared/math/format-message';
import { templates } from '../../../../shared/templates/index';
import { designOf, type NodeSketch } from '../../../support/resolved';
import { wordlessLanguage } from '../../../support/wordless';
import { evaluated } from './formula';

const analysed = templates.map(({ id, design }) => {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(id);
  return { id, resolved, analysis: result.analysis };
});

describe.each(analysed)('explaining $id', ({ resolved, analysis }) => {
  test('has the value that the analysis has', () => {
    for (const { id, meanMs, availability } of analysis.flows) {
      expect(explain(resolved, analysis, id, 'meanMs')?.value).toBe(meanMs);
      expect(explain(resolved, analysis, id, 'availability')?.value).toBe(availability);
    }
    const node = analysis.nodes.find(({ id }) => id === 'links');
    expect(explain(resolved, analysis, 'links', 'visits.redirect')?.value).toBe(node?.visits['redirect']);
    // Not every design has a flow of that name.
    expect(explain(resolved, analysis, 'layer:data', 'flows.redirect.meanMs')?.value ?? null).toBe(
      analysis.layers.find(({ id }) => id === 'data')?.flows['redirect']?.meanMs ?? null,
    );
  });
});

describe('in another language', () => {
  /** Every metric of every part of a design. */
  function* explanationsOf({ resolved, analysis }: (typeof analysed)[number]): Generator<Explanation> {
    const { flows, nodes, edges, layers, hops, totals } = analysis;
    const parts: readonly (readonly [string, object])[] = [
      ...[...flows, ...nodes, ...edges].map((of) => [of.id, of] as const),
      ...layers.map((of) => [`layer:${of.id}`, of] as const),
      ...hops.map((of) => [`${of.from}>${of.to}`, of] as const),
      ['totals', totals],
    ];
    for (const [part, figures] of parts)
      for (const metric of explainable(figures)) {
        const explanation = explain(resolved, analysis, part, metric);
        if (explanation !== null) yield explanation;
      }
  }

  test('every word of an explanation comes from a template that is listed, every figure from the number style', () => {
    const listed: object = JSON.parse(
      readFileSync(new URL('../../../../assets/words/en.json', import.meta.url), 'utf8'),
    );
    const { language, lookedUp } = wordlessLanguage();
    const left = new Set<string>();
    for (const one of analysed)
      for (const { message } of explanationsOf(one)) {
        const text = formatMessage(message, () => '', language);
        if (/\p{L}{3}|\d\.\d/u.test(text)) left.add(text);
      }
    const unlisted = [...lookedUp].filter((text) => /\p{L}{2}/u.test(text) && !Object.hasOwn(listed, text));
    expect(unlisted).toEqual([]);
    expect([...left]).toEqual([]);
  });
});

describe('what there is not', () => {
  const [first] = analysed;
  test.each([
    ['nobody', 'meanMs'],
    ['links', 'beauty'],
    ['links', 'constructor'],
    ['redirect', 'budget.nobody'],
    ['totals', 'p99Ms'],
    ['layer:data', 'toString'],
  ])('%s.%s is not explained', (part, metric) => {
    if (first === undefined) throw new Error('no template');
    expect(explain(first.resolved, first.analysis, part, metric)).toBeNull();
  });
});

function explained(design: ResolvedDesign, part: string, metric: string, percentiles = true): Explanation {
  const result = analyze(design, { percentiles });
  const found = result.ok ? explain(design, result.analysis, part, metric) : null;
  if (found === null) throw new Error(`${part}.${metric} is not explained`);
  return found;
}

/** A design of one node behind a source, and what is said of a figure there. */
function said(node: NodeSketch, part: string, metric: string, kind: 'read' | 'write' = 'read'): string {
  const design = designOf({
    nodes: { users: { behaviour: 'source' }, it: node },
    edges: { 'users -> it': { rttMs: 2 } },
    flows: { f: { entry: 'users', rateRps: 100, kind } },
  });
  return formatMessage(explained(design, part, metric).message);
}

describe('a node', () => {
  // One server of 4 concurrent, 10 ms each: 4 ÷ 10 ms = 400 a second; 100 × 10 ms ÷ 4 = 25 %.
  const station: NodeSketch = { serviceMs: 10, config: { concurrency: 4 } };

  test('has capacity and utilization from its servers and their time', () => {
    expect(said(station, 'it', 'capacityRps')).toBe('1 server × 4 concurrent ÷ 10 ms');
    expect(said(station, 'it', 'utilization')).toBe('100 rps × 10 ms ÷ (1 server × 4 concurrent)');
  });

  test.each([
    ['p50Ms', '50 %'],
    ['p95Ms', '95 %'],
    ['p99Ms', '99 %'],
    ['p999Ms', '99.9 %'],
  ])('says of %s what a percentile is, not that it were wait + service', (metric, share) => {
    const text = said(station, 'it', metric);
    expect(text).toContain(`The time below which ${share} of the responses lie`);
    expect(text).toMatch(/[\d.]+ % of the requests wait, the mean wait is [\d.]+ ms/);
    expect(text).toContain('the service takes 10 ms with a cv of 1');
  });

  test('that is a source says plainly that it has no load of its own', () => {
    for (const metric of ['offeredRps', 'utilization', 'capacityRps', 'waitMs', 'p99Ms'])
      expect(said(station, 'users', metric)).toBe(
        'Requests start at a source, which serves none: it has no such figure',
      );
    expect(said(station, 'users', 'servers')).toBe(
      'It represents no servers of the design, so that none are counted',
    );
  });

  test('without a price says so', () => {
    expect(said(station, 'it', 'monthlyCostUsd')).toBe(
      '0: neither the catalog nor the design has a price of its servers',
    );
  });

  test('that is saturated says what arrives and what it can serve', () => {
    // 1 server × 1 concurrent ÷ 20 ms = 50 a second.
    expect(said({ serviceMs: 20 }, 'it', 'meanMs')).toBe(
      'Saturated: 100 rps arrive and 50 rps can be served, so that the queue grows without bound',
    );
  });

  test('whose percentiles were not asked for says so', () => {
    const design = designOf({ nodes: { it: station }, flows: { f: { entry: 'it', rateRps: 100 } } });
    expect(explained(design, 'it', 'p99Ms', false).message.text).toBe(
      'The percentiles of this analysis were not requested',
    );
  });
});

describe('a store', () => {
  const store: NodeSketch = {
    behaviour: 'store',
    serviceMs: 5,
    config: {
      concurrency: 2,
      shards: 4,
      replicasPerShard: 3,
      hotShare: 0.2,
      instanceAvailability: 0.99,
      replicaRttMs: 1,
    },
  };

  test('has its capacity from the hottest shard, without going in a circle', () => {
    // 2 ÷ (5 ms × (20 % + 80 % ÷ 4)) = 2 ÷ (5 ms × 40 %) = 1 000 a second.
    const text = said(store, 'it', 'capacityRps');
    expect(text).toBe(
      '2 concurrent ÷ (5 ms a read × (20 % + (1 − 20 %) ÷ 4 shards)): what a call costs the busiest replica of the hottest shard',
    );
    expect(said(store, 'it', 'utilization')).toContain(
      '100 rps reads × (20 % + (1 − 20 %) ÷ 4 shards) × 5 ms',
    );
  });

  test('has the data loss of its replication: round trip and the mean response of a follower', () => {
    // A follower of the hottest shard works 40 writes a second off: little more than 5 ms each, and 1 ms to get there.
    expect(said(store, 'it', 'rpoSeconds', 'write')).toMatch(
      /^1 ms \+ 5(\.\d+)? ms: the round trip to a follower, and its mean response to a write$/,
    );
  });

  test('says of how many shards its availability is one', () => {
    expect(said(store, 'it', 'availability')).toBe(
      'P(at least 1 up, of 3 replicas, each up 99 %): one of 4 shards, reads and writes alike',
    );
    expect(said({ ...store, config: { ...store.config, scatter: true } }, 'it', 'availability')).toContain(
      '^ 4 shards',
    );
  });
});

test('a call that a source makes says what starts there', () => {
  expect(said({}, 'e0', 'rps')).toBe(
    'f 100 rps × 1 call: requests at the caller × calls per request, after misses and picks',
  );
});

describe('reading a formula', () => {
  test('gives what its arithmetic gives, times in seconds', () => {
    // (1 + 3) × 10 ms ÷ 2 = 20 ms.
    const values = { a: { count: 1 }, b: { count: 3 }, t: { ms: 10 } };
    expect(evaluated({ text: '({a} one + {b}) × {t} ÷ 2: words', values })).toBeCloseTo(0.02, 12);
    // 2 servers at 1 erlang: C = 1 ÷ 3. 1 place, 1 server at 1 erlang: half are refused.
    expect(evaluated({ text: 'Erlang C(2 servers, 1)', values })).toBeCloseTo(1 / 3, 12);
    expect(evaluated({ text: 'M/M/c/K refused(1, 1, 1)', values })).toBeCloseTo(0.5, 12);
    // 1 − 0.1² = 0.99.
    expect(evaluated({ text: 'P(at least 1 up, of 2, 0.9)', values })).toBeCloseTo(0.99, 12);
    expect(evaluated({ text: 'highest(1, {b}, 2) ≥ 3', values })).toBe(true);
  });

  test.each(['{a} {b}', '{a} + ', '({a}', '{nobody}', '{a} % {b}'])('refuses %s', (text) => {
    const values = { a: { count: 1 }, b: { count: 3 } };
    expect(() => evaluated({ text, values })).toThrow();
  });
});
