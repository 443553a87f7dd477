import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { spikeBacklog } from '../../../shared/analysis/backlog';
import { cacheHits } from '../../../shared/math/che';
import { downtimeSecondsPerMonth } from '../../../shared/math/downtime';
import { atLeastUp } from '../../../shared/math/k-of-n';
import { attempts, erlangB, erlangC, queueWait } from '../../../shared/math/queueing';
import { noWait, ranked, rankedAbove, responseQuantile, sojourn } from '../../../shared/math/response';
import { relativeCapacity, serversAtPeak } from '../../../shared/math/scalability';
import { type DesignSketch, designOf } from '../../support/resolved';

interface Row {
  readonly caseId: string;
  readonly prefix: string;
  readonly inputs: string;
  readonly metric: string;
  readonly value: number;
}

const rows: readonly Row[] = readFileSync(
  new URL('../../fixtures/octave-queueing.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [caseId = '', , inputs = '', metric = '', value = ''] = line.split(',');
    return { caseId, prefix: caseId.replace(/-.*$/, ''), inputs, metric, value: Number(value) };
  });

/** `name=value` out of the inputs of a row. */
function input(row: Row, name: string): number {
  const found = new RegExp(`(?:^|[ ~(])${name}[= ]([-\\d.e+]+)`).exec(row.inputs);
  if (found === null) throw new Error(`${row.caseId} has no ${name} in ${row.inputs}`);
  return Number(found[1]);
}

const numbers = (text: string): readonly number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(Number);

function analysisOf(sketch: DesignSketch): Analysis {
  const result = analyze(designOf(sketch));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
}

const node = (analysis: Analysis, id: string) => {
  const found = analysis.nodes.find((of) => of.id === id);
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
};
const flow = (analysis: Analysis) => {
  const found = analysis.flows[0];
  if (found === undefined) throw new Error('no flow');
  return found;
};

const ms = (value: number | null | undefined): number | undefined =>
  value === null || value === undefined ? undefined : value / 1000;

const oneStation = (rateRps: number, serviceMs: number, config: object): Analysis =>
  analysisOf({
    nodes: { u: { behaviour: 'source' }, s: { serviceMs, config } },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps } },
  });

