import { expect } from 'vitest';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { erlangB, queueWait } from '../../../../shared/math/queueing';
import { rankedAbove } from '../../../../shared/math/ranked-above';
import { noWait, ranked, responseQuantile, sojourn } from '../../../../shared/math/response';
import { analysisOf, flow, input, ms, node, numbers, type Row } from './rows';

export const oneStation = (rateRps: number, serviceMs: number, config: object): Analysis =>
  analysisOf({
    nodes: { u: { behaviour: 'source' }, s: { serviceMs, config } },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  });

export function stationFigure(analysis: Analysis, metric: string): number | undefined {
  const of = node(analysis, 's');
  const percentile = flow(analysis);
  const carried = of.carriedRps ?? 0;
  const known: Record<string, number | null | undefined> = {
    U: of.utilization,
    R: ms(of.meanMs),
    Q: carried * (ms(of.meanMs) ?? Number.NaN),
    X: carried,
    Ploss: of.refused,
    ErlangC: of.waitProbability,
    Wq: ms(of.waitMs),
    T_p50: ms(percentile.p50Ms),
    T_p95: ms(percentile.p95Ms),
    T_p99: ms(percentile.p99Ms),
    'T_p99.9': ms(percentile.p999Ms),
  };
  return known[metric] ?? undefined;
}

export const markov = (row: Row): number | undefined => {
  const servers = row.inputs.includes('c=') ? input(row, 'c') : 1;
  const lambda = input(row, 'lambda');
  const mu = input(row, 'mu');
  if (row.metric === 'ErlangB') return erlangB(servers, lambda / mu);
  if (row.metric === 'Wq_p95' || row.metric === 'Wq_p99') {
    const beyond = row.metric === 'Wq_p95' ? 0.05 : 0.01;
    const wait = queueWait(servers, 1 / mu, lambda, 1, 1);
    return wait === null ? undefined : Math.log(wait.probability / beyond) / wait.ratePerMs;
  }
  return stationFigure(oneStation(lambda, 1000 / mu, { concurrency: servers }), row.metric);
};

export const tandemRates = (row: Row): readonly number[] => numbers(row.inputs.split('=')[1] ?? '');

/** Stations one after the other; service rate − arrival rate is given, so at 50 a second the service rates are known. */
export const tandem = (row: Row): Analysis => {
  const rates = tandemRates(row);
  return analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...rates.map((rate, i) => [`s${i}`, { serviceMs: 1000 / (rate + 50) }] as const),
    ]),
    edges: Object.fromEntries(rates.map((_, i) => [`${i === 0 ? 'u' : `s${i - 1}`} -> s${i}`, {}])),
    flows: { f: { entry: 'u', rateRps: 50 } },
  });
};

export const flowFigure = (analysis: Analysis, metric: string): number | undefined => {
  const of = flow(analysis);
  const known: Record<string, number | null> = {
    mean: of.meanMs,
    T_p50: of.p50Ms,
    T_p95: of.p95Ms,
    T_p99: of.p99Ms,
  };
  return ms(known[metric]);
};

/** A cache and the store behind its misses, at a load next to nothing so that responses are services. */
export const cacheMixture = (row: Row): number | undefined => {
  const [hitRate = 0, cacheMean = 0, storeMean = 0] = numbers(row.inputs);
  const analysis = analysisOf({
    nodes: {
      u: { behaviour: 'source' },
      p: { behaviour: 'pass-through' },
      cache: { behaviour: 'aside-cache', serviceMs: cacheMean * 1000, config: { hitRate } },
      db: { behaviour: 'store', serviceMs: storeMean * 1000 },
    },
    edges: { 'u -> p': {}, 'p -> cache': {}, 'p -> db': { onMissOf: 'cache' } },
    flows: { f: { entry: 'u', rateRps: 1e-6 } },
  });
  return flowFigure(analysis, row.metric);
};

export const quorum = (row: Row): number | undefined => {
  const analysis = analysisOf({
    nodes: {
      u: { behaviour: 'source' },
      s: {
        behaviour: 'store',
        serviceMs: input(row, 'mean') * 1000,
        config: {
          replicasPerShard: input(row, 'n'),
          replication: 'quorum',
          readQuorum: input(row, 'k'),
          writeQuorum: input(row, 'k'),
        },
      },
    },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps: 1e-7 } },
  });
  const of = node(analysis, 's');
  const [total, rank] = [input(row, 'n'), input(row, 'k')];
  const direct = ranked(rank, [
    { count: total, response: sojourn(noWait, { meanMs: input(row, 'mean'), cv: 1 }) },
  ]);
  if (row.metric === 'mean') {
    expect(direct.meanMs / row.value).toBeCloseTo(1, 6);
    return ms(of.meanMs);
  }
  expect(responseQuantile(direct, 0.99) / row.value).toBeCloseTo(1, 6);
  expect((ms(flow(analysis).p99Ms) ?? 0) / row.value).toBeCloseTo(1, 2.5);
  return ms(of.p99Ms);
};

export const fan = (row: Row): number | undefined => {
  const count = input(row, 'n');
  if (row.metric === 'P_slow') return rankedAbove(count, [{ count, above: input(row, 'p_slow') }]);
  const service = sojourn(noWait, { meanMs: input(row, 'mean'), cv: 1 });
  const direct = ranked(count, [{ count, response: service }]).meanMs;
  const ids = Array.from({ length: count }, (_, i) => `s${i}`);
  const analysis = analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...ids.map((id) => [id, { serviceMs: input(row, 'mean') * 1000 }] as const),
    ]),
    edges: Object.fromEntries(ids.map((id) => [`u -> ${id}`, { step: 1 }])),
    flows: { f: { entry: 'u', rateRps: 1e-6 } },
  });
  expect((flowFigure(analysis, 'mean') ?? 0) / direct).toBeCloseTo(1, 3);
  return direct;
};
