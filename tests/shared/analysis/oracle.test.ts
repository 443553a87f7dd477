import { describe, expect, test } from 'vitest';
import { erlangC, queueWait } from '../../../shared/math/queueing';
import { noWait, responseQuantile, sojourn } from '../../../shared/math/response';
import { relativeCapacity, serversAtPeak } from '../../../shared/math/scalability';
import { availability, lru, retried, spike } from './oracle/formulas';
import { hotKey, network } from './oracle/networks';
import { input, type Row, rows } from './oracle/rows';
import {
  cacheMixture,
  fan,
  flowFigure,
  markov,
  oneStation,
  quorum,
  stationFigure,
  tandem,
} from './oracle/stations';

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

/** Rows that are not checked, by case (a prefix represents all of its cases) and, where only some are, metric. */
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