function stationFigure(analysis: Analysis, metric: string): number | undefined {
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

const markov = (row: Row): number | undefined => {
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

const tandemRates = (row: Row): readonly number[] => numbers(row.inputs.split('=')[1] ?? '');

/** Stations one after the other; service rate − arrival rate is given, so at 50 a second the service rates are known. */
const tandem = (row: Row): Analysis => {
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

const flowFigure = (analysis: Analysis, metric: string): number | undefined => {
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
const cacheMixture = (row: Row): number | undefined => {
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

const quorum = (row: Row): number | undefined => {
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

const fan = (row: Row): number | undefined => {
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

interface Network {
  readonly rateRps: number;
  readonly stations: readonly { id: string; serviceMs: number; visits: number; servers: number }[];
}

function networkOf(caseId: string): Network {
  const stations = rows
    .filter((row) => row.caseId === caseId && row.metric === 'U')
    .map((row) => ({
      id: row.inputs.split(' ')[1] ?? '',
      serviceMs: input(row, 'S') * 1000,
      visits: input(row, 'V'),
      servers: input(row, 'm'),
    }));
  const first = rows.find((row) => row.caseId === caseId);
  return { rateRps: first === undefined ? 0 : input(first, 'lambda0'), stations };
}

/** A source that calls each station as often as it is visited; a station without queue is a round trip. */
function jackson(caseId: string): Analysis {
  const { rateRps, stations } = networkOf(caseId);
  return analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...stations.map(({ id, serviceMs, servers }) =>
        servers < 0
          ? ([id, { behaviour: 'pass-through' }] as const)
          : ([id, { serviceMs, config: { concurrency: servers } }] as const),
      ),
    ]),
    edges: Object.fromEntries(
      stations.map(({ id, visits, servers, serviceMs }) => [
        `u -> ${id}`,
        { calls: visits, rttMs: servers < 0 ? serviceMs : 0 },
      ]),
    ),
    flows: { f: { entry: 'u', rateRps } },
  });
}

const network = (row: Row): number | undefined => {
  if (row.caseId === 'NET-2V') return visitsOfLoop(row);
  const analysis = jackson(row.caseId);
  const of = flow(analysis);
  const { rateRps, stations } = networkOf(row.caseId);
  const whole: Record<string, number | undefined> = {
    R_system: ms(of.meanMs),
    N_system: rateRps * (ms(of.meanMs) ?? Number.NaN),
    Dmax: 1 / (of.maxRateRps ?? Number.NaN),
    lambda_sat: of.maxRateRps ?? undefined,
    bottleneck_index_1based: stations.findIndex(({ id }) => id === of.bottleneck) + 1,
  };
  if (row.metric in whole)
    // The edge network of NET-1 is a station of its own in the oracle's list.
    return whole[row.metric];
  const station = stations.find(({ id }) => row.inputs.includes(` ${id} `));
  if (station === undefined) return undefined;
  if (station.servers < 0) {
    const edge = analysis.edges.find((_, i) => stations[i]?.id === station.id);
    const seconds = (edge?.rttMs ?? Number.NaN) / 1000;
    const rps = edge?.rps ?? Number.NaN;
    return { U: rps * seconds, R: seconds, Q: rps * seconds, X: rps, Residence: seconds }[row.metric];
  }
  const figures = node(analysis, station.id);
  const seconds = (figures.meanMs ?? Number.NaN) / 1000;
  const visits = figures.visits['f'] ?? Number.NaN;
  return {
    U: figures.utilization ?? undefined,
    R: seconds,
    Q: (figures.offeredRps ?? Number.NaN) * seconds,
    X: figures.offeredRps ?? undefined,
    Residence: visits * seconds,
  }[row.metric];
};

const visitsOfLoop = (row: Row): number | undefined => {
  const arrows = [...row.inputs.matchAll(/(\d)>(\d)=([\d.]+)/g)];
  const analysis = analysisOf({
    nodes: Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((id) => [id, { serviceMs: 0.1 }])),
    edges: Object.fromEntries(
      arrows.map(([, from, to, calls]) => [`${from} -> ${to}`, { calls: Number(calls) }]),
    ),
    flows: { f: { entry: '1', rateRps: 300 } },
  });
  return node(analysis, /station (\d)/.exec(row.inputs)?.[1] ?? '').visits['f'];
};

const hotKey = (row: Row): number | undefined => {
  const share = rows.find((of) => of.inputs === row.inputs && of.metric === 'top_key_share')?.value ?? 0;
  const shards = input(row, 'shards');
  const analysis = analysisOf({
    nodes: { u: { behaviour: 'source' }, s: { behaviour: 'store', config: { shards, hotShare: share } } },
    edges: { 'u -> s': {} },
    flows: { f: { entry: 'u', rateRps: 1000 } },
  });
  // One shard serves 1000 a second: the utilization at 1000 is the hottest shard's share of the calls.
  const { utilization, capacityRps } = node(analysis, 's');
  if (row.metric === 'hot_shard_share_expected') return utilization ?? undefined;
  return capacityRps === null ? undefined : capacityRps / (1000 * shards);
};

/** A chain of pools of one server each, no zone in common. */
const series = (availabilities: readonly number[]): number | undefined => {
  const ids = availabilities.map((_, i) => `s${i}`);
  const analysis = analysisOf({
    nodes: Object.fromEntries([
      ['u', { behaviour: 'source' }],
      ...availabilities.map(
        (instanceAvailability, i) =>
          [`s${i}`, { serviceMs: 1, config: { instanceAvailability, multiZone: true } }] as const,
      ),
    ]),
    edges: Object.fromEntries(ids.map((id, i) => [`${ids[i - 1] ?? 'u'} -> ${id}`, {}])),
    flows: { f: { entry: 'u', rateRps: 1 } },
  });
  return flow(analysis).availability ?? undefined;
};

const availability = (row: Row): number | undefined => {
  switch (row.inputs.split(/[ =]/)[0]) {
    case 'MTBF_h':
      return input(row, 'MTBF_h') / (input(row, 'MTBF_h') + input(row, 'MTTR_h'));
    case 'SLO':
      return downtimeSecondsPerMonth(input(row, 'SLO'));
    case 'k':
      return atLeastUp(input(row, 'n'), input(row, 'k'), input(row, 'A'));
    default:
      return row.inputs.includes('[')
        ? series(numbers(row.inputs))
        : atLeastUp(input(row, 'n'), 1, input(row, 'A'));
  }
};

const lru = (row: Row): number | undefined => {
  const { hitRate, characteristicRequests } = cacheHits(
    input(row, 'N'),
    input(row, 'C'),
    input(row, 'alpha'),
  );
  return { hit: hitRate, tC_requests: characteristicRequests }[row.metric];
};

const spike = (row: Row): number | undefined => {
  const { messages, drainSeconds, oldestSeconds } = spikeBacklog(
    input(row, 'peak'),
    input(row, 'capacity'),
    input(row, 'base'),
    input(row, 'spike_s'),
  );
  return { backlog: messages, drain_s: drainSeconds ?? undefined, max_wait_s: oldestSeconds }[row.metric];
};

/** How often a call is tried: at one layer with loss f, or at every layer where all fail. */
const retried = (row: Row): number | undefined => {
  if (row.caseId === 'RET-2') {
    const [layers = 0, tries = 0] = numbers(row.inputs);
    return attempts(1, tries - 1) ** layers;
  }
  const [lost, retries] = [input(row, 'f'), input(row, 'max_retries')];
  return row.metric === 'amplification' ? attempts(lost, retries) : lost ** (retries + 1);
};

/** One function a prefix: the product's own figure for a row, or undefined where it has none of that name. */
const figureOf: Readonly<Record<string, (row: Row) => number | undefined>> = {
  MM1: markov,
  MMC: markov,
  MMCK: (row) =>
    stationFigure(
      oneStation(input(row, 'lambda'), 1000 / input(row, 'mu'), {
        concurrency: input(row, 'c'),
        queueLimit: input(row, 'K'),
      }),
      row.metric,
    ),
  MG1: (row) =>
    stationFigure(
      oneStation(input(row, 'lambda'), input(row, 'S') * 1000, { cv: Math.sqrt(input(row, 'CV2')) }),
      row.metric,
    ),
  GGC: (row) =>
    queueWait(
      input(row, 'c'),
      1 / input(row, 'mu'),
      input(row, 'lambda'),
      input(row, 'Ca2'),
      input(row, 'Cs2'),
    )?.meanMs,
  NET: network,
  PATH: (row) => flowFigure(tandem(row), row.metric === 'naive_sum_of_p99' ? 'T_p99' : row.metric),
  CMIX: cacheMixture,
  FAN: fan,
  QUO: quorum,
  ZIPF: hotKey,
  RET: retried,
  AV: availability,
  CHE: lru,
  BKL: spike,
  USL: (row) => {
    const [sigma, kappa] = [input(row, 'sigma'), input(row, 'kappa')];
    if (row.metric === 'Nmax') return serversAtPeak(sigma, kappa);
    return input(row, 'gamma') * relativeCapacity(input(row, 'N'), sigma, kappa);
  },
  // As good as endlessly many servers.
  MMINF: (row) =>
    stationFigure(
      oneStation(input(row, 'lambda'), 1000 / input(row, 'mu'), { concurrency: 10_000 }),
      row.metric,
    ),
  // The least p99 that any number of servers reaches.
  INV: (row) => responseQuantile(sojourn(noWait, { meanMs: 1000 / input(row, 'mu'), cv: 1 }), 0.99) / 1000,
};

/** Rows that are not checked, by case (a prefix stands for all of its cases) and, where only some are, metric. */
const notCovered: readonly { readonly of: string; readonly metric?: string; readonly why: string }[] = [
  { of: 'MM1', metric: 'p0', why: 'no figure says how likely an empty station is' },
  { of: 'MMC', metric: 'p0', why: 'no figure says how likely an empty station is' },
  { of: 'MMCK', metric: 'p0', why: 'no figure says how likely an empty station is' },
  { of: 'ZIPF', metric: 'top_key_share', why: 'the hot share is given to the analysis, which computes none' },
  { of: 'INV', metric: 'feasible', why: 'follows from the least p99, which is checked, and the target' },
  { of: 'CHE-2', why: 'a cache is taken to forget the least recently used, not to hold the most popular' },
  { of: 'MULTI', why: 'processor sharing by class; a station here has one queue for all flows' },
  { of: 'HEDGE', why: 'a call is tried again when it is refused, never sent twice to be faster' },
];

const isListed = (row: Row): boolean =>
  notCovered.some(
    ({ of, metric }) => (of === row.prefix || of === row.caseId) && (metric ?? row.metric) === row.metric,
  );

const isPercentile = (metric: string) => /^T?_?p\d/.test(metric);
const covered = rows.filter((row) => !isListed(row));

describe('the oracle', () => {
  test('is covered row by row, but for those that are listed with the reason', () => {
    for (const { caseId, prefix } of covered) expect(figureOf, caseId).toHaveProperty(prefix);
    for (const { of, metric } of notCovered)
      expect(
        rows.some((row) => [row.prefix, row.caseId].includes(of) && (metric ?? row.metric) === row.metric),
      ).toBe(true);
    expect(covered.length).toBeGreaterThan(260);
  });

  test.each(covered.map((row) => [`${row.caseId} ${row.inputs.slice(0, 60)} ${row.metric}`, row] as const))(
    '%s is met',
    (_, row) => {
      const figure = figureOf[row.prefix]?.(row);
      expect(figure).toBeDefined();
      const error = Math.abs((figure ?? Number.NaN) - row.value) / Math.abs(row.value);
      // Of an availability what counts is what is missing to 1.
      if (row.metric === 'A') expect(figure).toBeCloseTo(row.value, 9);
      else if (row.metric === 'naive_sum_of_p99') expect(error).toBeGreaterThan(0.1);
      else expect(error).toBeLessThanOrEqual(isPercentile(row.metric) ? 1e-3 : 1e-6);
    },
  );

  test('Erlang C at a load with as many servers as requests is certain to wait', () => {
    expect(erlangC(10, 10)).toBe(1);
    expect(erlangC(10, 12)).toBe(1);
  });
});
